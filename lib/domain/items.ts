import type { ItemSnapshot, SubItemSnapshot } from "./snapshot";
import type { ItemState } from "./words";

/**
 * Whole credit, as an integer: the least common multiple of 1 to 16, so that halves, thirds and sixteenths add up
 * exactly. A fraction that does not divide it is rounded down to a unit.
 */
export const CREDIT_UNIT = 720_720;

type StateOfItem = Pick<ItemSnapshot, "state" | "waiverExpiresAt">;

/**
 * The state an item counts with now (design 2.1): a waiver that has expired, or never had an expiry, counts as OPEN.
 * It has expired at its very moment of expiry.
 */
export function effectiveItemState(item: StateOfItem, now: Date): ItemState {
  if (item.state !== "WAIVED") return item.state;
  return item.waiverExpiresAt !== null && now < item.waiverExpiresAt ? "WAIVED" : "OPEN";
}

/** True for a box that is ticked: DONE, or VERIFIED. */
export const isTicked = (state: ItemState): boolean => state === "DONE" || state === "VERIFIED";

/** True when the item itself is done, and verified where the project asks for that (design 2.1). Sub-items do not do it. */
export function isSatisfied(item: StateOfItem, asksVerification: boolean, now: Date): boolean {
  const state = effectiveItemState(item, now);
  return state === "VERIFIED" || (state === "DONE" && !asksVerification);
}

/** True when the item does not hold up the gate: satisfied, waived for now, or not applicable (design 2.2, 2.4). */
export function isCleared(item: StateOfItem, asksVerification: boolean, now: Date): boolean {
  const state = effectiveItemState(item, now);
  return state === "WAIVED" || state === "NOT_APPLICABLE" || isSatisfied(item, asksVerification, now);
}

/** Ticked share of the applicable sub-items, as credit units out of `whole`. */
function tickedCredit(subItems: SubItemSnapshot[], whole: number): number {
  const applicable = subItems.filter((subItem) => subItem.state !== "NOT_APPLICABLE");
  if (applicable.length === 0) return 0;
  const ticked = applicable.filter((subItem) => isTicked(subItem.state)).length;
  return Math.floor((whole * ticked) / applicable.length);
}

/**
 * What an item earns (design 2.2), from 0 to CREDIT_UNIT; null when it is not applicable and leaves the sum.
 * Satisfied earns all, claimed half, waived nothing. Before it is done, the ticked share of its sub-items counts,
 * out of what ticking the item itself would earn: so ticking it never lowers the score.
 */
export function itemCredit(
  item: StateOfItem & Pick<ItemSnapshot, "subItems">,
  asksVerification: boolean,
  now: Date,
): number | null {
  const whenTicked = asksVerification ? CREDIT_UNIT / 2 : CREDIT_UNIT;
  switch (effectiveItemState(item, now)) {
    case "NOT_APPLICABLE":
      return null;
    case "VERIFIED":
      return CREDIT_UNIT;
    case "DONE":
      return whenTicked;
    case "WAIVED":
      return 0;
    case "OPEN":
    case "IN_PROGRESS":
      return tickedCredit(item.subItems, whenTicked);
  }
}

/** A wish to set an item's state, with all that the rules look at. Member ids; null where there is none. */
export interface ItemStateChange {
  from: ItemState;
  /** WAIVED is asked for and approved (lib/domain/waivers.ts), never just set */
  to: Exclude<ItemState, "WAIVED">;
  reason: string | null;
  actorId: string;
  /** who set DONE; null when nobody here did (an imported tick) */
  doneById: string | null;
  /** the workspace has one member: separation of duties is waived, and stamped */
  soleMember: boolean;
}

/** Which field of the change was refused, and one sentence why. */
export interface ItemStateRefusal {
  field: "state" | "reason";
  message: string;
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === "";

/** Who set DONE does not verify it, unless they are alone (design 2.4). Pages offer VERIFIED by the same rule. */
export const mayVerify = ({
  doneById,
  actorId,
  soleMember,
}: Pick<ItemStateChange, "doneById" | "actorId" | "soleMember">): boolean =>
  soleMember || actorId !== doneById;

function checkVerification(change: ItemStateChange): ItemStateRefusal | null {
  if (change.from === "VERIFIED") return null;
  if (change.from !== "DONE") {
    return { field: "state", message: "Only an item that is done can be verified. Set it to DONE first." };
  }
  return mayVerify(change)
    ? null
    : { field: "state", message: "Who did an item cannot verify it. Ask another person." };
}

/**
 * Whether an item, or a sub-item, may go from one state to another (design 2.1 and separation of duties in 2.4).
 * Writing the state it has already is allowed, so that a repeated request changes nothing.
 *
 * @returns null when it may; else the field and one sentence
 */
export function checkItemState(change: ItemStateChange): ItemStateRefusal | null {
  if (change.to === "VERIFIED") return checkVerification(change);
  if (change.to === "NOT_APPLICABLE" && change.from !== "NOT_APPLICABLE" && isBlank(change.reason)) {
    return { field: "reason", message: "Say why this does not apply." };
  }
  return null;
}

/**
 * True when an allowed change is to be stamped self-approved: in a workspace of one person, the implementer verified
 * their own work (design 2.4).
 */
export const isSelfApprovedChange = (change: ItemStateChange): boolean =>
  change.soleMember &&
  change.to === "VERIFIED" &&
  change.from === "DONE" &&
  change.actorId === change.doneById;
