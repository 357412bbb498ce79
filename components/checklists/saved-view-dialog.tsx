"use client";
import { callApi } from "@/components/ui/call-api";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { SavedView } from "@/lib/domain/item-filter";

export interface SavedViewDialogProps {
  slug: string;
  /** the filter that is kept */
  query: string;
  /** the view to rename; null for a new one */
  view: SavedView | null;
}

/** Asks for the name of a view. */
export function SavedViewDialog({
  slug,
  query,
  view,
  onClose,
}: SavedViewDialogProps & { onClose: () => void }) {
  const address = `/projects/${slug}/views`;
  const { submit, pending, refusal, errorsOf } = useSubmit(
    (name: string) =>
      view ? callApi("PATCH", `${address}/${view.id}`, { name }) : callApi("POST", address, { name, query }),
    onClose,
  );
  return (
    <Dialog
      title={view ? "Rename the view" : "Save this view"}
      description="It stands beside the checklists of this project, for you alone."
      onClose={onClose}
    >
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit((form) => submit(form.text("name")))}>
          <Field label="Name" errors={errorsOf("name")} required>
            {(control) => (
              <TextInput {...control} name="name" defaultValue={view?.name ?? ""} autoComplete="off" />
            )}
          </Field>
          <FormErrors refusal={refusal} shown={["name"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>{view ? "Rename" : "Save"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
