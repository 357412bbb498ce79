"use client";
import { useState } from "react";
import { RoleSelect } from "@/components/members/role-select";
import type { ActionOf } from "@/components/ui/action-of";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { type FormReader, onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { SignOffRuleDefinition } from "@/lib/domain/gate-views";
import { nameable } from "@/lib/domain/permissions";
import type { PersonView } from "@/lib/domain/project-views";
import { ROLES } from "@/lib/domain/words";
import type {
  addSignOffRuleSchema,
  archiveSignOffRuleSchema,
  editSignOffRuleSchema,
} from "@/lib/schemas/sign-offs";

export interface SaveRule {
  add: ActionOf<typeof addSignOffRuleSchema>;
  edit: ActionOf<typeof editSignOffRuleSchema>;
  archive: ActionOf<typeof archiveSignOffRuleSchema>;
}

export interface RuleFormProps {
  projectId: string;
  phaseId: string;
  /** absent: a new one */
  rule?: SignOffRuleDefinition;
  people: PersonView[];
  save: SaveRule;
}

export function RuleForm({
  projectId,
  phaseId,
  rule: ruleNow,
  people,
  save,
  onClose,
}: RuleFormProps & { onClose: () => void }) {
  // As it was when the form opened: the page behind it follows what others do.
  const [rule] = useState(ruleNow);
  const { submit, pending, refusal, errorsOf } = useSubmit((form: FormReader) => {
    const values = {
      name: form.text("name"),
      minimum: form.number("minimum") ?? 1,
      minimumRole: form.oneOf("minimumRole", ROLES, "LEAD"),
      memberIds: form.all("memberIds"),
    };
    return rule
      ? save.edit({ projectId, ruleId: rule.id, version: rule.version, ...values })
      : save.add({ projectId, phaseId, ...values });
  }, onClose);
  const named = new Set(rule?.people.map(({ memberId }) => memberId));
  return (
    <Dialog
      title={rule ? "Edit the rule" : "Add a sign-off rule"}
      description="Every rule of a phase must be fulfilled; one person counts under one rule."
      onClose={onClose}
    >
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit(submit)}>
          <div className="grid gap-4 sm:grid-cols-[1fr_120px]">
            <Field label="Name" errors={errorsOf("name")} required>
              {(control) => (
                <TextInput {...control} name="name" defaultValue={rule?.name} placeholder="Security" />
              )}
            </Field>
            <Field label="People needed" errors={errorsOf("minimum")} required>
              {(control) => (
                <TextInput
                  {...control}
                  type="number"
                  name="minimum"
                  min={1}
                  max={20}
                  defaultValue={rule?.minimum ?? 1}
                />
              )}
            </Field>
          </div>
          <fieldset>
            <legend className="mb-1 text-small font-medium">Who may sign</legend>
            <div className="grid max-h-44 gap-1.5 overflow-y-auto rounded-lg border border-line p-3 sm:grid-cols-2">
              {nameable(people, "gate:sign", named).map(({ memberId, name }) => (
                <Checkbox
                  key={memberId}
                  name="memberIds"
                  value={memberId}
                  defaultChecked={named.has(memberId)}
                  label={name}
                />
              ))}
            </div>
          </fieldset>
          <RoleSelect
            name="minimumRole"
            label="If nobody is named: this role or above"
            value={rule?.minimumRole ?? "LEAD"}
            errors={errorsOf("minimumRole")}
          />
          <FormErrors refusal={refusal} shown={["name", "minimum", "minimumRole"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>{rule ? "Save" : "Add"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
