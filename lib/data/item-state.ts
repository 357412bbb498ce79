import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import {
  checkItemState,
  type ItemStateChange,
  type ItemStateRefusal,
  isSelfApprovedChange,
} from "@/lib/domain/items";
import { can } from "@/lib/domain/permissions";
import type { ItemState } from "@/lib/domain/words";
import type { ItemStateInput } from "@/lib/schemas/item-state";
import { isId, type ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { writeProject } from "./write";

/** An item after its state was set. */
export interface ItemStateView {
  id: string;
  state: ItemState;
  version: number;
  /** false: it had this state already and nothing was written */
  changed: boolean;
}

const selectItem = (tx: Transaction, projectId: string, itemId: string) =>
  tx.checklistItem.findFirst({
    where: { id: itemId, projectId, archivedAt: null },
    select: {
      id: true,
      phaseId: true,
      state: true,
      stateById: true,
      version: true,
      waiverExpiresAt: true,
      project: { select: { asksVerification: true } },
    },
  });

/** @throws AppError INVALID when the person named is not a member here */
async function checkMember(tx: Transaction, workspaceId: string, memberId: string): Promise<void> {
  const member = await tx.member.count({ where: { id: memberId, workspaceId, removedAt: null } });
  if (member === 0)
    throw new AppError("INVALID", "requestedById: this is not a member of the workspace.", {
      fields: { requestedById: ["This is not a member of the workspace."] },
    });
}

/** The approver is always the caller, so a wrong pair is mended by naming who asked. */
const FIELD_OF = {
  state: "state",
  reason: "reason",
  approverId: "requestedById",
  expiresAt: "expiresAt",
} as const;

function refused(refusal: ItemStateRefusal): AppError {
  const isRule = refusal.field === "state" || refusal.field === "approverId";
  const fields = { [FIELD_OF[refusal.field]]: [refusal.message] };
  return new AppError(isRule ? "RULE" : "INVALID", refusal.message, { fields });
}

/**
 * Sets an item's state under all rules of design 2.1: the reason a waiver or a "not applicable" needs, the approver who
 * is not the requester, verification by another person. A state the item has already is left as it is.
 *
 * @param expectedVersion the version the caller saw; null sets the state whatever happened meanwhile
 * @throws AppError NOT_FOUND, INVALID (which field), RULE (separation of duties), FORBIDDEN (waiving needs a manager),
 *   CONFLICT with the item as it stands
 */
export function setItemState(
  access: ProjectAccess<"item:work">,
  itemId: string,
  input: ItemStateInput,
  expectedVersion: number | null = null,
): Promise<ItemStateView> {
  if (!isId(itemId)) return Promise.reject(notFound("The item"));
  return writeProject(access, async ({ tx, now, actor, record }) => {
    const item = await selectItem(tx, access.projectId, itemId);
    if (!item) throw notFound("The item");
    if (expectedVersion !== null && expectedVersion !== item.version)
      throw new AppError("CONFLICT", "Somebody changed this item meanwhile.", {
        current: { id: item.id, state: item.state, version: item.version },
      });
    const { state: to } = input;
    if (item.state === to && to !== "WAIVED")
      return { id: item.id, state: to, version: item.version, changed: false };
    if (to === "WAIVED" && !can(access.role, "item:waive"))
      throw new AppError(
        "FORBIDDEN",
        "Waiving needs the role Manager or above. Ask a manager to waive this item.",
      );
    const members = await tx.member.count({ where: { workspaceId: access.workspaceId, removedAt: null } });
    const requesterId = to === "WAIVED" ? (input.requestedById ?? actor.memberId) : null;
    if (input.requestedById) await checkMember(tx, access.workspaceId, input.requestedById);
    const change: ItemStateChange = {
      from: item.state,
      to,
      reason: input.reason ?? null,
      approverId: to === "WAIVED" ? actor.memberId : null,
      requesterId,
      expiresAt: input.expiresAt ?? null,
      now,
      asksVerification: item.project.asksVerification,
      actorId: actor.memberId,
      doneById: item.stateById,
      soleMember: members === 1,
    };
    const refusal = checkItemState(change);
    if (refusal) throw refused(refusal);
    const waiverExpiresAt = to === "WAIVED" ? change.expiresAt : null;
    const updated = await tx.checklistItem.update({
      where: { id: item.id },
      data: {
        state: to,
        stateById: actor.memberId,
        stateAt: now,
        waiverExpiresAt,
        version: { increment: 1 },
      },
      select: { version: true },
    });
    await tx.itemStateRecord.create({
      data: {
        projectId: access.projectId,
        itemId: item.id,
        state: to,
        byId: requesterId ?? actor.memberId,
        at: now,
        reason: change.reason,
        approverId: change.approverId,
        expiresAt: waiverExpiresAt,
        selfApproved: isSelfApprovedChange(change),
      },
    });
    record({
      action: "item.state",
      targetType: "item",
      targetId: item.id,
      phase: item.phaseId,
      data: requesterId ? { to, requestedById: requesterId } : { to },
    });
    return { id: item.id, state: to, version: updated.version, changed: true };
  });
}
