"use client";
import { ConflictChoice } from "@/components/ui/conflict-choice";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { requestRefresh } from "@/components/ui/signals";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { onFormSubmit } from "@/components/ui/use-submit";
import type { ItemView, PersonView } from "@/lib/domain/views";
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
  const { save, saveOver, conflict, pending, refusal, errorsOf } = useItemEdit<FullItemValues>({
    projectId,
    item,
    people,
    edits,
    onDone: onClose,
  });
  const takeTheirs = () => {
    requestRefresh();
    onClose();
  };
  return (
    <Dialog title="Edit the item" wide onClose={onClose}>
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit((form) => save(fullItemValuesOf(form)))}>
          <ItemFields item={item} people={people} areas={areas} errorsOf={errorsOf} />
          <Field label="Details" hint="Markdown" required={false} errors={errorsOf("details")}>
            {(control) => (
              <Textarea {...control} name="details" rows={5} defaultValue={item.details} maxLength={20_000} />
            )}
          </Field>
          <Field
            label="How we know"
            hint="The test that shows it is done."
            required={false}
            errors={errorsOf("acceptance")}
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
          {conflict ? (
            <ConflictChoice
              conflict={conflict}
              pending={pending}
              onKeepMine={saveOver}
              onTakeTheirs={takeTheirs}
            />
          ) : (
            <FormErrors refusal={refusal} shown={[...SHORT_FIELDS, "details", "acceptance"]} />
          )}
          <DialogActions onCancel={close} note="A changed title, level or test makes signatures stale.">
            <SubmitButton pending={pending}>Save</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
