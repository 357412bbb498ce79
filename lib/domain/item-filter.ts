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

/**
 * Which items of a checklist are shown: those that each field lets through, by any of its values. A field without values
 * lets all through.
 */
export interface ItemFilter {
  /** every word of it is in the item's title, or in one of its sub-items' */
  text: string;
  /** members' ids, "me", "nobody" */
  person: readonly string[];
  level: readonly Level[];
  /** "" for items of no area */
  area: readonly string[];
  state: readonly StateFilter[];
  due: readonly DueFilter[];
}

/** The fields of a filter that one chooses values of. */
export const CHOICE_FIELDS = [
  "person",
  "level",
  "area",
  "state",
  "due",
] as const satisfies (keyof ItemFilter)[];
export type ChoiceField = (typeof CHOICE_FIELDS)[number];

export const NO_FILTER: ItemFilter = {
  text: "",
  person: [],
  level: [],
  area: [],
  state: [],
  due: [],
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
/** The most values of one field; nobody chooses more by hand. */
const VALUES_MAX = 20;
const DUE_SOON_DAYS = 7;
const MEMBER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CONTROL = /\p{Cc}+/gu;
/** Halves of a character, which no address can carry. */
const HALF = /\p{Cs}/gu;

/** The first characters of a text, none of them cut in half, on one line. */
const bounded = (text: string, max: number): string =>
  [...text.replace(CONTROL, " ").replace(HALF, "\ufffd")].slice(0, max).join("").trim();

/** Each value once, in an order of its own, so that two filters that ask the same are written the same. */
const sorted = (values: string[]): string[] => [...new Set(values)].sort().slice(0, VALUES_MAX);

const among = <const T extends string>(options: readonly T[], values: string[]): T[] =>
  options.filter((option) => values.includes(option));

const isPerson = (text: string): boolean => text === "me" || text === "nobody" || MEMBER.test(text);

/** What an address says of the filter. What it does not know, or what is wrong, is passed over. */
export function parseFilter(query: Pick<URLSearchParams, "get" | "getAll">): ItemFilter {
  return {
    text: bounded(query.get("q") ?? "", TEXT_MAX),
    person: sorted(
      query
        .getAll("person")
        .map((text) => text.toLowerCase())
        .filter(isPerson),
    ),
    level: among(
      LEVELS,
      query.getAll("level").map((text) => text.toUpperCase()),
    ),
    area: sorted(query.getAll("area").map((text) => bounded(text, AREA_MAX))),
    state: among(STATE_FILTERS, query.getAll("state")),
    due: among(DUE_FILTERS, query.getAll("due")),
  };
}

/**
 * The same address with this filter, a field with several values as `level=must&level=should`; whatever else it says
 * stays, in its order.
 */
export function writeFilter(filter: ItemFilter, query: URLSearchParams): URLSearchParams {
  const text = bounded(filter.text, TEXT_MAX);
  const values: Record<string, readonly string[]> = {
    q: text ? [text] : [],
    person: filter.person,
    level: filter.level.map((level) => level.toLowerCase()),
    area: filter.area,
    state: filter.state,
    due: filter.due,
  };
  const written = new URLSearchParams(query);
  for (const [name, of] of Object.entries(values)) {
    // In the place it has, not at the end: the address of a preset is always the same.
    if (of[0] === undefined) written.delete(name);
    else written.set(name, of[0]);
    for (const more of of.slice(1)) written.append(name, more);
  }
  return written;
}

/** An address with the filter of another one, so that what one was looking at stays. */
export function keepFilter(href: string, query: Parameters<typeof parseFilter>[0]): string {
  const [path = "", search = ""] = href.split("?");
  const written = writeFilter(parseFilter(query), new URLSearchParams(search)).toString();
  return written ? `${path}?${written}` : path;
}

/** The filter alone, always written the same way: what a saved view keeps. */
export const filterQuery = (filter: ItemFilter): string =>
  writeFilter(filter, new URLSearchParams()).toString();

const sameValues = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at]);

/** True for two filters that ask the same, whatever the text. */
export const sameButText = (a: ItemFilter, b: ItemFilter): boolean =>
  CHOICE_FIELDS.every((field) => sameValues(a[field], b[field]));

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

/** True where nothing is asked, or one of the values fits. */
const anyOf = <T>(values: readonly T[], fits: (value: T) => boolean): boolean =>
  values.length === 0 || values.some(fits);

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
  const areas = filter.area.map(folded);
  return (item) =>
    (words.length === 0 || hasWords(item, words)) &&
    anyOf(person, (wanted) => hasPerson(item, wanted, readerId)) &&
    anyOf(level, (wanted) => item.level === wanted) &&
    anyOf(areas, (wanted) => folded(item.area ?? "") === wanted) &&
    anyOf(state, (wanted) => hasState(item, wanted, now)) &&
    anyOf(due, (wanted) => hasDue(item, wanted, now));
}
