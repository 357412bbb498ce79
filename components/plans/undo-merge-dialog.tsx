"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { undoMergeSchema } from "@/lib/schemas/merges";

export interface UndoMergeProps {
  projectId: string;
  mergeId: string;
  undo: ActionOf<typeof undoMergeSchema>;
}

/** Asks once more; where something was changed since, it says what, and offers to undo the rest. */
export function UndoMergeDialog({
  projectId,
  mergeId,
  undo,
  onClose,
}: UndoMergeProps & { onClose: () => void }) {
  const { submit, pending, refusal } = useSubmit(undo, onClose);
  const isChanged = refusal?.code === "CONFLICT";
  return (
    <Dialog
      title="Undo this merge?"
      description="What it added is archived, what it archived comes back, and everything else says what it said before. Work done since stays."
      onClose={onClose}
    >
      {(close) => (
        <form
          className="grid gap-3"
          onSubmit={onFormSubmit(() => submit({ projectId, mergeId, rest: isChanged }))}
        >
          <FormErrors refusal={refusal} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>{isChanged ? "Undo the rest" : "Undo the merge"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
