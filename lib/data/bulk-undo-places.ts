import "server-only";
import { groupBy } from "@/lib/domain/group-by";
import { putBack } from "@/lib/domain/placing";
import type { BulkValues, UndoItemsInput } from "@/lib/schemas/bulk-items";
import type { ProjectAccess } from "./access";
import { itemMoved, rehome, siblings } from "./item-plan-moves";
import type { LockedItem } from "./items";
import { renumber } from "./positions";
import type { Write } from "./write";

type Access = ProjectAccess<"plan:edit">;

/** Where an item goes back to. */
export interface Place {
  sectionId: string;
  /** the item it is a sub-item of; null: of none */
  parentId: string | null;
  beforeItemId: string | null;
}

/** What of the plan items could go back to. */
export interface Places {
  /** section -> phase */
  sections: ReadonlyMap<string, string>;
  /** item -> section */
  parents: ReadonlyMap<string, string>;
  /** items that have sub-items now, and so can be none themselves */
  holders: ReadonlySet<string | null>;
}

/** Sections and items that are still in the plan, of those a change of many items took something from. */
export async function placesFor(
  access: Access,
  { tx }: Write,
  items: UndoItemsInput["items"],
): Promise<Places> {
  const { projectId } = access;
  const below = items.filter(({ to }) => to.parentItemId);
  const sections = await tx.checklistSection.findMany({
    where: {
      id: { in: items.flatMap(({ to }) => to.sectionId ?? []) },
      projectId,
      archivedAt: null,
      phase: { archivedAt: null },
    },
    select: { id: true, phaseId: true },
  });
  const parents = await tx.checklistItem.findMany({
    where: {
      id: { in: below.flatMap(({ to }) => to.parentItemId ?? []) },
      projectId,
      parentId: null,
      archivedAt: null,
    },
    select: { id: true, sectionId: true },
  });
  const subItems = await tx.checklistItem.findMany({
    where: { parentId: { in: below.map(({ id }) => id) }, projectId },
    select: { parentId: true },
  });
  return {
    sections: new Map(sections.map(({ id, phaseId }) => [id, phaseId])),
    parents: new Map(parents.map(({ id, sectionId }) => [id, sectionId])),
    holders: new Set(subItems.map(({ parentId }) => parentId)),
  };
}

/** @returns where a moved item goes back to; null where it stands elsewhere by now, or its place is gone */
export function placeOf(
  item: LockedItem,
  { from, to }: { from: BulkValues; to: BulkValues },
  { sections, parents, holders }: Places,
): Place | null {
  const { sectionId, parentItemId: parentId = null, beforeItemId = null } = to;
  const isThere = item.sectionId === from.sectionId && item.parentId === (from.parentItemId ?? null);
  if (sectionId === undefined || !isThere || !sections.has(sectionId)) return null;
  if (parentId !== null && (parents.get(parentId) !== sectionId || holders.has(item.id))) return null;
  return { sectionId, parentId, beforeItemId };
}

/** Puts items back, each before what it stood before. */
export async function putAllBack(
  access: Access,
  write: Write,
  moves: readonly (Place & { item: LockedItem })[],
  { sections }: Places,
): Promise<void> {
  // Each list is put in order by itself; few, however many the items are.
  for (const coming of groupBy(moves, ({ sectionId, parentId }) => parentId ?? sectionId).values()) {
    const [{ sectionId, parentId } = { sectionId: "", parentId: null }] = coming;
    const phaseId = sections.get(sectionId);
    if (!phaseId) continue;
    const section = { id: sectionId, phaseId };
    const ids = coming.map(({ item }) => item.id);
    const order = await siblings(write.tx, sectionId, parentId);
    await rehome(write, ids, section);
    const back = coming.map(({ item, beforeItemId }) => ({ id: item.id, beforeId: beforeItemId }));
    await renumber(access, write.tx, "ChecklistItem", putBack(order, back));
    await write.tx.checklistItem.updateMany({
      where: { id: { in: ids } },
      data: { parentId, version: { increment: 1 } },
    });
    for (const { item, beforeItemId } of coming)
      write.record(itemMoved(item, { section, parentId }, beforeItemId));
  }
}
