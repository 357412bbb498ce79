/** What is ordered: a section with its items, or one with the sub-items of one of them. */
export interface OrderedList<Item extends { id: string } = { id: string }> {
  /** of the section */
  id: string;
  items: Item[];
}

/** Section id -> ids of its items, in order: what dragging changes. */
export type PlanOrder = Record<string, string[]>;

export const orderOf = (sections: OrderedList[]): PlanOrder =>
  Object.fromEntries(sections.map(({ id, items }) => [id, items.map((item) => item.id)]));

export interface Place {
  sectionId: string;
  /** the item it stands before; null at the end */
  beforeId: string | null;
}

export function placeOf(order: PlanOrder, itemId: string): Place | null {
  for (const [sectionId, items] of Object.entries(order)) {
    const index = items.indexOf(itemId);
    if (index >= 0) return { sectionId, beforeId: items[index + 1] ?? null };
  }
  return null;
}

/** The same order with one item at a place; where that is gone, last in its section. What is not there stays away. */
export function withPlace(order: PlanOrder, itemId: string, { sectionId, beforeId }: Place): PlanOrder {
  const target = order[sectionId];
  if (!target || !placeOf(order, itemId)) return order;
  const without = Object.fromEntries(
    Object.entries(order).map(([id, items]) => [id, items.filter((item) => item !== itemId)]),
  );
  const items = without[sectionId] ?? [];
  const at = beforeId === null ? -1 : items.indexOf(beforeId);
  return { ...without, [sectionId]: items.toSpliced(at < 0 ? items.length : at, 0, itemId) };
}

/** The same order with one item a step up or down inside its section. */
export function stepped(order: PlanOrder, itemId: string, step: -1 | 1): PlanOrder {
  const place = placeOf(order, itemId);
  if (!place) return order;
  const items = [...(order[place.sectionId] ?? [])];
  const index = items.indexOf(itemId);
  const to = index + step;
  if (to < 0 || to >= items.length) return order;
  items.splice(index, 1);
  items.splice(to, 0, itemId);
  return { ...order, [place.sectionId]: items };
}
