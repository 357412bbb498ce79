"use client";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import { REHEARSAL_OUTCOMES } from "@/lib/domain/rollback";
import type { RollbackEdits } from "./rollback-edits";
import { OUTCOME_WORDS } from "./rollback-words";

export interface RehearsalDialogProps {
  projectId: string;
  phaseId: string;
  phaseName: string;
  /** today where the reader is, "YYYY-MM-DD" */
  today: string;
  rehearsed: RollbackEdits["rehearsed"];
}

/** Says when the way back was tried, and how it went. */
export function RehearsalDialog({
  projectId,
  phaseId,
  phaseName,
  today,
  rehearsed,
  onClose,
}: RehearsalDialogProps & { onClose: () => void }) {
  const { submit, pending, refusal, errorsOf } = useSubmit(rehearsed, onClose);
  return (
    <Dialog title="Record a rehearsal" description={`The way back from ${phaseName}`} onClose={onClose}>
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) =>
            submit({
              projectId,
              phaseId,
              rehearsedOn: form.text("rehearsedOn"),
              outcome: form.oneOf("outcome", REHEARSAL_OUTCOMES, "FAILED"),
              note: form.textOrNull("note"),
            }),
          )}
        >
          <div className="grid grid-cols-2 gap-4">
            <Field label="Rehearsed on" errors={errorsOf("rehearsedOn")} required>
              {(control) => (
                <TextInput {...control} type="date" name="rehearsedOn" defaultValue={today} max={today} />
              )}
            </Field>
            <Field label="How it went" errors={errorsOf("outcome")}>
              {(control) => (
                <Select {...control} name="outcome">
                  {REHEARSAL_OUTCOMES.map((outcome) => (
                    <option key={outcome} value={outcome}>
                      {OUTCOME_WORDS[outcome].word}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <Field
            label="Note"
            required={false}
            hint="How long it took, what was missing."
            errors={errorsOf("note")}
          >
            {(control) => <Textarea {...control} name="note" />}
          </Field>
          <FormErrors refusal={refusal} shown={["rehearsedOn", "outcome", "note"]} />
          <DialogActions onCancel={close} note="It cannot be edited later; a newer one counts instead.">
            <SubmitButton pending={pending}>Record</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
