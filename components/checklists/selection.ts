import type { SectionView } from "@/lib/domain/item-views";

/** What can be selected in a section, as it is shown: each item, then its sub-items. */
export const rowsOf = ({ items }: Pick<SectionView, "items">): string[] =>
  items.flatMap((item) => [item.id, ...item.subItems.map(({ id }) => id)]);

/** A selection with all of these in it, or none of them; others stay as they are. */
export function withAll(selected: ReadonlySet<string>, ids: readonly string[], on: boolean): Set<string> {
  const next = new Set(selected);
  for (const id of ids)
    if (on) next.add(id);
    else next.delete(id);
  return next;
}

/**
 * A selection after one box was pressed: with `from`, the last one pressed before, everything shown between the two
 * comes to be as the pressed one is.
 */
export function selectedTo(
  selected: ReadonlySet<string>,
  shown: readonly string[],
  { id, on, from }: { id: string; on: boolean; from: string | undefined },
): Set<string> {
  const [at, begin] = [shown.indexOf(id), from === undefined ? -1 : shown.indexOf(from)];
  const range = begin < 0 ? [id] : shown.slice(Math.min(at, begin), Math.max(at, begin) + 1);
  return withAll(selected, range, on);
}
