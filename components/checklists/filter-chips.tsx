"use client";
import { Icon } from "@/components/ui/icon";
import { NO_FILTER } from "@/lib/domain/item-filter";
import type { FilterBarProps } from "./filter-bar";
import { filterChips, presetOf } from "./filter-words";
import { SavedViewButtons } from "./saved-view-buttons";

/** What the filter asks and how many items it leaves, each with a way out. */
export function FilterChips(props: FilterBarProps) {
  const { filter, sections, people, shown, onChange } = props;
  const all = sections.reduce((sum, { items }) => sum + items.length, 0);
  // A pressed button says it already.
  const chips = presetOf(filter) ? [] : filterChips(filter, people);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 px-4.5 pt-2.5">
      <p role="status" className="num mr-1 text-small text-ink-2">
        {shown} of {all} {all === 1 ? "item" : "items"}
      </p>
      {chips.map(({ key, label, without }) => (
        <button
          key={key}
          type="button"
          className="chip"
          aria-label={`Clear: ${label}`}
          onClick={() => onChange(without)}
        >
          <span className="truncate">{label}</span>
          <Icon name="cross" size={12} />
        </button>
      ))}
      <button
        type="button"
        className="text-small text-ink-2 underline underline-offset-3 hover:text-ink"
        onClick={() => onChange(NO_FILTER)}
      >
        Clear all
      </button>
      <SavedViewButtons {...props} />
    </div>
  );
}
