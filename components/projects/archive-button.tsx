"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { Button } from "@/components/ui/button";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { notify } from "@/components/ui/signals";
import { undoBy } from "@/components/ui/undo";
import { useSubmit } from "@/components/ui/use-submit";
import type { projectIdSchema } from "@/lib/schemas/projects";

type Action = ActionOf<typeof projectIdSchema>;

interface ArchiveButtonProps {
  projectId: string;
  name: string;
  archive: Action;
  restore: Action;
}

/** Takes a project off the lists; nothing in it is lost. */
export function ArchiveButton({ projectId, name, archive, restore }: ArchiveButtonProps) {
  const confirmed = async () => {
    const result = await archive({ projectId });
    if (result.ok) notify({ text: `${name} is archived.`, undo: undoBy(() => restore({ projectId })) });
    return result;
  };
  return (
    <ConfirmButton
      trigger={{ label: "Archive this project", icon: "archive" }}
      dialog={{
        title: `Archive ${name}?`,
        description: "It leaves the lists. Everything in it stays, and it can be brought back.",
        verb: "Archive",
        action: confirmed,
      }}
    />
  );
}

export function RestoreButton({ projectId, restore }: { projectId: string; restore: Action }) {
  const { submit, pending, refusal } = useSubmit(restore);
  return (
    <span className="flex items-center gap-3">
      {refusal && (
        <span role="alert" className="text-stop">
          {refusal.message}
        </span>
      )}
      <Button aria-disabled={pending || undefined} onClick={() => submit({ projectId })}>
        Restore this project
      </Button>
    </span>
  );
}
