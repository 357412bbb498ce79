import "server-only";
import { AppError } from "@/lib/domain/errors";
import { can } from "@/lib/domain/permissions";
import { isWaivedUntil, mayAnswerWaiver } from "@/lib/domain/waivers";
import type { ProjectAccess } from "./access";
import { getStatedItemIn, type ItemStateView, isSoleMemberIn, refusedBy } from "./item-state-rows";
import { findWaitingIn, getWaiverIn, refuseSecondIn, type WaiverRow } from "./waiver-rows";
import { approveIn, closeIn, requestIn, type WaiverWish } from "./waiver-writes";
import { writeProject } from "./write";

/** What an answer to a request gives: whether anything was written. */
interface Answered {
  id: string;
  changed: boolean;
}

const isAskedAgain = (waiver: WaiverRow, { reason, expiresAt }: WaiverWish, memberId: string): boolean =>
  waiver.requestedById === memberId &&
  waiver.reason === reason &&
  (expiresAt === null || waiver.expiresAt.getTime() === expiresAt.getTime());

/**
 * What setting an item WAIVED does (design 2.1). Somebody who may waive approves the request another person made, as it
 * was made. Everybody else asks for a waiver, which leaves the item as it is until it is approved; in a workspace of one
 * person it is approved at once and stamped self-approved. Asking for what stands already changes nothing.
 *
 * @throws AppError NOT_FOUND; INVALID (which field), RULE by lib/domain/waivers.ts; CONFLICT when another request waits
 */
export function waiveItem(
  access: ProjectAccess<"item:work">,
  itemId: string,
  wish: WaiverWish,
  expectedVersion: number | null,
): Promise<ItemStateView> {
  return writeProject(access, async (write) => {
    const { tx, now, actor } = write;
    const item = await getStatedItemIn(access, tx, itemId, expectedVersion);
    const view = (changed: boolean, more: Partial<ItemStateView> = {}): ItemStateView => ({
      id: item.id,
      state: item.state,
      version: item.version,
      changed,
      ...more,
    });
    const waived = (version: number, { id }: WaiverRow) =>
      view(true, { state: "WAIVED", version, waiver: { id, state: "APPROVED" } });
    const soleMember = await isSoleMemberIn(access, tx);
    const mayWaive = can(access.role, "item:waive");
    const waiting = await findWaitingIn(access, tx, item, now);
    if (waiting && mayWaive && mayAnswerWaiver({ ...waiting, actorId: actor.memberId, soleMember })) {
      if (wish.expiresAt && wish.expiresAt.getTime() !== waiting.expiresAt.getTime())
        throw refusedBy({
          field: "expiresAt",
          message: `It was asked for until ${waiting.expiresAt.toISOString()}. Leave this out to approve that.`,
        });
      return waived(await approveIn(access, write, item, waiting, soleMember), waiting);
    }
    if (waiting) {
      if (!isAskedAgain(waiting, wish, actor.memberId)) return refuseSecondIn(access, tx, waiting);
      return view(false, { waiver: { id: waiting.id, state: "PENDING" } });
    }
    if (isWaivedUntil(item, wish.expiresAt, now)) return view(false);
    const waiver = await requestIn(access, write, item, wish);
    return soleMember && mayWaive
      ? waived(await approveIn(access, write, item, waiver, soleMember), waiver)
      : view(true, { waiver: { id: waiver.id, state: "PENDING" } });
  });
}

/**
 * Approves a waiver somebody else asked for: the item is WAIVED until the day they named. Doing it again changes nothing.
 *
 * @throws AppError NOT_FOUND; RULE for one's own request or a settled item; INVALID when its time is over; CONFLICT when
 *   it was refused or withdrawn meanwhile
 */
export function approveWaiver(access: ProjectAccess<"item:waive">, waiverId: string): Promise<Answered> {
  return writeProject(access, async (write) => {
    const waiver = await getWaiverIn(access, write.tx, waiverId);
    if (isClosed(waiver, "APPROVED")) return { id: waiver.id, changed: false };
    const item = await getStatedItemIn(access, write.tx, waiver.itemId);
    await approveIn(access, write, item, waiver, await isSoleMemberIn(access, write.tx));
    return { id: waiver.id, changed: true };
  });
}

/** True when it ended so already. @throws AppError CONFLICT when it ended in another way */
function isClosed(waiver: WaiverRow, as: WaiverRow["state"]): boolean {
  if (waiver.state === "PENDING") return false;
  if (waiver.state === as) return true;
  throw new AppError("CONFLICT", `This request was ${waiver.state.toLowerCase()} meanwhile.`, {
    current: { id: waiver.id, state: waiver.state },
  });
}

/**
 * Refuses a waiver somebody else asked for, with a reason. Doing it again changes nothing.
 * @throws AppError NOT_FOUND; RULE for one's own request; CONFLICT when it was approved or withdrawn meanwhile
 */
export function refuseWaiver(
  access: ProjectAccess<"item:waive">,
  waiverId: string,
  reason: string,
): Promise<Answered> {
  return writeProject(access, async (write) => {
    const { tx, actor } = write;
    const waiver = await getWaiverIn(access, tx, waiverId);
    if (isClosed(waiver, "REFUSED")) return { id: waiver.id, changed: false };
    const soleMember = await isSoleMemberIn(access, tx);
    if (!mayAnswerWaiver({ ...waiver, actorId: actor.memberId, soleMember }))
      throw new AppError("RULE", "This is your own request. Withdraw it instead.");
    await closeIn(access, write, waiver, { state: "REFUSED", refusedWhy: reason });
    return { id: waiver.id, changed: true };
  });
}

/**
 * Takes one's own request back. Doing it again changes nothing.
 * @throws AppError NOT_FOUND; FORBIDDEN for another's request; CONFLICT when it was answered meanwhile
 */
export function withdrawWaiver(access: ProjectAccess<"item:work">, waiverId: string): Promise<Answered> {
  return writeProject(access, async (write) => {
    const waiver = await getWaiverIn(access, write.tx, waiverId);
    if (waiver.requestedById !== write.actor.memberId)
      throw new AppError("FORBIDDEN", "Only who asked for a waiver can withdraw the request.");
    if (isClosed(waiver, "WITHDRAWN")) return { id: waiver.id, changed: false };
    await closeIn(access, write, waiver, { state: "WITHDRAWN" });
    return { id: waiver.id, changed: true };
  });
}
