"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { EditErrors } from "@/components/ui/edit-errors";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useEdit } from "@/components/ui/use-edit";
import { onFormSubmit } from "@/components/ui/use-submit";
import type { ConfigurationItemView } from "@/lib/domain/environment-views";
import type { ConfigurationItemEdits } from "./environment-edits";

export interface ConfigurationItemFormProps {
  projectId: string;
  /** absent: a new one, as the last row */
  item?: Pick<ConfigurationItemView, "id" | "key" | "mustDiffer" | "version">;
  edits: Pick<ConfigurationItemEdits, "add" | "edit">;
}

const WORDS = {
  key: { label: "Key" },
  mustDiffer: {
    label: "Production must not equal mock",
    value: (raw: unknown) => (raw === true ? "yes" : "no"),
  },
};

/** A row of the matrix. */
export function ConfigurationItemForm({
  projectId,
  item,
  edits,
  onClose,
}: ConfigurationItemFormProps & { onClose: () => void }) {
  const edit = useEdit<{ key: string; mustDiffer: boolean }>({
    base: item ?? null,
    words: WORDS,
    add: (values) => edits.add({ projectId, ...values }),
    edit: (changes, version) => edits.edit({ projectId, id: item?.id ?? "", version, ...changes }),
    onDone: onClose,
  });
  return (
    <Dialog title={item ? "Edit the configuration item" : "Add a configuration item"} onClose={onClose}>
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) =>
            edit.save({ key: form.text("key"), mustDiffer: form.on("mustDiffer") }),
          )}
        >
          <Field
            label="Key"
            hint="A variable, a service, a kind of data: what each environment has its own of."
            errors={edit.errorsOf("key")}
            required
          >
            {(control) => <TextInput {...control} name="key" defaultValue={item?.key} autoComplete="off" />}
          </Field>
          <Checkbox
            name="mustDiffer"
            defaultChecked={item?.mustDiffer}
            label="Production must not equal mock: an equal value is shown as a problem."
          />
          <EditErrors edit={edit} shown={["key"]} onLeave={onClose} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={edit.pending}>{item ? "Save" : "Add"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
