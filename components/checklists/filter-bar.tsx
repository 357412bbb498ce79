"use client";
import dynamic from "next/dynamic";
import { type MouseEvent, type ReactNode, useState } from "react";
import {
  filterQuery,
  type ItemFilter,
  isFiltering,
  parseFilter,
  type SavedView,
  sameButText,
} from "@/lib/domain/item-filter";
import type { SectionView } from "@/lib/domain/item-views";
import type { PersonView } from "@/lib/domain/project-views";
import { PRESETS } from "./filter-words";

const loadFields = () => import("./filter-fields").then((module) => module.FilterFields);
const FilterFields = dynamic(loadFields, { ssr: false });
// Drawn by the server too: a link with a filter shows at once what is on.
const FilterChips = dynamic(() => import("./filter-chips").then((module) => module.FilterChips));

export interface FilterBarProps {
  slug: string;
  /** what the reader keeps */
  views: SavedView[];
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
  const { filter, views, onChange, onSettle, children } = props;
  const [open, setOpen] = useState(false);
  const current = filterQuery(filter);
  /** Without asking the server; in a new window it is a link like others. */
  const choose = (event: MouseEvent, query: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onChange(parseFilter(new URLSearchParams(query)));
  };
  return (
    <search aria-label="Find items">
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
        {views.map(({ id, name, query }) => (
          <a
            key={id}
            href={`?${query}`}
            title={name}
            aria-current={query === current || undefined}
            onClick={(event) => choose(event, query)}
          >
            <span className="max-w-40 truncate">{name}</span>
          </a>
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
