"use client";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { PlanExtrasView } from "@/lib/domain/plan-extras-views";
import type { RiskActions } from "./risk-form";

export interface AcceptRiskProps {
  projectId: string;
  risk: PlanExtrasView["risks"][number];
  actions: Pick<RiskActions, "accept">;
}

export function AcceptRiskDialog({
  projectId,
  risk,
  actions,
  onClose,
}: AcceptRiskProps & { onClose: () => void }) {
  const { submit, pending, refusal, errorsOf } = useSubmit(actions.accept, onClose);
  return (
    <Dialog title="Accept this risk" description={risk.title} onClose={onClose}>
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) =>
            submit({ projectId, riskId: risk.id, version: risk.version, reason: form.text("reason") }),
          )}
        >
          <Field
            label="Why it is accepted"
            hint="It stays in the list, with your name."
            errors={errorsOf("reason")}
            required
          >
            {(control) => <Textarea {...control} name="reason" maxLength={2000} />}
          </Field>
          <FormErrors refusal={refusal} shown={["reason"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>Accept</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
