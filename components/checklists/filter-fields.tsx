"use client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
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
  any: string;
  value: Value | null;
  options: Option<Value>[];
  onChange: (value: Value | null) => void;
}

/** One field of the filter. The first option asks for nothing. */
function Choice<Value extends string>({ label, any, value, options, onChange }: ChoiceProps<Value>) {
  const at = options.findIndex((option) => option.value === value);
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={at}
          onChange={(event) => onChange(options[Number(event.currentTarget.value)]?.value ?? null)}
        >
          <option value={-1}>{any}</option>
          {options.map((option, index) => (
            <option key={option.value} value={index}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

const options = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => ({ value, label: words[value] }));

/** The areas of this checklist, and the one that is asked for. */
function areaOptions(sections: SectionView[], asked: string | null): Option<string>[] {
  const used = sections.flatMap(({ items }) => items.flatMap(({ area }) => area ?? []));
  const names = [...new Set([...used, ...(asked ? [asked] : [])])].sort((a, b) => a.localeCompare(b, "en"));
  return [{ value: "", label: "No area" }, ...names.map((name) => ({ value: name, label: name }))];
}

/** The fields of the filter that are not asked for all day. */
export function FilterFields({ filter, sections, people, onChange }: FilterBarProps) {
  const set = (changes: Partial<ItemFilter>) => onChange({ ...filter, ...changes });
  return (
    <div className="grid grid-cols-2 gap-3 px-4.5 pt-3 sm:grid-cols-3 lg:grid-cols-5">
      <Choice
        label="Assigned to"
        any="Anybody"
        value={filter.person}
        options={[
          { value: "me", label: "Me" },
          { value: "nobody", label: "Nobody" },
          ...people.map(({ memberId, name }) => ({ value: memberId, label: name })),
        ]}
        onChange={(person) => set({ person })}
      />
      <Choice
        label="Level"
        any="Any level"
        value={filter.level}
        options={options(LEVELS, LEVEL_WORDS)}
        onChange={(level) => set({ level })}
      />
      <Choice
        label="Area"
        any="Any area"
        value={filter.area}
        options={areaOptions(sections, filter.area)}
        onChange={(area) => set({ area })}
      />
      <Choice
        label="State"
        any="Any state"
        value={filter.state}
        options={options(STATE_FILTERS, STATE_FILTER_WORDS)}
        onChange={(state) => set({ state })}
      />
      <Choice
        label="Due"
        any="Any day"
        value={filter.due}
        options={options(DUE_FILTERS, DUE_FILTER_WORDS)}
        onChange={(due) => set({ due })}
      />
    </div>
  );
}
