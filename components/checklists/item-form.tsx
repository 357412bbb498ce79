"use client";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { EditErrors } from "@/components/ui/edit-errors";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { onFormSubmit } from "@/components/ui/use-submit";
import type { ItemView } from "@/lib/domain/item-views";
import type { PersonView } from "@/lib/domain/project-views";
import { ItemFields, SHORT_FIELDS } from "./item-fields";
import { type FullItemValues, fullItemValuesOf } from "./item-values";
import type { PlanEdits } from "./plan-edits";
import { useItemEdit } from "./use-item-edit";

export interface ItemFormProps {
  projectId: string;
  item: ItemView;
  people: PersonView[];
  areas: string[];
  edits: Pick<PlanEdits, "editItem">;
}

/** Everything of an item, on its own page. */
export function ItemForm({
  projectId,
  item,
  people,
  areas,
  edits,
  onClose,
}: ItemFormProps & { onClose: () => void }) {
  const edit = useItemEdit<FullItemValues>({
    projectId,
    item,
    people,
    edits,
    onDone: onClose,
  });
  return (
    <Dialog title="Edit the item" wide onClose={onClose}>
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit((form) => edit.save(fullItemValuesOf(form)))}>
          <ItemFields item={item} people={people} areas={areas} errorsOf={edit.errorsOf} />
          <Field label="Details" hint="Markdown" required={false} errors={edit.errorsOf("details")}>
            {(control) => (
              <Textarea {...control} name="details" rows={5} defaultValue={item.details} maxLength={20_000} />
            )}
          </Field>
          <Field
            label="How we know"
            hint="The test that shows it is done."
            required={false}
            errors={edit.errorsOf("acceptance")}
          >
            {(control) => (
              <Textarea
                {...control}
                name="acceptance"
                rows={2}
                defaultValue={item.acceptance ?? ""}
                maxLength={20_000}
              />
            )}
          </Field>
          <EditErrors edit={edit} shown={[...SHORT_FIELDS, "details", "acceptance"]} onLeave={onClose} />
          <DialogActions onCancel={close} note="A changed title, level or test makes signatures stale.">
            <SubmitButton pending={edit.pending}>Save</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
