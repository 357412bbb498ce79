import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { ProjectAccess } from "./access";
import { refuseConditions } from "./items";
import type { Write } from "./write";

type Access = ProjectAccess<"plan:edit">;
type RefuseMissing = (wanted: readonly string[], found: readonly { id: string }[]) => void;

async function find(access: Access, { tx }: Write, itemIds: string[], refuseMissing: RefuseMissing) {
  const rows = await tx.checklistItem.findMany({
    where: { id: { in: itemIds }, projectId: access.projectId },
    select: {
      id: true,
      title: true,
      phaseId: true,
      archivedAt: true,
      parent: { select: { id: true, title: true, archivedAt: true } },
      section: { select: { title: true, archivedAt: true } },
    },
  });
  refuseMissing(itemIds, rows);
  return rows;
}

/**
 * Takes items out of the plan, their sub-items with them.
 * @returns ids of those that were in it
 * @throws AppError RULE for a condition of a passed gate
 */
export async function archiveAll(
  access: Access,
  write: Write,
  itemIds: string[],
  refuseMissing: RefuseMissing,
): Promise<string[]> {
  const rows = await find(access, write, itemIds, refuseMissing);
  const items = rows.filter(({ archivedAt }) => archivedAt === null);
  if (items.length === 0) return [];
  const ids = items.map(({ id }) => id);
  await refuseConditions(access, write.tx, { id: { in: ids } });
  await write.tx.checklistItem.updateMany({
    where: { OR: [{ id: { in: ids } }, { parentId: { in: ids } }], archivedAt: null },
    data: { archivedAt: write.now, version: { increment: 1 } },
  });
  for (const { id, phaseId } of items)
    write.record({ action: "item.archived", targetType: "item", targetId: id, phase: phaseId });
  return ids;
}

/**
 * Puts archived items back where they were, each with the sub-items that went with it.
 * @returns ids of those that were archived
 * @throws AppError RULE while the item or section one of them belongs to is archived
 */
export async function restoreAll(
  access: Access,
  write: Write,
  itemIds: string[],
  refuseMissing: RefuseMissing,
): Promise<string[]> {
  const rows = await find(access, write, itemIds, refuseMissing);
  const items = rows.filter(({ archivedAt }) => archivedAt !== null);
  if (items.length === 0) return [];
  const ids = items.map(({ id }) => id);
  const restored = new Set(ids);
  for (const { title, parent, section } of items) {
    const above = section.archivedAt
      ? `its section “${section.title}”`
      : parent?.archivedAt && !restored.has(parent.id)
        ? `the item “${parent.title}” it belongs to`
        : null;
    if (above)
      throw new AppError("RULE", `“${title}” cannot be restored before ${above}. Nothing was changed.`);
  }
  // Sub-items archived on their own before stay archived: theirs is another moment.
  await write.tx.$executeRaw`
    UPDATE "ChecklistItem" AS t SET "archivedAt" = NULL, version = t.version + 1
    FROM "ChecklistItem" AS named
    WHERE named.id = ANY(${ids}::uuid[]) AND named."projectId" = ${access.projectId}::uuid
      AND (t.id = named.id OR (t."parentId" = named.id AND t."archivedAt" = named."archivedAt"))`;
  for (const { id, phaseId } of items)
    write.record({ action: "item.restored", targetType: "item", targetId: id, phase: phaseId });
  return ids;
}
