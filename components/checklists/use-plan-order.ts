"use client";
import { useState } from "react";
import { notify, requestRefresh } from "@/components/ui/signals";
import type { PlanEdits } from "./plan-edits";
import { type OrderedList, orderOf, type PlanOrder, placeOf, withPlace } from "./plan-order";

/**
 * The order on the page while things are dragged, and the call that makes it so on the server. While one is held, what
 * others changed waits: the list must not move under the hand.
 */
export function usePlanOrder<
  Item extends { id: string; version: number },
  List extends OrderedList<Item> = OrderedList<Item>,
>(projectId: string, sections: List[], edits: Pick<PlanEdits, "moveItem">) {
  const [known, setKnown] = useState(sections);
  const [order, setOrder] = useState(() => orderOf(sections));
  const [held, setHeld] = useState(false);
  if (known !== sections && !held) {
    setKnown(sections);
    setOrder(orderOf(sections));
  }
  const items = new Map<string, Item>(
    known.flatMap((section) => section.items.map((item) => [item.id, item])),
  );

  const newest = (itemId: string) =>
    sections.flatMap((section) => section.items).find(({ id }) => id === itemId);

  /** Moves an item to where `wished` has it; put back, with the reason, when that is refused. */
  async function settle(itemId: string, wished: PlanOrder): Promise<void> {
    const [item, place, was] = [items.get(itemId), placeOf(wished, itemId), placeOf(orderOf(known), itemId)];
    setHeld(false);
    if (!item || !place) return;
    if (place.sectionId === was?.sectionId && place.beforeId === was.beforeId) return;
    // What came in meanwhile is taken over here, or the next render would put the item back.
    setKnown(sections);
    setOrder(withPlace(orderOf(sections), itemId, place));
    const result = await edits.moveItem({
      projectId,
      itemId,
      toSectionId: place.sectionId,
      beforeItemId: place.beforeId,
      // Who ticked it meanwhile does not keep it from being moved.
      version: newest(itemId)?.version ?? item.version,
    });
    if (!result.ok) {
      setOrder(orderOf(sections));
      notify({ text: result.error.message, tone: "stop" });
    }
    requestRefresh();
  }

  /** Takes one up; `settle` or `cancel` puts it down. */
  const hold = () => setHeld(true);
  const cancel = () => {
    setHeld(false);
    setKnown(sections);
    setOrder(orderOf(sections));
  };

  return { shown: known, order, setOrder, items, hold, cancel, settle };
}
