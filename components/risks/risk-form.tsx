"use client";
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
import type { PersonView } from "@/lib/domain/project-views";
import type { RiskView } from "@/lib/domain/risk-views";
import { RISK_SCALE, type RiskScale } from "@/lib/domain/risks";
import { RISK_SEVERITIES } from "@/lib/domain/words";
import type { RiskEdits } from "./risk-edits";
import { RISK_STATE_WORDS, STATES_TO_SET } from "./risk-words";
import { SeverityFields } from "./severity-fields";

export interface RiskFormProps {
  projectId: string;
  /** absent: a new one, at the end */
  risk?: Omit<RiskView, "acceptance" | "blocks" | "owner">;
  people: Pick<PersonView, "memberId" | "name">[];
  edits: Pick<RiskEdits, "add" | "edit">;
}

const WORDS: ConflictWords = {
  title: { label: "Title" },
  severity: { label: "Severity" },
  likelihood: { label: "Likelihood" },
  impact: { label: "Impact" },
  state: { label: "State" },
  mitigation: { label: "Mitigation" },
};

const scaleOf = (form: FormReader, name: string): RiskScale | null =>
  RISK_SCALE.find((step) => step === form.text(name)) ?? null;

function valuesOf(form: FormReader) {
  const [likelihood, impact] = [scaleOf(form, "likelihood"), scaleOf(form, "impact")];
  return {
    title: form.text("title"),
    likelihood,
    impact,
    mitigation: form.textOrNull("mitigation"),
    ownerId: form.textOrNull("ownerId"),
    // It follows from both where both are said.
    ...(!(likelihood && impact) && { severity: form.oneOf("severity", RISK_SEVERITIES, "MEDIUM") }),
    // An accepted risk keeps its state unless another one is chosen.
    ...(form.text("state") !== "ACCEPTED" && { state: form.oneOf("state", STATES_TO_SET, "OPEN") }),
  };
}

/** What could go wrong, how bad it would be, what is done about it, and who looks after that. */
export function RiskForm({
  projectId,
  risk,
  people,
  edits,
  onClose,
}: RiskFormProps & { onClose: () => void }) {
  const edit = useEdit<ReturnType<typeof valuesOf>>({
    base: risk ?? null,
    words: WORDS,
    add: (values) => edits.add({ projectId, ...values }),
    edit: (changes, version) => edits.edit({ projectId, id: risk?.id ?? "", version, ...changes }),
    onDone: onClose,
  });
  const states = risk?.state === "ACCEPTED" ? (["ACCEPTED", ...STATES_TO_SET] as const) : STATES_TO_SET;
  return (
    <Dialog title={risk ? "Edit the risk" : "Add a risk"} wide onClose={onClose}>
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit((form) => edit.save(valuesOf(form)))}>
          <Field label="What could go wrong" errors={edit.errorsOf("title")} required>
            {(control) => <TextInput {...control} name="title" defaultValue={risk?.title} />}
          </Field>
          <SeverityFields risk={risk ?? null} errorsOf={edit.errorsOf} />
          <Field label="What is done about it" required={false} errors={edit.errorsOf("mitigation")}>
            {(control) => <Textarea {...control} name="mitigation" defaultValue={risk?.mitigation ?? ""} />}
          </Field>
          <div className="grid grid-cols-2 gap-4">
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
            <Field label="Owner" errors={edit.errorsOf("ownerId")}>
              {(control) => (
                <Select {...control} name="ownerId" defaultValue={risk?.ownerId ?? ""}>
                  <option value="">Nobody yet</option>
                  {people.map(({ memberId, name }) => (
                    <option key={memberId} value={memberId}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <EditErrors
            edit={edit}
            shown={["title", "severity", "likelihood", "impact", "state", "mitigation", "ownerId"]}
            onLeave={onClose}
          />
          <DialogActions onCancel={close}>
            <SubmitButton pending={edit.pending}>{risk ? "Save" : "Add"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
