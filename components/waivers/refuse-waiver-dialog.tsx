"use client";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { WaiverActions } from "./waiver-actions";

export interface RefuseWaiverProps {
  projectId: string;
  waiverId: string;
  itemTitle: string;
  refuse: WaiverActions["refuse"];
}

export function RefuseWaiverDialog({
  projectId,
  waiverId,
  itemTitle,
  refuse,
  onClose,
}: RefuseWaiverProps & { onClose: () => void }) {
  const { submit, pending, refusal, errorsOf } = useSubmit(refuse, onClose);
  return (
    <Dialog title="Refuse this waiver" description={`“${itemTitle}” stays to be done.`} onClose={onClose}>
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) => submit({ projectId, waiverId, reason: form.text("reason") }))}
        >
          <Field label="Why" hint="Who asked for it sees this." errors={errorsOf("reason")} required>
            {(control) => <Textarea {...control} name="reason" />}
          </Field>
          <FormErrors refusal={refusal} shown={["reason"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>Refuse</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
