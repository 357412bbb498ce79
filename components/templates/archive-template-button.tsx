"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { notify } from "@/components/ui/signals";
import { undoBy } from "@/components/ui/undo";
import type { templateIdSchema } from "@/lib/schemas/templates";

type Action = ActionOf<typeof templateIdSchema>;

interface ArchiveTemplateButtonProps {
  templateId: string;
  name: string;
  archive: Action;
  restore: Action;
}

/** Takes a saved template off the list; projects made from it keep what they have. */
export function ArchiveTemplateButton({ templateId, name, archive, restore }: ArchiveTemplateButtonProps) {
  const confirmed = async () => {
    const result = await archive({ templateId });
    if (result.ok) notify({ text: `${name} is archived.`, undo: undoBy(() => restore({ templateId })) });
    return result;
  };
  return (
    <ConfirmButton
      trigger={{ label: "Archive", name: `Archive ${name}`, look: "quiet", small: true }}
      dialog={{
        title: `Archive the template ${name}?`,
        description:
          "It leaves this list. Projects made from it stay as they are; saving under the same name brings it back.",
        verb: "Archive",
        action: confirmed,
      }}
    />
  );
}
