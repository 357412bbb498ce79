import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { Level } from "@/lib/domain/words";
import { isId, type ProjectAccess } from "./access";
import type { Transaction } from "./client";

/** What an edit of an item may change, as it stands; dates "YYYY-MM-DD", people sorted by id. */
export interface EditableItem {
  title: string;
  details: string;
  acceptance: string | null;
  why: string | null;
  impact: string | null;
  files: string[];
  level: Level;
  area: string | null;
  dueOn: string | null;
  assigneeIds: string[];
}

/** An item as an edit finds it under the project's lock. */
export interface LockedItem {
  id: string;
  phaseId: string;
  sectionId: string;
  parentId: string | null;
  version: number;
  editable: EditableItem;
}

/** "YYYY-MM-DD" of a column without a time. */
export const dayOrNull = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** The column's value for a day. */
export const dateOrNull = (day: string | null): Date | null =>
  day === null ? null : new Date(`${day}T00:00:00.000Z`);

/** Those of these items that are in this project's plan: not archived, nor in an archived section. */
export async function getItemsIn(
  access: ProjectAccess<"plan:edit">,
  tx: Transaction,
  itemIds: readonly string[],
): Promise<LockedItem[]> {
  const rows = await tx.checklistItem.findMany({
    where: {
      id: { in: itemIds.filter(isId) },
      projectId: access.projectId,
      archivedAt: null,
      section: { archivedAt: null },
    },
    include: { area: { select: { name: true } }, assignees: { select: { memberId: true } } },
  });
  return rows.map(({ id, phaseId, sectionId, parentId, version, area, assignees, ...row }) => ({
    id,
    phaseId,
    sectionId,
    parentId,
    version,
    editable: {
      title: row.title,
      details: row.details,
      acceptance: row.acceptance,
      why: row.why,
      impact: row.impact,
      files: row.files,
      level: row.level,
      area: area?.name ?? null,
      dueOn: dayOrNull(row.dueOn),
      assigneeIds: assignees.map(({ memberId }) => memberId).sort(),
    },
  }));
}

/**
 * The item of this project, not archived, nor in an archived section.
 * @throws AppError NOT_FOUND
 */
export async function getItemIn(
  access: ProjectAccess<"plan:edit">,
  tx: Transaction,
  itemId: string,
): Promise<LockedItem> {
  const [item] = await getItemsIn(access, tx, [itemId]);
  if (!item) throw notFound("The item");
  return item;
}

/**
 * An item made by CONDITIONAL_GO stands for a promise: it is done, not removed.
 * @param where which items are about to go
 * @throws AppError RULE
 */
export async function refuseConditions(
  access: ProjectAccess<"plan:edit">,
  tx: Transaction,
  where: { id: string | { in: string[] } } | { sectionId: string } | { phaseId: string },
): Promise<void> {
  const items = await tx.checklistItem.findMany({
    where: { ...where, projectId: access.projectId, archivedAt: null },
    select: { id: true },
  });
  const condition = await tx.condition.findFirst({
    where: {
      projectId: access.projectId,
      itemId: { in: items.map(({ id }) => id) },
      decision: { supersededById: null },
    },
    select: { text: true },
  });
  if (!condition) return;
  throw new AppError(
    "RULE",
    `"${condition.text}" is a condition of a gate that was passed. It can be done or decided anew, not archived.`,
  );
}
