"use client";
import { Button } from "@/components/ui/button";
import { EditErrors } from "@/components/ui/edit-errors";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { ItemRow, SectionView } from "@/lib/domain/item-views";
import { ItemFields, SHORT_FIELDS } from "./item-fields";
import { type ItemValues, itemValuesOf } from "./item-values";
import type { PlanEditorProps } from "./plan-edits";
import { useItemEdit } from "./use-item-edit";

interface InlineItemFormProps extends PlanEditorProps {
  section: SectionView;
  item: ItemRow;
  onDone: () => void;
}

/** An item's form under its row. */
export function InlineItemForm({
  projectId,
  section,
  item,
  people,
  areas,
  targets,
  edits,
  onDone,
}: InlineItemFormProps) {
  const edit = useItemEdit<ItemValues>({
    projectId,
    item,
    people,
    edits,
    onDone,
  });
  const move = useSubmit((toSectionId: string) =>
    edits.moveItem({ projectId, itemId: item.id, toSectionId, beforeItemId: null, version: item.version }),
  );
  return (
    <form
      className="grid gap-4 border-b border-line px-4.5 pt-2 pb-4 sm:pl-13"
      onSubmit={onFormSubmit((form) => edit.save(itemValuesOf(form)))}
    >
      <ItemFields item={item} people={people} areas={areas} errorsOf={edit.errorsOf} />
      <Field label="Section" hint="Moving is saved at once." className="max-w-80">
        {(control) => (
          <Select
            {...control}
            value={section.id}
            onChange={(event) => move.submit(event.currentTarget.value)}
          >
            {targets.map((target) => (
              <optgroup key={target.phaseId} label={target.phaseName}>
                {target.sections.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <EditErrors edit={edit} shown={SHORT_FIELDS} onLeave={onDone} />
      <FormErrors refusal={move.refusal} />
      <div className="flex gap-2">
        <SubmitButton pending={edit.pending}>Save</SubmitButton>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
