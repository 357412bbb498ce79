"use client";
import type { ActionOf } from "@/components/ui/action-of";
import type { ConflictWords } from "@/components/ui/conflict";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { EditErrors } from "@/components/ui/edit-errors";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { useEdit } from "@/components/ui/use-edit";
import { type FormReader, onFormSubmit } from "@/components/ui/use-submit";
import type { PlanExtrasView } from "@/lib/domain/plan-extras-views";
import { RISK_SEVERITIES } from "@/lib/domain/words";
import type { acceptRiskSchema, addRiskSchema, editRiskSchema, riskOnlySchema } from "@/lib/schemas/risks";
import { RISK_STATE_WORDS, SEVERITY_WORDS, STATES_TO_SET } from "./risk-words";

export interface RiskActions {
  add: ActionOf<typeof addRiskSchema>;
  edit: ActionOf<typeof editRiskSchema>;
  accept: ActionOf<typeof acceptRiskSchema>;
  archive: ActionOf<typeof riskOnlySchema>;
}

export interface RiskFormProps {
  projectId: string;
  /** absent: a new one */
  risk?: PlanExtrasView["risks"][number];
  actions: Pick<RiskActions, "add" | "edit">;
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
  ...(form.text("state") !== "ACCEPTED" && { state: form.oneOf("state", STATES_TO_SET, "OPEN") }),
});
type RiskValues = ReturnType<typeof valuesOf>;

export function RiskForm({ projectId, risk, actions, onClose }: RiskFormProps & { onClose: () => void }) {
  const edit = useEdit<RiskValues>({
    base: risk ?? null,
    words: WORDS,
    add: (values) => actions.add({ projectId, ...values }),
    edit: (changes, version) => actions.edit({ projectId, riskId: risk?.id ?? "", version, ...changes }),
    onDone: onClose,
  });
  const states = risk?.state === "ACCEPTED" ? (["ACCEPTED", ...STATES_TO_SET] as const) : STATES_TO_SET;
  return (
    <Dialog title={risk ? "Edit the risk" : "Add a risk"} onClose={onClose}>
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit((form) => edit.save(valuesOf(form)))}>
          <Field label="What could go wrong" errors={edit.errorsOf("title")} required>
            {(control) => <TextInput {...control} name="title" defaultValue={risk?.title} maxLength={500} />}
          </Field>
          <div className="grid grid-cols-2 gap-4">
            <Field label="Severity" errors={edit.errorsOf("severity")}>
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
            <Field label="State" errors={edit.errorsOf("state")}>
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
          <Field label="What is done about it" required={false} errors={edit.errorsOf("mitigation")}>
            {(control) => (
              <Textarea
                {...control}
                name="mitigation"
                defaultValue={risk?.mitigation ?? ""}
                maxLength={20_000}
              />
            )}
          </Field>
          <EditErrors edit={edit} shown={["title", "severity", "state", "mitigation"]} onLeave={onClose} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={edit.pending}>{risk ? "Save" : "Add"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
