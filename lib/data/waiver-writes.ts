import "server-only";
import { checkWaiverApproval, checkWaiverRequest, isSelfApprovedWaiver } from "@/lib/domain/waivers";
import type { ProjectAccess } from "./access";
import { getStatedItemIn, putItemStateIn, refusedBy, type StatedItem } from "./item-state-rows";
import type { WaiverRow } from "./waiver-rows";
import type { Write } from "./write";

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

/**
 * Approves a request as it was made.
 * @returns the item's new version
 * @throws AppError RULE, INVALID by the rules of lib/domain/waivers.ts
 */
export async function approveIn(
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

/** A wish that an item be waived, as it came in. */
export interface WaiverWish {
  reason: string | null;
  expiresAt: Date | null;
}

/** @throws AppError RULE, INVALID by the rules of lib/domain/waivers.ts */
export async function requestIn(
  access: ProjectAccess<"item:work">,
  write: Write,
  item: StatedItem,
  wish: WaiverWish,
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

/** Ends a request without a waiver. */
export async function closeIn(
  access: ProjectAccess<"item:work" | "item:waive">,
  { tx, now, actor, record }: Write,
  waiver: WaiverRow,
  as: { state: "REFUSED"; refusedWhy: string } | { state: "WITHDRAWN" },
): Promise<void> {
  const item = await getStatedItemIn(access, tx, waiver.itemId);
  await tx.waiver.update({
    where: { id: waiver.id },
    data: { ...as, closedById: actor.memberId, closedAt: now },
  });
  record(change(item, waiver, as.state.toLowerCase()));
}
