import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { ItemRow } from "@/lib/domain/item-views";
import { nameable } from "@/lib/domain/permissions";
import type { PersonView } from "@/lib/domain/project-views";
import { LevelSelect } from "./level-select";

export const SHORT_FIELDS = ["title", "level", "area", "dueOn", "assigneeIds"];

interface ItemFieldsProps {
  item: Pick<ItemRow, "id" | "title" | "level" | "area" | "dueOn" | "assignees">;
  people: PersonView[];
  areas: string[];
  errorsOf: (field: string) => string[] | undefined;
}

/** Title, level, area, due day and people of an item. */
export function ItemFields({ item, people, areas, errorsOf }: ItemFieldsProps) {
  const assigned = new Set(item.assignees.map(({ memberId }) => memberId));
  const list = `areas-${item.id}`;
  return (
    <>
      <Field label="Title" errors={errorsOf("title")} required>
        {(control) => <TextInput {...control} name="title" defaultValue={item.title} />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-3">
        <LevelSelect value={item.level} errors={errorsOf("level")} />
        <Field label="Area" required={false} errors={errorsOf("area")}>
          {(control) => (
            <TextInput
              {...control}
              name="area"
              list={list}
              defaultValue={item.area ?? ""}
              autoComplete="off"
            />
          )}
        </Field>
        <datalist id={list}>
          {areas.map((area) => (
            <option key={area} value={area} />
          ))}
        </datalist>
        <Field label="Due" required={false} errors={errorsOf("dueOn")}>
          {(control) => <TextInput {...control} type="date" name="dueOn" defaultValue={item.dueOn ?? ""} />}
        </Field>
      </div>
      <fieldset>
        <legend className="mb-1 text-small font-medium">Assigned to</legend>
        <div className="flex max-h-32 flex-wrap gap-x-5 gap-y-2 overflow-y-auto">
          {nameable(people, "item:work", assigned).map(({ memberId, name }) => (
            <Checkbox
              key={memberId}
              name="assigneeIds"
              value={memberId}
              defaultChecked={assigned.has(memberId)}
              label={name}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
