"use client";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { type ItemFilter, isFiltering, sameButText } from "@/lib/domain/item-filter";
import type { SectionView } from "@/lib/domain/item-views";
import type { PersonView } from "@/lib/domain/project-views";
import { PRESETS } from "./filter-words";

const loadFields = () => import("./filter-fields").then((module) => module.FilterFields);
const FilterFields = dynamic(loadFields, { ssr: false });
// Drawn by the server too: a link with a filter shows at once what is on.
const FilterChips = dynamic(() => import("./filter-chips").then((module) => module.FilterChips));

export interface FilterBarProps {
  filter: ItemFilter;
  sections: SectionView[];
  people: PersonView[];
  /** how many items the filter leaves */
  shown: number;
  onChange: (filter: ItemFilter, typing?: boolean) => void;
  /** the search field is left */
  onSettle: () => void;
  /** what else can be done with the list */
  children?: ReactNode;
}

/** Which items are shown: the usual choices, a search, and the rest behind "Filter". */
export function FilterBar(props: FilterBarProps) {
  const { filter, onChange, onSettle, children } = props;
  const [open, setOpen] = useState(false);
  return (
    <search>
      <div className="filter-bar">
        {PRESETS.map(({ label, filter: preset }) => (
          <button
            key={label}
            type="button"
            aria-pressed={sameButText(filter, preset)}
            onClick={() => onChange({ ...preset, text: filter.text })}
          >
            {label}
          </button>
        ))}
        <input
          type="search"
          className="input input-quiet"
          aria-label="Search items"
          placeholder="Search"
          maxLength={200}
          value={filter.text}
          onChange={(event) => onChange({ ...filter, text: event.currentTarget.value }, true)}
          onBlur={onSettle}
        />
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          onPointerEnter={() => void loadFields()}
        >
          Filter
        </button>
        {children}
      </div>
      {open && <FilterFields {...props} />}
      {isFiltering(filter) && <FilterChips {...props} />}
    </search>
  );
}
