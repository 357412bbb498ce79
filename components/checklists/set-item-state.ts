import type { ActionResult } from "@/lib/domain/action-result";
import type { Refusal } from "@/lib/domain/errors";
import type { ItemState } from "@/lib/domain/words";

export interface ItemStateWish {
  state: ItemState;
  reason?: string;
  /** WAIVED: who asked for it; the reader approves */
  requestedById?: string;
  /** WAIVED: ISO 8601 */
  expiresAt?: string;
}

export type SetItemState = (
  itemId: string,
  wish: ItemStateWish,
) => Promise<ActionResult<{ state: ItemState; version: number }>>;

const unreachable: Refusal = {
  code: "UNAVAILABLE",
  message: "The server could not be reached. The tick was taken back: try again in a moment.",
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** A problem document (RFC 9457) as the refusal it was made from. */
function refusalOf(body: unknown): Refusal {
  const { code, detail, title } = isObject(body) ? body : {};
  const message = [detail, title].find((text) => typeof text === "string");
  return {
    code: code === "SIGN_IN" ? "SIGN_IN" : "RULE",
    message: typeof message === "string" ? message : unreachable.message,
  };
}

/**
 * Sets an item's state through the REST interface and not through an action: an action would draw the page anew for each
 * tick. It says the state it wants, so a repeated request changes nothing.
 */
export const setItemState: SetItemState = async (itemId, wish) => {
  const response = await fetch(`/api/v1/items/${itemId}`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wish),
  }).catch(() => null);
  if (!response) return { ok: false, error: unreachable };
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) return { ok: false, error: refusalOf(body) };
  const version = isObject(body) && typeof body.version === "number" ? body.version : 0;
  return { ok: true, value: { state: wish.state, version } };
};
