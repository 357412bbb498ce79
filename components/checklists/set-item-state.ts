import { callApi } from "@/components/ui/call-api";
import type { ActionResult } from "@/lib/domain/action-result";
import { ITEM_STATES, type ItemState } from "@/lib/domain/words";

export interface ItemStateWish {
  state: ItemState;
  reason?: string;
  /** WAIVED: ISO 8601; the waiver is asked for, and the item keeps its state until another person approves it */
  expiresAt?: string;
}

export type SetItemState = (
  itemId: string,
  wish: ItemStateWish,
) => Promise<ActionResult<{ state: ItemState; version: number }>>;

/**
 * Sets an item's state through the REST interface and not through an action: an action would draw the page anew for each
 * tick. It says the state it wants, so a repeated request changes nothing.
 */
export const setItemState: SetItemState = async (itemId, wish) => {
  const result = await callApi("PATCH", `/items/${itemId}`, wish);
  if (!result.ok) return result;
  const { version, state } = result.value;
  return {
    ok: true,
    value: {
      state: ITEM_STATES.find((known) => known === state) ?? wish.state,
      version: typeof version === "number" ? version : 0,
    },
  };
};
