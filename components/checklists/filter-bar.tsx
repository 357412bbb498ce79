import type { ItemRow } from "@/lib/domain/item-views";
import type { PersonView } from "@/lib/domain/project-views";
import { isTickedState } from "./state-words";

const FILTERS = [
  { value: "all", label: "All" },
  { value: "open", label: "Open" },
  { value: "must", label: "Open Musts" },
  { value: "mine", label: "Mine" },
] as const;
export type ChecklistFilter = (typeof FILTERS)[number]["value"];

const isOpen = (item: ItemRow) => !isTickedState(item.state) && item.state !== "NOT_APPLICABLE";

export const matchesFilter =
  (filter: ChecklistFilter, reader: PersonView) =>
  (item: ItemRow): boolean => {
    if (filter === "all") return true;
    if (filter === "mine") return item.assignees.some(({ memberId }) => memberId === reader.memberId);
    return isOpen(item) && (filter === "open" || item.level === "MUST");
  };

export function FilterBar({
  filter,
  onChange,
}: {
  filter: ChecklistFilter;
  onChange: (filter: ChecklistFilter) => void;
}) {
  return (
    <fieldset className="filter-bar">
      <legend className="sr-only">Show</legend>
      {FILTERS.map(({ value, label }) => (
        <button key={value} type="button" aria-pressed={filter === value} onClick={() => onChange(value)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
