import "server-only";
import { AppError } from "@/lib/domain/errors";
import { groupBy } from "@/lib/domain/group-by";
import { anchorsOf } from "@/lib/domain/placing";
import type { ProjectAccess } from "./access";
import type { Undo } from "./bulk-undo";
import { itemMoved, rehome, siblings, targetSection } from "./item-plan-moves";
import type { LockedItem } from "./items";
import { renumber } from "./positions";
import type { Write } from "./write";

type Access = ProjectAccess<"plan:edit">;

/** Items of sections as they stand in the plan. */
function inPlanOrder(access: Access, { tx }: Write, sectionIds: string[]) {
  return tx.checklistItem.findMany({
    where: { sectionId: { in: sectionIds }, parentId: null, projectId: access.projectId },
    orderBy: [
      { phase: { position: "asc" } },
      { section: { position: "asc" } },
      { position: "asc" },
      { id: "asc" },
    ],
    select: { id: true, sectionId: true },
  });
}

/** Puts items at the end of a section, in the order they have. Those in it stay. @returns as editAll */
export async function moveAll(
  access: Access,
  write: Write,
  items: readonly LockedItem[],
  toSectionId: string,
): Promise<Map<string, Undo>> {
  const section = await targetSection(access, write.tx, toSectionId);
  const moving = items.filter(({ sectionId }) => sectionId !== section.id);
  const subItem = moving.find(({ parentId }) => parentId !== null);
  if (subItem)
    throw new AppError(
      "RULE",
      `“${subItem.editable.title}” is a sub-item, which moves with its item. Nothing was changed.`,
    );
  if (moving.length === 0) return new Map();
  const sectionOf = new Map(moving.map(({ id, sectionId }) => [id, sectionId]));
  const before = await inPlanOrder(access, write, [...new Set(sectionOf.values())]);
  const ids = before.flatMap(({ id }) => (sectionOf.has(id) ? id : []));
  const anchors = anchorsIn(before, new Set(ids));
  const order = [...(await siblings(write.tx, section.id, null)), ...ids];
  await rehome(write, ids, section);
  await renumber(access, write.tx, "ChecklistItem", order);
  await write.tx.checklistItem.updateMany({
    where: { id: { in: ids } },
    data: { version: { increment: 1 } },
  });
  for (const item of moving) write.record(itemMoved(item, section, null));
  return new Map(
    ids.map((id) => [
      id,
      {
        from: { sectionId: section.id },
        to: { sectionId: sectionOf.get(id), beforeItemId: anchors.get(id) ?? null },
      },
    ]),
  );
}

/** What each moving item stands before in its own section. @param rows of several sections, in order */
const anchorsIn = (rows: { id: string; sectionId: string }[], moving: ReadonlySet<string>) =>
  new Map(
    [...groupBy(rows, ({ sectionId }) => sectionId).values()].flatMap((section) => [
      ...anchorsOf(
        section.map(({ id }) => id),
        moving,
      ),
    ]),
  );
