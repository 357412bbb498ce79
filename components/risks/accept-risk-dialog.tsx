"use client";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { RiskView } from "@/lib/domain/risk-views";
import type { RiskEdits } from "./risk-edits";

export interface AcceptRiskProps {
  projectId: string;
  risk: Pick<RiskView, "id" | "title" | "version" | "acceptance">;
  /** today where the reader is, "YYYY-MM-DD" */
  today: string;
  accept: RiskEdits["accept"];
}

/** What is left of a risk is taken on: by whom, why, until when. */
export function AcceptRiskDialog({
  projectId,
  risk: { id, title, version, acceptance },
  today,
  accept,
  onClose,
}: AcceptRiskProps & { onClose: () => void }) {
  const { submit, pending, refusal, errorsOf } = useSubmit(accept, onClose);
  return (
    <Dialog title="Accept this risk" description={title} onClose={onClose}>
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) =>
            submit({
              projectId,
              id,
              version,
              reason: form.text("reason"),
              until: form.textOrNull("until"),
            }),
          )}
        >
          <Field
            label="Why it is accepted"
            hint="It stays in the list, with your name."
            errors={errorsOf("reason")}
            required
          >
            {(control) => <Textarea {...control} name="reason" defaultValue={acceptance?.why ?? ""} />}
          </Field>
          <Field
            label="Until"
            required={false}
            hint="Its last day; from the next on the risk stands open again."
            errors={errorsOf("until")}
          >
            {(control) => <TextInput {...control} type="date" name="until" min={today} />}
          </Field>
          <FormErrors refusal={refusal} shown={["reason", "until"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>Accept</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
