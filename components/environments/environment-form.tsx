"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { EditErrors } from "@/components/ui/edit-errors";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useEdit } from "@/components/ui/use-edit";
import { onFormSubmit } from "@/components/ui/use-submit";
import type { EnvironmentView } from "@/lib/domain/environment-views";
import type { EnvironmentEdits } from "./environment-edits";

export interface EnvironmentFormProps {
  projectId: string;
  /** absent: a new one, as the last column */
  environment?: EnvironmentView;
  edits: Pick<EnvironmentEdits, "add" | "edit">;
}

const WORDS = {
  name: { label: "Name" },
  isProduction: { label: "Production", value: (raw: unknown) => (raw === true ? "yes" : "no") },
};

/** A column of the matrix. */
export function EnvironmentForm({
  projectId,
  environment,
  edits,
  onClose,
}: EnvironmentFormProps & { onClose: () => void }) {
  const edit = useEdit<{ name: string; isProduction: boolean }>({
    base: environment ?? null,
    words: WORDS,
    add: (values) => edits.add({ projectId, ...values }),
    edit: (changes, version) => edits.edit({ projectId, id: environment?.id ?? "", version, ...changes }),
    onDone: onClose,
  });
  return (
    <Dialog title={environment ? "Edit the environment" : "Add an environment"} onClose={onClose}>
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) =>
            edit.save({ name: form.text("name"), isProduction: form.on("isProduction") }),
          )}
        >
          <Field label="Name" errors={edit.errorsOf("name")} required>
            {(control) => (
              <TextInput {...control} name="name" defaultValue={environment?.name} autoComplete="off" />
            )}
          </Field>
          <Checkbox
            name="isProduction"
            defaultChecked={environment?.isProduction}
            label="This is production: what customers meet."
          />
          <EditErrors edit={edit} shown={["name"]} onLeave={onClose} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={edit.pending}>{environment ? "Save" : "Add"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
