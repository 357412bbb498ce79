import {
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
  { label: "Open", filter: { ...NO_FILTER, state: "open" }, nothing: "no item is open" },
  {
    label: "Open Musts",
    filter: { ...NO_FILTER, state: "open", level: "MUST" },
    nothing: "no Must is open",
  },
  { label: "Mine", filter: { ...NO_FILTER, person: "me" }, nothing: "no item is yours" },
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

type Field = Exclude<keyof ItemFilter, "text">;

function personWords(person: string, people: PersonView[]): string {
  if (person === "me") return "Assigned to me";
  if (person === "nobody") return "Assigned to nobody";
  const name = people.find(({ memberId }) => memberId === person)?.name;
  return `Assigned to ${name ?? "somebody who is not here"}`;
}

/** What a filter asks besides its text, as one short text for each field. */
export function filterWords(filter: ItemFilter, people: PersonView[]): { field: Field; label: string }[] {
  const { person, level, area, state, due } = filter;
  const words: [Field, string | null][] = [
    ["person", person && personWords(person, people)],
    ["level", level && LEVEL_WORDS[level]],
    ["area", area === null ? null : area || "No area"],
    ["state", state && STATE_FILTER_WORDS[state]],
    ["due", due && DUE_FILTER_WORDS[due]],
  ];
  return words.flatMap(([field, label]) => (label === null ? [] : { field, label }));
}
