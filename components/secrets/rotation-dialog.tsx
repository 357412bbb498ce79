"use client";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { SecretEdits } from "./secret-edits";

export interface RotationDialogProps {
  projectId: string;
  secret: { id: string; name: string };
  /** today where the reader is, "YYYY-MM-DD" */
  today: string;
  rotated: SecretEdits["rotated"];
}

/** Says on which day a secret was rotated. */
export function RotationDialog({
  projectId,
  secret: { id, name },
  today,
  rotated,
  onClose,
}: RotationDialogProps & { onClose: () => void }) {
  const { submit, pending, refusal, errorsOf } = useSubmit(rotated, onClose);
  return (
    <Dialog title="Record a rotation" description={name} onClose={onClose}>
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) => submit({ projectId, id, rotatedOn: form.text("rotatedOn") }))}
        >
          <Field label="Rotated on" errors={errorsOf("rotatedOn")} required>
            {(control) => (
              <TextInput {...control} type="date" name="rotatedOn" defaultValue={today} max={today} />
            )}
          </Field>
          <FormErrors refusal={refusal} shown={["rotatedOn"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>Record</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
