import { DAY_MS } from "./days";
import { effectiveItemState } from "./items";
import type { ItemState, WaiverState } from "./words";

/** Longest life of a waiver, in days (design 2.1). */
export const WAIVER_MAX_DAYS = 90;

/** The item a waiver is about, as it stands. */
interface WaivedItem {
  state: ItemState;
  waiverExpiresAt: Date | null;
}

/** Why a request or an answer was refused: of which field, and one sentence. */
export interface WaiverRefusal {
  field: "state" | "reason" | "expiresAt";
  message: string;
}

/** A wish that an item be waived (design 2.1). */
export interface WaiverRequest {
  item: WaivedItem;
  reason: string | null;
  /** null: as long as a waiver may last */
  expiresAt: Date | null;
  now: Date;
}

export type WaiverRequestVerdict =
  | { ok: true; reason: string; expiresAt: Date }
  | ({ ok: false } & WaiverRefusal);

const isSettled = ({ state }: Pick<WaivedItem, "state">): boolean =>
  state === "DONE" || state === "VERIFIED" || state === "NOT_APPLICABLE";

const refuse = (field: WaiverRefusal["field"], message: string) => ({ ok: false, field, message }) as const;

/**
 * Whether a waiver may be asked for: of an item that is not done, with a reason, and an expiry at most 90 days away. An
 * item that is waived may be waived for longer.
 */
export function checkWaiverRequest({ item, reason, now, ...wish }: WaiverRequest): WaiverRequestVerdict {
  const longest = new Date(now.getTime() + WAIVER_MAX_DAYS * DAY_MS);
  const expiresAt = wish.expiresAt ?? longest;
  if (isSettled(item)) return refuse("state", "Only an item that is still to be done needs a waiver.");
  if (reason === null || reason.trim() === "") return refuse("reason", "A waiver needs a reason.");
  if (expiresAt <= now) return refuse("expiresAt", "A waiver must expire in the future.");
  if (expiresAt > longest) return refuse("expiresAt", `A waiver may last ${WAIVER_MAX_DAYS} days at most.`);
  return { ok: true, reason, expiresAt };
}

/** A request as it is answered. Member ids. */
export interface WaiverAnswer {
  item: WaivedItem;
  requestedById: string;
  expiresAt: Date;
  actorId: string;
  /** the workspace has one member: separation of duties is waived, and stamped */
  soleMember: boolean;
  now: Date;
}

/** Who asks for a waiver does not answer it, unless they are alone (design 2.1, 2.4). */
export const mayAnswerWaiver = ({
  requestedById,
  actorId,
  soleMember,
}: Pick<WaiverAnswer, "requestedById" | "actorId" | "soleMember">): boolean =>
  soleMember || actorId !== requestedById;

/** Whether somebody of the right role may approve a waiver now. @returns null when they may */
export function checkWaiverApproval(answer: WaiverAnswer): WaiverRefusal | null {
  if (!mayAnswerWaiver(answer))
    return { field: "state", message: "Who asks for a waiver cannot approve it. Another manager has to." };
  if (isSettled(answer.item))
    return { field: "state", message: "This item was settled meanwhile, so it needs no waiver." };
  if (answer.expiresAt <= answer.now)
    return { field: "expiresAt", message: "The waiver would have expired already. Ask for a new one." };
  return null;
}

/** True when an allowed approval is to be stamped self-approved (design 2.4). */
export const isSelfApprovedWaiver = ({ requestedById, actorId }: WaiverAnswer): boolean =>
  requestedById === actorId;

/** True while a request waits for an answer: nobody gave one, its time is not over, and the item is still to be done. */
export const isWaitingWaiver = (
  waiver: { state: WaiverState; expiresAt: Date },
  item: Pick<WaivedItem, "state">,
  now: Date,
): boolean => waiver.state === "PENDING" && now < waiver.expiresAt && !isSettled(item);

/** True when the item is waived already until that very moment, so that asking again changes nothing. */
export const isWaivedUntil = (item: WaivedItem, expiresAt: Date | null, now: Date): boolean =>
  effectiveItemState(item, now) === "WAIVED" &&
  (expiresAt === null || item.waiverExpiresAt?.getTime() === expiresAt.getTime());
