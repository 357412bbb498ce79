import { addDays, dayOf } from "./days";
import type { ItemRow } from "./item-views";
import { effectiveItemState, isTicked } from "./items";
import { LEVELS, type Level } from "./words";

/** "open" is still to be worked, "settled" needs nothing more; the rest is one state each. */
export const STATE_FILTERS = [
  "open",
  "in-progress",
  "settled",
  "done",
  "verified",
  "waived",
  "not-applicable",
] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

/** Past due, due within the next seven days, and without a due day. */
export const DUE_FILTERS = ["overdue", "week", "none"] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

/** Which items of a checklist are shown; null where any will do. */
export interface ItemFilter {
  /** every word of it is in the item's title, or in one of its sub-items' */
  text: string;
  /** a member's id, "me" or "nobody" */
  person: string | null;
  level: Level | null;
  /** "" for items of no area */
  area: string | null;
  state: StateFilter | null;
  due: DueFilter | null;
}

export const NO_FILTER: ItemFilter = {
  text: "",
  person: null,
  level: null,
  area: null,
  state: null,
  due: null,
};

/** A filter that one person keeps under a name. */
export interface SavedView {
  id: string;
  name: string;
  /** as `filterQuery` writes it */
  query: string;
}

const TEXT_MAX = 200;
const AREA_MAX = 80;
const DUE_SOON_DAYS = 7;
const MEMBER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CONTROL = /\p{Cc}+/gu;
/** Halves of a character, which no address can carry. */
const HALF = /\p{Cs}/gu;

/** The first characters of a text, none of them cut in half, on one line. */
const bounded = (text: string, max: number): string =>
  [...text.replace(CONTROL, " ").replace(HALF, "\ufffd")].slice(0, max).join("").trim();

const oneOf = <const T extends string>(options: readonly T[], text: string | null): T | null =>
  options.find((option) => option === text) ?? null;

function personOf(text: string | null): string | null {
  const person = text?.toLowerCase() ?? "";
  return person === "me" || person === "nobody" || MEMBER.test(person) ? person : null;
}

/** What an address says of the filter. What it does not know, or what is wrong, is passed over. */
export function parseFilter(query: Pick<URLSearchParams, "get">): ItemFilter {
  const area = query.get("area");
  return {
    text: bounded(query.get("q") ?? "", TEXT_MAX),
    person: personOf(query.get("person")),
    level: oneOf(LEVELS, query.get("level")?.toUpperCase() ?? null),
    area: area === null ? null : bounded(area, AREA_MAX),
    state: oneOf(STATE_FILTERS, query.get("state")),
    due: oneOf(DUE_FILTERS, query.get("due")),
  };
}

/** The same address with this filter; whatever else it says stays, in its order. */
export function writeFilter(filter: ItemFilter, query: URLSearchParams): URLSearchParams {
  const written = new URLSearchParams(query);
  const values = {
    q: bounded(filter.text, TEXT_MAX) || null,
    person: filter.person,
    level: filter.level?.toLowerCase() ?? null,
    area: filter.area,
    state: filter.state,
    due: filter.due,
  };
  for (const [name, value] of Object.entries(values))
    if (value === null) written.delete(name);
    else written.set(name, value);
  return written;
}

/** The filter alone, always written the same way: what a saved view keeps. */
export const filterQuery = (filter: ItemFilter): string =>
  writeFilter(filter, new URLSearchParams()).toString();

/** True for two filters that ask the same, whatever the text. */
export const sameButText = (a: ItemFilter, b: ItemFilter): boolean =>
  a.person === b.person && a.level === b.level && a.area === b.area && a.state === b.state && a.due === b.due;

export const isFiltering = (filter: ItemFilter): boolean =>
  filter.text.trim() !== "" || !sameButText(filter, NO_FILTER);

/** As texts are compared: without accents, in lower case. */
const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

type FilteredItem = Pick<
  ItemRow,
  "title" | "state" | "waiverExpiresAt" | "level" | "area" | "dueOn" | "assignees"
> & { subItems: { title: string }[] };

function hasWords(item: FilteredItem, words: string[]): boolean {
  const has = ({ title }: { title: string }) => {
    const text = folded(title);
    return words.every((word) => text.includes(word));
  };
  return has(item) || item.subItems.some(has);
}

function hasPerson({ assignees }: FilteredItem, person: string, readerId: string): boolean {
  if (person === "nobody") return assignees.length === 0;
  const wanted = person === "me" ? readerId : person;
  return assignees.some(({ memberId }) => memberId === wanted);
}

const stateNow = ({ state, waiverExpiresAt }: FilteredItem, now: Date) =>
  effectiveItemState(
    { state, waiverExpiresAt: waiverExpiresAt === null ? null : new Date(waiverExpiresAt) },
    now,
  );

function hasState(item: FilteredItem, wanted: StateFilter, now: Date): boolean {
  const state = stateNow(item, now);
  if (wanted === "open") return state === "OPEN" || state === "IN_PROGRESS";
  if (wanted === "settled") return isTicked(state) || state === "NOT_APPLICABLE";
  return state.toLowerCase().replace("_", "-") === wanted;
}

function hasDue(item: FilteredItem, wanted: DueFilter, now: Date): boolean {
  if (wanted === "none") return item.dueOn === null;
  if (item.dueOn === null || hasState(item, "settled", now)) return false;
  const today = dayOf(now);
  if (wanted === "overdue") return item.dueOn < today;
  return item.dueOn >= today && item.dueOn <= addDays(today, DUE_SOON_DAYS);
}

/**
 * Whether an item is shown. Due days are days in UTC, as everywhere; what is settled is neither overdue nor due soon,
 * and a waiver that has lapsed is open again.
 *
 * @param readerId who "me" is
 */
export function itemMatcher(
  filter: ItemFilter,
  readerId: string,
  now: Date,
): (item: FilteredItem) => boolean {
  const words = folded(filter.text).split(/\s+/u).filter(Boolean);
  const { person, level, state, due } = filter;
  const area = filter.area === null ? null : folded(filter.area);
  return (item) =>
    hasWords(item, words) &&
    (person === null || hasPerson(item, person, readerId)) &&
    (level === null || item.level === level) &&
    (area === null || folded(item.area ?? "") === area) &&
    (state === null || hasState(item, state, now)) &&
    (due === null || hasDue(item, due, now));
}
