"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { DUE_FILTERS, type ItemFilter, STATE_FILTERS } from "@/lib/domain/item-filter";
import type { SectionView } from "@/lib/domain/item-views";
import { LEVELS } from "@/lib/domain/words";
import type { FilterBarProps } from "./filter-bar";
import { DUE_FILTER_WORDS, STATE_FILTER_WORDS } from "./filter-words";
import { LEVEL_WORDS } from "./state-words";

interface Option<Value> {
  value: Value;
  label: string;
}

interface ChoiceProps<Value> {
  label: string;
  chosen: readonly Value[];
  options: Option<Value>[];
  onChange: (values: Value[]) => void;
}

/** One field of the filter: any of what is ticked will do; nothing ticked asks for nothing. */
function Choice<Value extends string>({ label, chosen, options, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-small font-medium">{label}</legend>
      <div className="grid max-h-56 gap-1.5 overflow-y-auto py-0.5 pl-0.5 text-small">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            className="wrap-anywhere"
            checked={chosen.includes(option.value)}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              // In the order of the options, as an address has them.
              const wanted = (value: Value) => (value === option.value ? on : chosen.includes(value));
              onChange(options.flatMap(({ value }) => (wanted(value) ? value : [])));
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

const options = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => ({ value, label: words[value] }));

/** The areas of this checklist, and those that are asked for. */
function areaOptions(sections: SectionView[], asked: readonly string[]): Option<string>[] {
  const used = sections.flatMap(({ items }) => items.flatMap(({ area }) => area ?? []));
  const names = [...new Set([...used, ...asked])].filter(Boolean).sort((a, b) => a.localeCompare(b, "en"));
  return [{ value: "", label: "No area" }, ...names.map((name) => ({ value: name, label: name }))];
}

/** The people of this project, and those that are asked for and are not in it any more. */
function personOptions(people: FilterBarProps["people"], asked: readonly string[]): Option<string>[] {
  const known = new Set(["me", "nobody", ...people.map(({ memberId }) => memberId)]);
  return [
    { value: "me", label: "Me" },
    { value: "nobody", label: "Nobody" },
    ...people.map(({ memberId, name }) => ({ value: memberId, label: name })),
    ...asked.filter((id) => !known.has(id)).map((id) => ({ value: id, label: "Somebody who is not here" })),
  ];
}

/** The fields of the filter that are not asked for all day. */
export function FilterFields({ filter, sections, people, onChange }: FilterBarProps) {
  const set = (changes: Partial<ItemFilter>) => onChange({ ...filter, ...changes });
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 px-4.5 pt-3 sm:grid-cols-3 lg:grid-cols-5">
      <Choice
        label="Assigned to"
        chosen={filter.person}
        options={personOptions(people, filter.person)}
        onChange={(person) => set({ person: person.sort() })}
      />
      <Choice
        label="Level"
        chosen={filter.level}
        options={options(LEVELS, LEVEL_WORDS)}
        onChange={(level) => set({ level })}
      />
      <Choice
        label="Area"
        chosen={filter.area}
        options={areaOptions(sections, filter.area)}
        onChange={(area) => set({ area: area.sort() })}
      />
      <Choice
        label="State"
        chosen={filter.state}
        options={options(STATE_FILTERS, STATE_FILTER_WORDS)}
        onChange={(state) => set({ state })}
      />
      <Choice
        label="Due"
        chosen={filter.due}
        options={options(DUE_FILTERS, DUE_FILTER_WORDS)}
        onChange={(due) => set({ due })}
      />
    </div>
  );
}
