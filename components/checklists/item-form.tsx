"use client";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { EditErrors } from "@/components/ui/edit-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { onFormSubmit } from "@/components/ui/use-submit";
import type { ItemView } from "@/lib/domain/item-views";
import type { PersonView } from "@/lib/domain/project-views";
import { ItemFields, SHORT_FIELDS } from "./item-fields";
import { ItemTexts, LONG_FIELDS } from "./item-texts";
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
          <ItemTexts item={item} errorsOf={edit.errorsOf} />
          <EditErrors edit={edit} shown={[...SHORT_FIELDS, ...LONG_FIELDS]} onLeave={onClose} />
          <DialogActions onCancel={close} note="A changed title, level or test makes signatures stale.">
            <SubmitButton pending={edit.pending}>Save</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
