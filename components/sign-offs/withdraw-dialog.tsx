"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { withdrawSignOffSchema } from "@/lib/schemas/sign-offs";

export type Withdraw = ActionOf<typeof withdrawSignOffSchema>;

export interface WithdrawDialogProps {
  projectId: string;
  signOffId: string;
  rule: string;
  withdraw: Withdraw;
}

export function WithdrawDialog({
  projectId,
  signOffId,
  rule,
  withdraw,
  onClose,
}: WithdrawDialogProps & { onClose: () => void }) {
  const { submit, pending, refusal, errorsOf } = useSubmit(withdraw, onClose);
  return (
    <Dialog
      title={`Withdraw your signature: ${rule}`}
      description="It stays in the history, with your reason."
      onClose={onClose}
    >
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) => submit({ projectId, signOffId, reason: form.text("reason") }))}
        >
          <Field label="Reason" errors={errorsOf("reason")} required>
            {(control) => <Textarea {...control} name="reason" />}
          </Field>
          <FormErrors refusal={refusal} shown={["reason"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending} look="danger">
              Withdraw
            </SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
