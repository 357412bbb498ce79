"use client";
import { useState } from "react";
import type { ActionOf } from "@/components/ui/action-of";
import { type ConflictWords, conflictOf } from "@/components/ui/conflict";
import { ConflictChoice } from "@/components/ui/conflict-choice";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { requestRefresh } from "@/components/ui/signals";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { type FormReader, onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { PlanExtrasView } from "@/lib/domain/views";
import { RISK_SEVERITIES } from "@/lib/domain/words";
import {
  type acceptRiskSchema,
  type addRiskSchema,
  type editRiskSchema,
  RISK_STATES_TO_SET,
} from "@/lib/schemas/risks";
import { RISK_STATE_WORDS, SEVERITY_WORDS } from "./risk-words";

export interface RiskActions {
  add: ActionOf<typeof addRiskSchema>;
  edit: ActionOf<typeof editRiskSchema>;
  accept: ActionOf<typeof acceptRiskSchema>;
}

export interface RiskFormProps {
  projectId: string;
  /** absent: a new one */
  risk?: PlanExtrasView["risks"][number];
  actions: RiskActions;
}

const WORDS: ConflictWords = {
  title: { label: "Title" },
  severity: { label: "Severity" },
  state: { label: "State" },
  mitigation: { label: "Mitigation" },
};

const valuesOf = (form: FormReader) => ({
  title: form.text("title"),
  severity: form.oneOf("severity", RISK_SEVERITIES, "MEDIUM"),
  mitigation: form.textOrNull("mitigation"),
  // An accepted risk keeps its state unless another one is chosen.
  ...(form.text("state") !== "ACCEPTED" && { state: form.oneOf("state", RISK_STATES_TO_SET, "OPEN") }),
});
type RiskValues = ReturnType<typeof valuesOf>;

export function RiskForm({ projectId, risk, actions, onClose }: RiskFormProps & { onClose: () => void }) {
  const [typed, setTyped] = useState<RiskValues | null>(null);
  const { submit, pending, refusal, errorsOf } = useSubmit(
    ({ values, version }: { values: RiskValues; version: number }) =>
      risk
        ? actions.edit({ projectId, riskId: risk.id, version, ...values })
        : actions.add({ projectId, ...values }),
    onClose,
  );
  const send = (values: RiskValues, version = risk?.version ?? 1) => {
    setTyped(values);
    submit({ values, version });
  };
  const conflict = typed && conflictOf(refusal, typed, WORDS);
  const states =
    risk?.state === "ACCEPTED" ? (["ACCEPTED", ...RISK_STATES_TO_SET] as const) : RISK_STATES_TO_SET;
  return (
    <Dialog title={risk ? "Edit the risk" : "Add a risk"} onClose={onClose}>
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit((form) => send(valuesOf(form)))}>
          <Field label="What could go wrong" errors={errorsOf("title")} required>
            {(control) => <TextInput {...control} name="title" defaultValue={risk?.title} maxLength={500} />}
          </Field>
          <div className="grid grid-cols-2 gap-4">
            <Field label="Severity" errors={errorsOf("severity")}>
              {(control) => (
                <Select {...control} name="severity" defaultValue={risk?.severity ?? "MEDIUM"}>
                  {RISK_SEVERITIES.map((severity) => (
                    <option key={severity} value={severity}>
                      {SEVERITY_WORDS[severity]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label="State" errors={errorsOf("state")}>
              {(control) => (
                <Select {...control} name="state" defaultValue={risk?.state ?? "OPEN"}>
                  {states.map((state) => (
                    <option key={state} value={state}>
                      {RISK_STATE_WORDS[state].word}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <Field label="What is done about it" required={false} errors={errorsOf("mitigation")}>
            {(control) => (
              <Textarea
                {...control}
                name="mitigation"
                defaultValue={risk?.mitigation ?? ""}
                maxLength={20_000}
              />
            )}
          </Field>
          {conflict && typed ? (
            <ConflictChoice
              conflict={conflict}
              pending={pending}
              onKeepMine={(version) => send(typed, version)}
              onTakeTheirs={() => {
                requestRefresh();
                onClose();
              }}
            />
          ) : (
            <FormErrors refusal={refusal} shown={["title", "severity", "state", "mitigation"]} />
          )}
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>{risk ? "Save" : "Add"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
