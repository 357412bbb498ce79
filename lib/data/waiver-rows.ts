import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import { isWaitingWaiver } from "@/lib/domain/waivers";
import type { WaiverState } from "@/lib/domain/words";
import { isId, type ProjectAccess } from "./access";
import type { Transaction } from "./client";
import type { StatedItem } from "./item-state-rows";

type Access = ProjectAccess<"item:work" | "item:waive">;

/** A request as a write finds it under the project's lock. */
export interface WaiverRow {
  id: string;
  itemId: string;
  requestedById: string;
  reason: string;
  expiresAt: Date;
  state: WaiverState;
}

/** @throws AppError NOT_FOUND for a request that is not of this project */
export async function getWaiverIn(access: Access, tx: Transaction, waiverId: string): Promise<WaiverRow> {
  const row = isId(waiverId)
    ? await tx.waiver.findFirst({ where: { id: waiverId, projectId: access.projectId } })
    : null;
  if (!row) throw notFound("The request");
  return row;
}

/** The request of an item that waits for an answer: one at most, for a second is refused while it does. */
export async function findWaitingIn(
  access: Access,
  tx: Transaction,
  item: StatedItem,
  now: Date,
): Promise<WaiverRow | null> {
  const row = await tx.waiver.findFirst({
    where: { projectId: access.projectId, itemId: item.id, state: "PENDING", expiresAt: { gt: now } },
    orderBy: { requestedAt: "desc" },
  });
  return row && isWaitingWaiver(row, item, now) ? row : null;
}

/** @throws AppError CONFLICT always, naming who was first */
export async function refuseSecondIn(
  access: Access,
  tx: Transaction,
  { id, requestedById, reason, expiresAt }: WaiverRow,
): Promise<never> {
  const isMine = requestedById === access.actor.memberId;
  const by = await tx.member.findFirst({
    where: { id: requestedById, workspaceId: access.workspaceId },
    select: { user: { select: { name: true } } },
  });
  throw new AppError(
    "CONFLICT",
    isMine
      ? "You asked for a waiver of this item already. Withdraw that request first."
      : `${by?.user.name ?? "Somebody"} asked for a waiver of this item already; it waits for a manager.`,
    { current: { id, requestedById, reason, expiresAt: expiresAt.toISOString() } },
  );
}
