"use client";
import { linesOf } from "@/components/phases/phase-values";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { EditErrors } from "@/components/ui/edit-errors";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { useEdit } from "@/components/ui/use-edit";
import { onFormSubmit } from "@/components/ui/use-submit";
import type { RollbackView } from "@/lib/domain/rollback-views";
import type { RollbackEdits } from "./rollback-edits";

export interface RollbackFormProps {
  projectId: string;
  rollback: Pick<RollbackView, "phaseId" | "triggers" | "steps" | "version">;
  edit: RollbackEdits["edit"];
}

const WORDS = { triggers: { label: "What starts it" }, steps: { label: "Steps" } };

/** What starts the way back, and what is done then. */
export function RollbackForm({
  projectId,
  rollback,
  edit: save,
  onClose,
}: RollbackFormProps & { onClose: () => void }) {
  const { phaseId } = rollback;
  const edit = useEdit<{ triggers: string[]; steps: string[] }>({
    base: rollback,
    words: WORDS,
    // A phase always has a rollback plan to edit, if an empty one.
    add: (values) => save({ projectId, phaseId, version: rollback.version, ...values }),
    edit: (changes, version) => save({ projectId, phaseId, version, ...changes }),
    onDone: onClose,
  });
  const lines = (name: "triggers" | "steps", hint: string, rows: number) => (
    <Field label={WORDS[name].label} hint={hint} errors={edit.errorsOf(name)}>
      {(control) => (
        <Textarea {...control} name={name} rows={rows} defaultValue={rollback[name].join("\n")} />
      )}
    </Field>
  );
  return (
    <Dialog title="Edit the rollback plan" wide onClose={onClose}>
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) =>
            edit.save({ triggers: linesOf(form.text("triggers")), steps: linesOf(form.text("steps")) }),
          )}
        >
          {lines("triggers", "One on each line: an error rate, a complaint, a person who says so.", 3)}
          {lines("steps", "One on each line, in order.", 6)}
          <EditErrors edit={edit} shown={["triggers", "steps"]} onLeave={onClose} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={edit.pending}>Save</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
