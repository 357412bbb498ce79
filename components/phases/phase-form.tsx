"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { EditErrors } from "@/components/ui/edit-errors";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { useEdit } from "@/components/ui/use-edit";
import { onFormSubmit } from "@/components/ui/use-submit";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { PhaseEdits } from "./phase-edits";
import { PHASE_FIELDS, PHASE_WORDS, type PhaseValues, phaseValuesOf } from "./phase-values";

/** What the form is filled with; not the whole phase, which would travel to the browser twice. */
export type FormPhase = Pick<
  PhaseView,
  | "id"
  | "name"
  | "goals"
  | "scope"
  | "audience"
  | "plannedOn"
  | "minimumScore"
  | "overdueSecretsBlock"
  | "version"
>;

export interface PhaseFormProps {
  projectId: string;
  /** absent: a new one, at the end */
  phase?: FormPhase;
  edits: Pick<PhaseEdits, "add" | "edit">;
}

/** What a phase is for, until when, what its gate asks for, and the way back. */
export function PhaseForm({ projectId, phase, edits, onClose }: PhaseFormProps & { onClose: () => void }) {
  const edit = useEdit<PhaseValues>({
    base: phase ?? null,
    words: PHASE_WORDS,
    add: (values) => edits.add({ projectId, ...values }),
    edit: (changes, version) => edits.edit({ projectId, phaseId: phase?.id ?? "", version, ...changes }),
    onDone: onClose,
  });
  const lines = (name: "goals" | "scope", label: string, hint: string) => (
    <Field label={label} hint={hint} required={false} errors={edit.errorsOf(name)}>
      {(control) => <Textarea {...control} name={name} rows={3} defaultValue={phase?.[name].join("\n")} />}
    </Field>
  );
  return (
    <Dialog title={phase ? "Edit the phase" : "Add a phase"} wide onClose={onClose}>
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit((form) => edit.save(phaseValuesOf(form)))}>
          <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_160px_130px]">
            <Field label="Name" errors={edit.errorsOf("name")} required>
              {(control) => (
                <TextInput {...control} name="name" defaultValue={phase?.name} autoComplete="off" />
              )}
            </Field>
            <Field label="Gate planned on" errors={edit.errorsOf("plannedOn")}>
              {(control) => (
                <TextInput {...control} type="date" name="plannedOn" defaultValue={phase?.plannedOn ?? ""} />
              )}
            </Field>
            <Field
              label="Minimum score"
              hint="Empty: the usual one. 0: none."
              errors={edit.errorsOf("minimumScore")}
            >
              {(control) => (
                <TextInput
                  {...control}
                  type="number"
                  name="minimumScore"
                  min={0}
                  max={100}
                  defaultValue={phase?.minimumScore}
                />
              )}
            </Field>
          </div>
          <div className="grid gap-4 sm:grid-cols-2">
            {lines("goals", "Goals", "One on each line.")}
            {lines("scope", "Scope", "One on each line.")}
          </div>
          <Field label="For whom" required={false} errors={edit.errorsOf("audience")}>
            {(control) => <TextInput {...control} name="audience" defaultValue={phase?.audience} />}
          </Field>
          <Checkbox
            name="overdueSecretsBlock"
            defaultChecked={phase?.overdueSecretsBlock}
            label="A secret that is overdue for rotation blocks the gate."
          />
          <EditErrors edit={edit} shown={PHASE_FIELDS} onLeave={onClose} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={edit.pending}>{phase ? "Save" : "Add"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
