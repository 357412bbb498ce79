"use client";
import { useState } from "react";
import { notify, requestRefresh } from "@/components/ui/signals";
import type { PlanEdits } from "./plan-edits";
import { type OrderedList, orderOf, type PlanOrder, placeOf } from "./plan-order";

/** The order on the page while things are dragged, and the call that makes it so on the server. */
export function usePlanOrder<Item extends { id: string; version: number }>(
  projectId: string,
  sections: OrderedList<Item>[],
  edits: Pick<PlanEdits, "moveItem">,
) {
  const [known, setKnown] = useState(sections);
  const [order, setOrder] = useState(() => orderOf(sections));
  if (known !== sections) {
    setKnown(sections);
    setOrder(orderOf(sections));
  }
  const items = new Map<string, Item>(
    sections.flatMap((section) => section.items.map((item) => [item.id, item])),
  );

  /** Moves an item to where `wished` has it; put back, with the reason, when that is refused. */
  async function settle(itemId: string, wished: PlanOrder): Promise<void> {
    const [item, place, was] = [
      items.get(itemId),
      placeOf(wished, itemId),
      placeOf(orderOf(sections), itemId),
    ];
    if (!item || !place) return;
    if (place.sectionId === was?.sectionId && place.beforeId === was.beforeId) return;
    setOrder(wished);
    const result = await edits.moveItem({
      projectId,
      itemId,
      toSectionId: place.sectionId,
      beforeItemId: place.beforeId,
      version: item.version,
    });
    if (!result.ok) {
      setOrder(orderOf(sections));
      notify({ text: result.error.message, tone: "stop" });
    }
    requestRefresh();
  }

  return { order, setOrder, items, settle };
}
