/**
 * A list with one entry moved, or newly come, before another.
 *
 * @param before null: to the end
 * @returns the ids in their new order; null when `before` is not in the list
 */
export function placeBefore(ids: readonly string[], id: string, before: string | null): string[] | null {
  const rest = ids.filter((other) => other !== id);
  if (before === id) return [...ids];
  if (before === null) return [...rest, id];
  const place = rest.indexOf(before);
  return place < 0 ? null : rest.toSpliced(place, 0, id);
}

/** True when both lists name the same ids in the same order. */
export const isSameOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, place) => id === b[place]);
