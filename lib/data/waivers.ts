import "server-only";
import { AppError } from "@/lib/domain/errors";
import { can } from "@/lib/domain/permissions";
import {
  checkWaiverApproval,
  checkWaiverRequest,
  isSelfApprovedWaiver,
  isWaivedUntil,
  mayAnswerWaiver,
} from "@/lib/domain/waivers";
import type { ProjectAccess } from "./access";
import {
  getStatedItemIn,
  type ItemStateView,
  isSoleMemberIn,
  putItemStateIn,
  refusedBy,
  type StatedItem,
} from "./item-state-rows";
import { findWaitingIn, getWaiverIn, refuseSecondIn, type WaiverRow } from "./waiver-rows";
import { type Write, writeProject } from "./write";

/** What an answer to a request gives: whether anything was written. */
interface Answered {
  id: string;
  changed: boolean;
}

const change = (item: StatedItem, waiver: WaiverRow, verb: string) => ({
  action: `item.waiver-${verb}`,
  targetType: "item",
  targetId: item.id,
  phase: item.phaseId,
  data: {
    waiverId: waiver.id,
    requestedById: waiver.requestedById,
    expiresAt: waiver.expiresAt.toISOString(),
  },
});

/** @throws AppError RULE, INVALID by the rules of lib/domain/waivers.ts */
async function approveIn(
  access: ProjectAccess<"item:work" | "item:waive">,
  write: Write,
  item: StatedItem,
  waiver: WaiverRow,
  soleMember: boolean,
): Promise<number> {
  const { tx, now, actor, record } = write;
  const { requestedById, expiresAt, reason } = waiver;
  const answer = { item, requestedById, expiresAt, actorId: actor.memberId, soleMember, now };
  const refusal = checkWaiverApproval(answer);
  if (refusal) throw refusedBy(refusal);
  const selfApproved = isSelfApprovedWaiver(answer);
  await tx.waiver.update({
    where: { id: waiver.id },
    data: { state: "APPROVED", closedById: actor.memberId, closedAt: now, selfApproved },
  });
  record(change(item, waiver, "approved"));
  return putItemStateIn(access, write, item, {
    state: "WAIVED",
    byId: requestedById,
    reason,
    approverId: actor.memberId,
    expiresAt,
    selfApproved,
  });
}

interface Wish {
  reason: string | null;
  expiresAt: Date | null;
}

/** @throws AppError RULE, INVALID by the rules of lib/domain/waivers.ts */
async function requestIn(
  access: ProjectAccess<"item:work">,
  write: Write,
  item: StatedItem,
  wish: Wish,
): Promise<WaiverRow> {
  const { tx, now, actor, record } = write;
  const verdict = checkWaiverRequest({ item, ...wish, now });
  if (!verdict.ok) throw refusedBy(verdict);
  const waiver = await tx.waiver.create({
    data: {
      projectId: access.projectId,
      itemId: item.id,
      requestedById: actor.memberId,
      requestedAt: now,
      reason: verdict.reason,
      expiresAt: verdict.expiresAt,
    },
  });
  record(change(item, waiver, "requested"));
  return waiver;
}

const isAskedAgain = (waiver: WaiverRow, { reason, expiresAt }: Wish, memberId: string): boolean =>
  waiver.requestedById === memberId &&
  waiver.reason === reason &&
  waiver.expiresAt.getTime() === expiresAt?.getTime();

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
  wish: Wish,
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

async function close(
  access: ProjectAccess<"item:work" | "item:waive">,
  { tx, now, actor, record }: Write,
  waiver: WaiverRow,
  as: { state: "REFUSED"; refusedWhy: string } | { state: "WITHDRAWN" },
): Promise<Answered> {
  const item = await getStatedItemIn(access, tx, waiver.itemId);
  await tx.waiver.update({
    where: { id: waiver.id },
    data: { ...as, closedById: actor.memberId, closedAt: now },
  });
  record(change(item, waiver, as.state.toLowerCase()));
  return { id: waiver.id, changed: true };
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
    return close(access, write, waiver, { state: "REFUSED", refusedWhy: reason });
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
    return close(access, write, waiver, { state: "WITHDRAWN" });
  });
}
