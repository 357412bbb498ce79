"use client";
import { useState } from "react";
import type { ActionOf } from "@/components/ui/action-of";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { SignOffRuleView } from "@/lib/domain/gate-views";
import type { SignOffDecision } from "@/lib/domain/words";
import type { signOffSchema } from "@/lib/schemas/sign-offs";
import { StaleChanges } from "./stale-changes";

export type Sign = ActionOf<typeof signOffSchema>;

export interface SignDialogProps {
  projectId: string;
  phaseKey: string;
  rule: SignOffRuleView;
  sign: Sign;
}

export function SignDialog({
  projectId,
  phaseKey,
  rule,
  sign,
  onClose,
}: SignDialogProps & { onClose: () => void }) {
  const [decision, setDecision] = useState<SignOffDecision>("APPROVED");
  const { submit, pending, refusal, errorsOf } = useSubmit(sign, onClose);
  const stale = rule.signOffs.find(({ state, changes }) => state === "STALE" && changes.length > 0);
  const refusing = decision === "REFUSED";
  return (
    <Dialog
      title={`Sign: ${rule.name}`}
      description="You sign for what this phase shows now. When something material changes, you are asked again."
      onClose={onClose}
    >
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) =>
            submit({
              projectId,
              phase: phaseKey,
              rule: rule.id,
              decision,
              comment: form.textOrNull("comment"),
            }),
          )}
        >
          {stale && <StaleChanges changes={stale.changes} />}
          <fieldset className="grid grid-cols-2 gap-2">
            <legend className="sr-only">Your answer</legend>
            <label className="choice">
              <input
                type="radio"
                name="decision"
                checked={!refusing}
                onChange={() => setDecision("APPROVED")}
              />
              <b>Approve</b>
              <span>I have seen it, and it may pass</span>
            </label>
            <label className="choice">
              <input
                type="radio"
                name="decision"
                checked={refusing}
                onChange={() => setDecision("REFUSED")}
              />
              <b>Refuse</b>
              <span>it blocks the gate until I approve</span>
            </label>
          </fieldset>
          <Field
            label={refusing ? "What is missing" : "Comment"}
            required={refusing}
            errors={errorsOf("comment")}
          >
            {(control) => <Textarea {...control} name="comment" />}
          </Field>
          <FormErrors refusal={refusal} shown={["comment"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending} look={refusing ? "danger" : "primary"}>
              {refusing ? "Refuse" : "Sign"}
            </SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
