import { DAY_MS } from "./days";
import type { ItemSnapshot, SubItemSnapshot } from "./snapshot";
import type { ItemState } from "./words";

/**
 * Whole credit, as an integer: the least common multiple of 1 to 16, so that halves, thirds and sixteenths add up
 * exactly. A fraction that does not divide it is rounded down to a unit.
 */
export const CREDIT_UNIT = 720_720;

/** Longest life of a waiver, in days (design 2.1). */
export const WAIVER_MAX_DAYS = 90;

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
  to: ItemState;
  reason: string | null;
  /** who approved the waiver */
  approverId: string | null;
  /** who asked for the waiver */
  requesterId: string | null;
  expiresAt: Date | null;
  now: Date;
  asksVerification: boolean;
  actorId: string;
  /** who set DONE; null when nobody here did (an imported tick) */
  doneById: string | null;
  /** the workspace has one member: separation of duties is waived, and stamped */
  soleMember: boolean;
}

/** Which field of the change was refused, and one sentence why. */
export interface ItemStateRefusal {
  field: "state" | "reason" | "approverId" | "expiresAt";
  message: string;
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === "";

function checkWaiver(change: ItemStateChange): ItemStateRefusal | null {
  const { approverId, expiresAt, now } = change;
  if (isBlank(change.reason)) return { field: "reason", message: "A waiver needs a reason." };
  if (approverId === null)
    return { field: "approverId", message: "A waiver needs a person who approves it." };
  if (approverId === change.requesterId && !change.soleMember) {
    return {
      field: "approverId",
      message: "Who asks for a waiver cannot approve it. Choose another person.",
    };
  }
  if (expiresAt === null)
    return { field: "expiresAt", message: "A waiver needs the day on which it expires." };
  if (expiresAt <= now) return { field: "expiresAt", message: "A waiver must expire in the future." };
  if (expiresAt.getTime() - now.getTime() > WAIVER_MAX_DAYS * DAY_MS) {
    return { field: "expiresAt", message: `A waiver may last ${WAIVER_MAX_DAYS} days at most.` };
  }
  return null;
}

function checkVerification(change: ItemStateChange): ItemStateRefusal | null {
  if (change.from === "VERIFIED") return null;
  if (change.from !== "DONE") {
    return { field: "state", message: "Only an item that is done can be verified. Set it to DONE first." };
  }
  if (change.actorId === change.doneById && !change.soleMember) {
    return { field: "state", message: "Who did an item cannot verify it. Ask another person." };
  }
  return null;
}

/**
 * Whether an item, or a sub-item, may go from one state to another (design 2.1 and separation of duties in 2.4).
 * Writing the state it has already is allowed, so that a repeated request changes nothing; a waiver is checked each
 * time, for writing it again prolongs it.
 *
 * @returns null when it may; else the field and one sentence
 */
export function checkItemState(change: ItemStateChange): ItemStateRefusal | null {
  if (change.to === "WAIVED") return checkWaiver(change);
  if (change.to === "VERIFIED") return checkVerification(change);
  if (change.to === "NOT_APPLICABLE" && change.from !== "NOT_APPLICABLE" && isBlank(change.reason)) {
    return { field: "reason", message: "Say why this does not apply." };
  }
  return null;
}

/**
 * True when an allowed change is to be stamped self-approved: in a workspace of one person, the requester approved
 * their own waiver or the implementer verified their own work (design 2.4).
 */
export function isSelfApprovedChange(change: ItemStateChange): boolean {
  if (!change.soleMember) return false;
  if (change.to === "WAIVED") return change.approverId !== null && change.approverId === change.requesterId;
  return change.to === "VERIFIED" && change.from === "DONE" && change.actorId === change.doneById;
}
