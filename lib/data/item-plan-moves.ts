import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { MoveItemInput } from "@/lib/schemas/items";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { refuseStale } from "./differences";
import { getItemIn, type LockedItem, refuseConditions } from "./items";
import { orderAfterMove, renumber } from "./positions";
import { type Change, type Write, writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

/** Items of one list in order. Archived ones keep their place among them, so that a restored one returns to it. */
export async function siblings(
  tx: Transaction,
  sectionId: string,
  parentId: string | null,
): Promise<string[]> {
  const rows = await tx.checklistItem.findMany({
    where: { sectionId, parentId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** @throws AppError NOT_FOUND */
export async function targetSection(access: Access, tx: Transaction, sectionId: string) {
  const section = await tx.checklistSection.findFirst({
    where: { id: sectionId, projectId: access.projectId, archivedAt: null, phase: { archivedAt: null } },
    select: { id: true, phaseId: true },
  });
  if (!section) throw notFound("The section");
  return section;
}

/** Puts items into another section, their sub-items with them. */
export async function rehome(
  write: Write,
  itemIds: string[],
  section: { id: string; phaseId: string },
): Promise<void> {
  await write.tx.checklistItem.updateMany({
    where: { OR: [{ id: { in: itemIds } }, { parentId: { in: itemIds } }] },
    data: { sectionId: section.id, phaseId: section.phaseId },
  });
}

/**
 * The event of an item that was put elsewhere.
 * @param to the section, and the item it is a sub-item of there @param beforeItemId null: last
 */
export function itemMoved(
  item: LockedItem,
  { section, parentId }: { section: { id: string; phaseId: string }; parentId: string | null },
  beforeItemId: string | null,
): Change {
  const changesPhase = section.phaseId !== item.phaseId;
  const changesParent = parentId !== item.parentId;
  return {
    action: "item.moved",
    targetType: "item",
    targetId: item.id,
    // Two phases gain and lose a requirement; a new order moves no score.
    phase: changesPhase ? "all" : changesParent ? item.phaseId : null,
    data: {
      beforeItemId,
      ...(changesParent && { parentId: { from: item.parentId, to: parentId } }),
      ...(section.id !== item.sectionId && { sectionId: { from: item.sectionId, to: section.id } }),
      phaseId: changesPhase ? { from: item.phaseId, to: section.phaseId } : item.phaseId,
    },
  };
}

/**
 * Puts an item before another, or last: in its section, another one, or another phase. A sub-item moves among its
 * siblings only.
 *
 * @returns the version after it
 * @throws AppError NOT_FOUND; CONFLICT when the item, or the place, changed meanwhile; RULE for a sub-item that would
 *   leave its item
 */
export function moveItem(access: Access, input: MoveItemInput): Promise<{ version: number }> {
  return writeProject(access, async (write) => {
    const { tx, record } = write;
    const item = await getItemIn(access, tx, input.itemId);
    const section = await targetSection(access, tx, input.toSectionId);
    const isElsewhere = section.id !== item.sectionId;
    if (isElsewhere && item.parentId)
      throw new AppError("RULE", "A sub-item moves with its item. Move the item it belongs to.");
    const ids = await siblings(tx, section.id, item.parentId);
    const order = orderAfterMove(ids, item.id, input.beforeItemId);
    if (!order) return { version: item.version };
    refuseStale("item", input.version, {
      sectionId: item.sectionId,
      phaseId: item.phaseId,
      version: item.version,
    });
    if (isElsewhere) await rehome(write, [item.id], section);
    await renumber(access, tx, "ChecklistItem", order);
    const { version } = await tx.checklistItem.update({
      where: { id: item.id },
      data: { version: { increment: 1 } },
      select: { version: true },
    });
    record(itemMoved(item, { section, parentId: item.parentId }, input.beforeItemId));
    return { version };
  });
}

/**
 * Takes an item out of the plan; nothing of it is lost. Its sub-items go with it. Archiving it again changes nothing.
 * @throws AppError NOT_FOUND; RULE for a condition of a passed gate
 */
export function archiveItem(access: Access, itemId: string): Promise<{ id: string }> {
  return writeProject(access, async ({ tx, now, record }) => {
    const item = await findItem(access, tx, itemId);
    if (item.archivedAt) return { id: item.id };
    await refuseConditions(access, tx, { id: item.id });
    await tx.checklistItem.updateMany({
      where: { OR: [{ id: item.id }, { parentId: item.id }], archivedAt: null },
      data: { archivedAt: now, version: { increment: 1 } },
    });
    record({ action: "item.archived", targetType: "item", targetId: item.id, phase: item.phaseId });
    return { id: item.id };
  });
}

async function findItem(access: Access, tx: Transaction, itemId: string) {
  const item = await tx.checklistItem.findFirst({
    where: { id: itemId, projectId: access.projectId },
    select: {
      id: true,
      phaseId: true,
      archivedAt: true,
      parent: { select: { archivedAt: true } },
      section: { select: { archivedAt: true } },
    },
  });
  if (!item) throw notFound("The item");
  return item;
}

/**
 * Puts an archived item back where it was, with the sub-items that went with it. Restoring it again changes nothing.
 * @throws AppError NOT_FOUND; RULE while the item or section it belongs to is archived
 */
export function restoreItem(access: Access, itemId: string): Promise<{ id: string }> {
  return writeProject(access, async ({ tx, record }) => {
    const item = await findItem(access, tx, itemId);
    if (!item.archivedAt) return { id: item.id };
    if (item.parent?.archivedAt) throw new AppError("RULE", "Restore the item it belongs to first.");
    if (item.section.archivedAt) throw new AppError("RULE", "Restore its section first.");
    await tx.checklistItem.updateMany({
      // Sub-items archived on their own before stay archived: theirs is another moment.
      where: { OR: [{ id: item.id }, { parentId: item.id }], archivedAt: item.archivedAt },
      data: { archivedAt: null, version: { increment: 1 } },
    });
    record({ action: "item.restored", targetType: "item", targetId: item.id, phase: item.phaseId });
    return { id: item.id };
  });
}
