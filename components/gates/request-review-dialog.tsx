"use client";
import { countOf } from "@/components/phases/gate-words";
import type { ActionOf } from "@/components/ui/action-of";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { requestReviewSchema } from "@/lib/schemas/reviews";

export type RequestReview = ActionOf<typeof requestReviewSchema>;

export interface RequestReviewProps {
  projectId: string;
  phaseKey: string;
  /** how much stands in the way now */
  blockers: number;
  requestReview: RequestReview;
}

export function RequestReviewDialog({
  projectId,
  phaseKey,
  blockers,
  requestReview,
  onClose,
}: RequestReviewProps & { onClose: () => void }) {
  const { submit, pending, refusal, errorsOf } = useSubmit(requestReview, onClose);
  return (
    <Dialog
      title="Request a review"
      description="The rules of this gate are frozen into the review. Somebody else decides; a review nobody decides ends as Hold."
      onClose={onClose}
    >
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) =>
            submit({ projectId, phase: phaseKey, note: form.textOrNull("note") }),
          )}
        >
          {blockers > 0 && (
            <p className="rounded-lg bg-warn-soft px-3 py-2 text-small text-warn">
              {countOf(blockers, "blocker")} {blockers === 1 ? "stands" : "stand"} in the way. Go needs all of
              them cleared.
            </p>
          )}
          <Field label="Note for the people who decide" required={false} errors={errorsOf("note")}>
            {(control) => <Textarea {...control} name="note" />}
          </Field>
          <FormErrors refusal={refusal} shown={["note"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>Request review</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
