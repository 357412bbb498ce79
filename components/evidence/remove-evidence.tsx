"use client";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/signals";
import { undoBy } from "@/components/ui/undo";
import { useSubmit } from "@/components/ui/use-submit";
import type { EvidenceView } from "@/lib/domain/item-views";
import type { EvidenceActions } from "./evidence-target";

interface RemoveEvidenceProps {
  projectId: string;
  piece: EvidenceView;
  actions: EvidenceActions;
}

export function RemoveEvidence({ projectId, piece, actions }: RemoveEvidenceProps) {
  const input = { projectId, evidenceId: piece.id };
  const { submit } = useSubmit(
    async () => {
      const result = await actions.remove(input);
      if (!result.ok) notify({ text: result.error.message, tone: "stop" });
      return result;
    },
    () =>
      notify({
        text: `“${piece.title}” was removed.`,
        undo: undoBy(() => actions.restore(input)),
      }),
  );
  return <IconButton icon="cross" label={`Remove ${piece.title}`} onClick={() => submit(undefined)} />;
}
