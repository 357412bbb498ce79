import {
  CHOICE_FIELDS,
  type ChoiceField,
  type DueFilter,
  type ItemFilter,
  NO_FILTER,
  type StateFilter,
  sameButText,
} from "@/lib/domain/item-filter";
import type { PersonView } from "@/lib/domain/project-views";
import { LEVEL_WORDS } from "./state-words";

/** The filters one wants all day, each a button of its own. */
export const PRESETS: readonly { label: string; filter: ItemFilter; nothing: string }[] = [
  { label: "All", filter: NO_FILTER, nothing: "the checklist is empty" },
  { label: "Open", filter: { ...NO_FILTER, state: ["open"] }, nothing: "no item is open" },
  {
    label: "Open Musts",
    filter: { ...NO_FILTER, state: ["open"], level: ["MUST"] },
    nothing: "no Must is open",
  },
  { label: "Mine", filter: { ...NO_FILTER, person: ["me"] }, nothing: "no item is yours" },
];

export const presetOf = (filter: ItemFilter) => PRESETS.find((preset) => sameButText(preset.filter, filter));

export const STATE_FILTER_WORDS: Record<StateFilter, string> = {
  open: "Open",
  "in-progress": "In progress",
  settled: "Settled",
  done: "Done",
  verified: "Verified",
  waived: "Waived",
  "not-applicable": "Not applicable",
};

export const DUE_FILTER_WORDS: Record<DueFilter, string> = {
  overdue: "Overdue",
  week: "Due within 7 days",
  none: "No due date",
};

function personWords(person: string, people: PersonView[]): string {
  if (person === "me") return "Assigned to me";
  if (person === "nobody") return "Assigned to nobody";
  const name = people.find(({ memberId }) => memberId === person)?.name;
  return `Assigned to ${name ?? "somebody who is not here"}`;
}

/** One thing that a filter asks, and the filter without it. */
export interface FilterChip {
  key: string;
  label: string;
  without: ItemFilter;
}

const labelsOf = (filter: ItemFilter, people: PersonView[]): Record<ChoiceField, string[]> => ({
  person: filter.person.map((person) => personWords(person, people)),
  level: filter.level.map((level) => LEVEL_WORDS[level]),
  area: filter.area.map((area) => area || "No area"),
  state: filter.state.map((state) => STATE_FILTER_WORDS[state]),
  due: filter.due.map((due) => DUE_FILTER_WORDS[due]),
});

/** What a filter asks besides its text, as one short text for each value. */
export function filterChips(filter: ItemFilter, people: PersonView[]): FilterChip[] {
  const labels = labelsOf(filter, people);
  return CHOICE_FIELDS.flatMap((field) =>
    labels[field].map((label, at) => ({
      key: `${field} ${filter[field][at]}`,
      label,
      without: { ...filter, [field]: filter[field].filter((_, place) => place !== at) },
    })),
  );
}
