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

/**
 * What each of the moving ones stands before, among those that stay; null at the end. Put back before it, in order, they
 * stand as they stood.
 */
export function anchorsOf(order: readonly string[], moving: ReadonlySet<string>): Map<string, string | null> {
  const anchors = new Map<string, string | null>();
  let next: string | null = null;
  for (const id of [...order].reverse())
    if (moving.has(id)) anchors.set(id, next);
    else next = id;
  return anchors;
}

/** Puts some back, each before its anchor, or last where that is gone. They keep the order they are given in. */
export function putBack(
  order: readonly string[],
  returning: readonly { id: string; beforeId: string | null }[],
): string[] {
  const back = new Set(returning.map(({ id }) => id));
  const placed = order.filter((id) => !back.has(id));
  for (const { id, beforeId } of returning) {
    const at = beforeId === null ? -1 : placed.indexOf(beforeId);
    placed.splice(at < 0 ? placed.length : at, 0, id);
  }
  return placed;
}
