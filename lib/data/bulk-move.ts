import "server-only";
import { groupBy } from "@/lib/domain/group-by";
import { anchorsOf } from "@/lib/domain/placing";
import type { ProjectAccess } from "./access";
import type { Undo } from "./bulk-undo";
import { itemMoved, rehome, siblings, targetSection } from "./item-plan-moves";
import type { LockedItem } from "./items";
import { renumber } from "./positions";
import type { Write } from "./write";

type Access = ProjectAccess<"plan:edit">;

interface Row {
  id: string;
  sectionId: string;
  parentId: string | null;
}

/** Items of sections, and the sub-items of some of them, as they stand in the plan. */
async function inPlanOrder(
  access: Access,
  { tx }: Write,
  sectionIds: string[],
  parentIds: string[],
): Promise<Row[]> {
  const rows = await tx.checklistItem.findMany({
    where: {
      projectId: access.projectId,
      OR: [{ sectionId: { in: sectionIds }, parentId: null }, { parentId: { in: parentIds } }],
    },
    orderBy: [
      { phase: { position: "asc" } },
      { section: { position: "asc" } },
      { position: "asc" },
      { id: "asc" },
    ],
    select: { id: true, sectionId: true, parentId: true },
  });
  const below = groupBy(rows, ({ parentId }) => parentId);
  return rows
    .filter(({ parentId }) => parentId === null)
    .flatMap((row) => [row, ...(below.get(row.id) ?? [])]);
}

/** What a move of many items did. */
export interface Moved {
  /** how to take it back, by item */
  undo: Map<string, Undo>;
  /** sub-items that went along with their item */
  along: Set<string>;
}

/**
 * Puts items at the end of a section, in the order they have. Those in it stay. A sub-item goes along with its item;
 * one that is to go without it becomes an item of its own.
 *
 * @throws AppError NOT_FOUND for the section
 */
export async function moveAll(
  access: Access,
  write: Write,
  items: readonly LockedItem[],
  toSectionId: string,
): Promise<Moved> {
  const section = await targetSection(access, write.tx, toSectionId);
  const leaving = items.filter(({ sectionId }) => sectionId !== section.id);
  const selected = new Set(leaving.map(({ id }) => id));
  const goesAlong = ({ parentId }: LockedItem) => parentId !== null && selected.has(parentId);
  const along = new Set(leaving.filter(goesAlong).map(({ id }) => id));
  const moving = new Map(leaving.filter(({ id }) => !along.has(id)).map((item) => [item.id, item]));
  if (moving.size === 0) return { undo: new Map(), along };
  const parents = [...moving.values()].flatMap(({ parentId }) => parentId ?? []);
  const sections = [...moving.values()].map(({ sectionId }) => sectionId);
  const before = await inPlanOrder(access, write, [...new Set(sections)], [...new Set(parents)]);
  const inOrder = before.flatMap(({ id }) => moving.get(id) ?? []);
  const ids = inOrder.map(({ id }) => id);
  const anchors = anchorsIn(before, new Set(ids));
  const order = [...(await siblings(write.tx, section.id, null)), ...ids];
  await rehome(write, ids, section);
  await renumber(access, write.tx, "ChecklistItem", order);
  await write.tx.checklistItem.updateMany({
    where: { id: { in: ids } },
    data: { parentId: null, version: { increment: 1 } },
  });
  for (const item of inOrder) write.record(itemMoved(item, { section, parentId: null }, null));
  const undo = new Map<string, Undo>();
  for (const { id, sectionId, parentId } of inOrder) {
    const wasBelow = parentId !== null;
    undo.set(id, {
      from: { sectionId: section.id, ...(wasBelow && { parentItemId: null }) },
      to: {
        sectionId,
        ...(wasBelow && { parentItemId: parentId }),
        beforeItemId: anchors.get(id) ?? null,
      },
    });
  }
  return { undo, along };
}

/** What each moving item stands before in its own list. @param rows of several lists, in order */
const anchorsIn = (rows: readonly Row[], moving: ReadonlySet<string>) =>
  new Map(
    [...groupBy(rows, ({ sectionId, parentId }) => parentId ?? sectionId).values()].flatMap((list) => [
      ...anchorsOf(
        list.map(({ id }) => id),
        moving,
      ),
    ]),
  );
