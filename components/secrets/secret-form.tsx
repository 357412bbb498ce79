"use client";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { EditErrors } from "@/components/ui/edit-errors";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useEdit } from "@/components/ui/use-edit";
import { type FormReader, onFormSubmit } from "@/components/ui/use-submit";
import type { SecretView } from "@/lib/domain/secret-views";
import type { SecretEdits } from "./secret-edits";

export interface SecretFormProps {
  projectId: string;
  /** absent: a new one, at the end */
  secret?: Omit<SecretView, "rotation" | "lastRotatedBy">;
  edits: Pick<SecretEdits, "add" | "edit">;
}

const WORDS = {
  name: { label: "Name" },
  variable: { label: "Variable" },
  owner: { label: "Owner" },
  storage: { label: "Stored in" },
  rotationDays: { label: "Rotated every" },
};

const valuesOf = (form: FormReader) => ({
  name: form.text("name"),
  variable: form.textOrNull("variable"),
  owner: form.textOrNull("owner"),
  storage: form.textOrNull("storage"),
  rotationDays: form.number("rotationDays"),
});

/** What a secret is called, who looks after it and where it lies; there is no field for its value. */
export function SecretForm({ projectId, secret, edits, onClose }: SecretFormProps & { onClose: () => void }) {
  const edit = useEdit<ReturnType<typeof valuesOf>>({
    base: secret ?? null,
    words: WORDS,
    add: (values) => edits.add({ projectId, ...values }),
    edit: (changes, version) => edits.edit({ projectId, id: secret?.id ?? "", version, ...changes }),
    onDone: onClose,
  });
  const line = (name: "variable" | "owner" | "storage", hint?: string) => (
    <Field label={WORDS[name].label} hint={hint} required={false} errors={edit.errorsOf(name)}>
      {(control) => (
        <TextInput {...control} name={name} defaultValue={secret?.[name] ?? ""} autoComplete="off" />
      )}
    </Field>
  );
  return (
    <Dialog
      title={secret ? "Edit the secret" : "Add a secret"}
      description="Only that it exists. Never its value."
      onClose={onClose}
    >
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit((form) => edit.save(valuesOf(form)))}>
          <Field label="Name" errors={edit.errorsOf("name")} required>
            {(control) => (
              <TextInput {...control} name="name" defaultValue={secret?.name} autoComplete="off" />
            )}
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            {line("variable", "Its name where it is used, like MAIL_API_KEY.")}
            {line("owner", "A person or a team.")}
            {line("storage", "The vault, the file, the account it lies in.")}
            <Field
              label="Rotated every … days"
              hint="Left empty: no rotation is asked for."
              errors={edit.errorsOf("rotationDays")}
            >
              {(control) => (
                <TextInput
                  {...control}
                  type="number"
                  name="rotationDays"
                  min={1}
                  max={3650}
                  defaultValue={secret?.rotationDays ?? ""}
                />
              )}
            </Field>
          </div>
          <EditErrors edit={edit} shown={Object.keys(WORDS)} onLeave={onClose} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={edit.pending}>{secret ? "Save" : "Add"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
