import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { ItemState, WaiverState } from "@/lib/domain/words";
import { isId, type ProjectAccess } from "./access";
import type { Transaction } from "./client";
import type { Write } from "./write";

/** An item after its state was set. */
export interface ItemStateView {
  id: string;
  state: ItemState;
  version: number;
  /** false: it was so already and nothing was written */
  changed: boolean;
  /** WAIVED: what became of the request; the item keeps its state until another person approves it */
  waiver?: { id: string; state: WaiverState };
}

/** A rule is a refusal of its own; what is missing or misshapen is the fault of a field. */
export function refusedBy({ field, message }: { field: string; message: string }): AppError {
  return new AppError(field === "state" ? "RULE" : "INVALID", message, { fields: { [field]: [message] } });
}

/** An item as a change of its state finds it under the project's lock. */
export interface StatedItem {
  id: string;
  phaseId: string;
  title: string;
  state: ItemState;
  stateById: string | null;
  waiverExpiresAt: Date | null;
  version: number;
}

/**
 * @param expectedVersion the version the caller saw; null takes the item as it stands
 * @throws AppError NOT_FOUND; CONFLICT with the item as it stands
 */
export async function getStatedItemIn(
  access: ProjectAccess<"item:work" | "item:waive">,
  tx: Transaction,
  itemId: string,
  expectedVersion: number | null = null,
): Promise<StatedItem> {
  const item = isId(itemId)
    ? await tx.checklistItem.findFirst({
        where: { id: itemId, projectId: access.projectId, archivedAt: null },
        select: {
          id: true,
          phaseId: true,
          title: true,
          state: true,
          stateById: true,
          waiverExpiresAt: true,
          version: true,
        },
      })
    : null;
  if (!item) throw notFound("The item");
  if (expectedVersion !== null && expectedVersion !== item.version)
    throw new AppError("CONFLICT", "Somebody changed this item meanwhile.", {
      current: { id: item.id, state: item.state, version: item.version },
    });
  return item;
}

/** True in a workspace of one person, where separation of duties is waived, and stamped (design 2.4). */
export const isSoleMemberIn = async (
  access: ProjectAccess<"item:work" | "item:waive">,
  tx: Transaction,
): Promise<boolean> =>
  (await tx.member.count({ where: { workspaceId: access.workspaceId, removedAt: null } })) === 1;

interface NewState {
  state: ItemState;
  /** who is answerable: for a waiver who asked for it */
  byId: string;
  reason: string | null;
  approverId: string | null;
  expiresAt: Date | null;
  selfApproved: boolean;
}

/** Gives an item its state and adds the record of it. @returns the item's new version */
export async function putItemStateIn(
  access: ProjectAccess<"item:work" | "item:waive">,
  { tx, now, actor }: Pick<Write, "tx" | "now" | "actor">,
  item: StatedItem,
  record: NewState,
): Promise<number> {
  const { version } = await tx.checklistItem.update({
    where: { id: item.id },
    data: {
      state: record.state,
      stateById: actor.memberId,
      stateAt: now,
      waiverExpiresAt: record.expiresAt,
      version: { increment: 1 },
    },
    select: { version: true },
  });
  await tx.itemStateRecord.create({
    data: { projectId: access.projectId, itemId: item.id, at: now, ...record },
  });
  return version;
}
