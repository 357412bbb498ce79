"use client";
import { type ReactNode, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { type ControlProps, Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/signals";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import { nameable } from "@/lib/domain/permissions";
import type { PersonView } from "@/lib/domain/project-views";
import { LEVELS } from "@/lib/domain/words";
import type { BulkEdits, BulkWish } from "./bulk-edits";
import { type BulkFormValues, bulkWishOf, LEFT } from "./bulk-wish";
import { LEVEL_WORDS } from "./state-words";
import { counted, undoBulk } from "./undo-bulk";

const SHOWN = ["dueOn", "assigneeIds", "addAssigneeIds"];

export interface BulkDialogProps extends BulkEdits {
  itemIds: string[];
  people: PersonView[];
}

/** Everything that can be changed of many items at once; what is left alone stays as it is in each. */
export function BulkDialog(props: BulkDialogProps & { onClose: () => void }) {
  const { projectId, itemIds, people, areas, targets, change, onClose } = props;
  const [values, setValues] = useState<BulkFormValues>(LEFT);
  const set = (changes: Partial<BulkFormValues>) => setValues({ ...values, ...changes });
  const wish = bulkWishOf(values);
  const { submit, pending, refusal, errorsOf } = useSubmit(
    (wish: BulkWish) => change({ projectId, itemIds, ...wish }),
    ({ changed, unchanged }) => {
      const rest = unchanged > 0 && changed.length > 0 ? ` ${unchanged} had it already.` : "";
      notify({
        text: changed.length > 0 ? `Changed ${counted(changed.length)}.${rest}` : "They have it all already.",
        undo: undoBulk(props, changed),
      });
      onClose();
    },
  );
  const select = <Name extends keyof BulkFormValues>(
    control: ControlProps,
    name: Name,
    leave: string,
    options: ReactNode,
    read: (text: string) => BulkFormValues[Name],
  ) => (
    <Select
      {...control}
      value={String(values[name])}
      onChange={(event) => set({ [name]: read(event.currentTarget.value) })}
    >
      <option value="">{leave}</option>
      {options}
    </Select>
  );
  const asText = (text: string) => text;
  return (
    <Dialog
      title={`Change ${counted(itemIds.length)}`}
      description="All of them or none. What you leave alone stays as it is in each."
      onClose={onClose}
    >
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit(() => wish && submit(wish))}>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Level">
              {(control) =>
                select(
                  control,
                  "level",
                  "Leave as it is",
                  LEVELS.map((level) => (
                    <option key={level} value={level}>
                      {LEVEL_WORDS[level]}
                    </option>
                  )),
                  (text) => LEVELS.find((level) => level === text) ?? "",
                )
              }
            </Field>
            <Field label="Area">
              {(control) =>
                select(
                  control,
                  "area",
                  "Leave as it is",
                  <>
                    <option value="-">No area</option>
                    {areas.map((area) => (
                      <option key={area} value={`=${area}`}>
                        {area}
                      </option>
                    ))}
                  </>,
                  asText,
                )
              }
            </Field>
            <Field label="Due" hint="Empty leaves it as it is." errors={errorsOf("dueOn")}>
              {(control) => (
                <TextInput
                  {...control}
                  type="date"
                  value={values.dueOn}
                  disabled={values.noDue}
                  onChange={(event) => set({ dueOn: event.currentTarget.value })}
                />
              )}
            </Field>
            <Checkbox
              label="Remove the due date"
              className="self-start sm:mt-7.5"
              checked={values.noDue}
              onChange={(event) => set({ noDue: event.currentTarget.checked, dueOn: "" })}
            />
            <Field
              label="Move to"
              hint="To the end of the section. A sub-item without its item becomes one of its own."
            >
              {(control) =>
                select(
                  control,
                  "toSectionId",
                  "Leave where they are",
                  targets.map(({ phaseId, phaseName, sections }) => (
                    <optgroup key={phaseId} label={phaseName}>
                      {sections.map(({ id, title }) => (
                        <option key={id} value={id}>
                          {title}
                        </option>
                      ))}
                    </optgroup>
                  )),
                  asText,
                )
              }
            </Field>
            <Field label="People" errors={errorsOf("assigneeIds") ?? errorsOf("addAssigneeIds")}>
              {(control) =>
                select(
                  control,
                  "assign",
                  "Leave as they are",
                  <>
                    <option value="add">Add people</option>
                    <option value="only">Only these people</option>
                    <option value="nobody">Nobody</option>
                  </>,
                  (text) => (text === "add" || text === "only" || text === "nobody" ? text : ""),
                )
              }
            </Field>
          </div>
          {(values.assign === "add" || values.assign === "only") && (
            <fieldset>
              <legend className="mb-1 text-small font-medium">
                {values.assign === "add" ? "People to add" : "Assigned to"}
              </legend>
              <div className="flex max-h-32 flex-wrap gap-x-5 gap-y-2 overflow-y-auto">
                {nameable(people, "item:work").map(({ memberId, name }) => (
                  <Checkbox
                    key={memberId}
                    label={name}
                    checked={values.people.includes(memberId)}
                    onChange={(event) =>
                      set({
                        people: event.currentTarget.checked
                          ? [...values.people, memberId]
                          : values.people.filter((id) => id !== memberId),
                      })
                    }
                  />
                ))}
              </div>
            </fieldset>
          )}
          <FormErrors refusal={refusal} shown={SHOWN} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending} disabled={!wish}>
              Change {counted(itemIds.length)}
            </SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
