import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { BulkItemsInput } from "@/lib/schemas/bulk-items";
import type { ProjectAccess } from "./access";
import { ensureArea } from "./areas";
import { archiveAll, restoreAll } from "./bulk-archive";
import { changeData, differences } from "./differences";
import { ASSIGNED, TOLD, WEIGHS } from "./item-plan-edits";
import { rehome, siblings, targetSection } from "./item-plan-moves";
import { dateOrNull, type EditableItem, getItemsIn, type LockedItem } from "./items";
import { refuseNamingIn } from "./named-people";
import { renumber } from "./positions";
import { type Write, writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

const PEOPLE_MAX = 20;

export interface BulkAnswer {
  changed: { id: string; version: number }[];
  /** how many were so already */
  unchanged: number;
}

interface Edit {
  item: LockedItem;
  changed: Partial<EditableItem>;
}

/** @throws AppError NOT_FOUND saying how many, and which */
function refuseMissing(wanted: readonly string[], found: readonly { id: string }[]): void {
  const known = new Set(found.map(({ id }) => id));
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length === 0) return;
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : "";
  throw new AppError(
    "NOT_FOUND",
    `${missing.length} of ${wanted.length} items were not found in this project: ${missing.slice(0, 3).join(", ")}${more}. Nothing was changed.`,
  );
}

/** Who an item is to be assigned to; undefined where that stays. @throws AppError INVALID for too many */
function peopleOf({ editable }: LockedItem, input: BulkItemsInput): string[] | undefined {
  const { assigneeIds, addAssigneeIds } = input;
  if (!addAssigneeIds) return assigneeIds;
  const people = [...new Set([...editable.assigneeIds, ...addAssigneeIds])].sort();
  if (people.length <= PEOPLE_MAX) return people;
  const message = `“${editable.title}” would be assigned to more than ${PEOPLE_MAX} people. Nothing was changed.`;
  throw new AppError("INVALID", `addAssigneeIds: ${message}`, { fields: { addAssigneeIds: [message] } });
}

async function assignAll(
  access: Access,
  { tx }: Write,
  edits: readonly Edit[],
  input: BulkItemsInput,
): Promise<void> {
  const assigned = edits.flatMap(({ item, changed: { assigneeIds } }) =>
    assigneeIds ? [{ item, assigneeIds }] : [],
  );
  // Who is named there already may stay, whatever their role is by now.
  const newcomers = assigned.flatMap(({ item, assigneeIds }) =>
    assigneeIds.filter((id) => !item.editable.assigneeIds.includes(id)),
  );
  const field = input.addAssigneeIds ? "addAssigneeIds" : "assigneeIds";
  await refuseNamingIn(access, tx, field, { memberIds: [...new Set(newcomers)], permission: ASSIGNED });
  if (input.assigneeIds)
    await tx.itemAssignee.deleteMany({
      where: { itemId: { in: assigned.map(({ item }) => item.id) }, memberId: { notIn: input.assigneeIds } },
    });
  await tx.itemAssignee.createMany({
    data: assigned.flatMap(({ item, assigneeIds }) =>
      assigneeIds.map((memberId) => ({ itemId: item.id, memberId })),
    ),
    skipDuplicates: true,
  });
}

/** Sets what was wished on every item that is not so already. @returns ids of those that changed */
async function editAll(
  access: Access,
  write: Write,
  items: readonly LockedItem[],
  input: BulkItemsInput,
): Promise<string[]> {
  const { level, area, dueOn } = input;
  const edits: Edit[] = items
    .map((item) => ({
      item,
      changed: differences(item.editable, { level, area, dueOn, assigneeIds: peopleOf(item, input) }),
    }))
    .filter(({ changed }) => Object.keys(changed).length > 0);
  if (edits.length === 0) return [];
  await assignAll(access, write, edits, input);
  const ids = edits.map(({ item }) => item.id);
  await write.tx.checklistItem.updateMany({
    where: { id: { in: ids } },
    data: {
      ...(level === undefined ? {} : { level }),
      ...(area === undefined ? {} : { areaId: await ensureArea(access, write.tx, area) }),
      ...(dueOn === undefined ? {} : { dueOn: dateOrNull(dueOn) }),
      version: { increment: 1 },
    },
  });
  for (const { item, changed } of edits)
    write.record({
      action: "item.edited",
      targetType: "item",
      targetId: item.id,
      phase: WEIGHS.some((field) => field in changed) ? item.phaseId : null,
      data: { ...changeData(item.editable, changed, TOLD), phaseId: item.phaseId },
    });
  return ids;
}

/** Ids of items as they stand in the plan. */
async function inPlanOrder(access: Access, { tx }: Write, itemIds: string[]): Promise<string[]> {
  const rows = await tx.checklistItem.findMany({
    where: { id: { in: itemIds }, projectId: access.projectId },
    orderBy: [
      { phase: { position: "asc" } },
      { section: { position: "asc" } },
      { position: "asc" },
      { id: "asc" },
    ],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Puts items at the end of a section, in the order they have. Those in it stay. @returns ids of those that moved */
async function moveAll(
  access: Access,
  write: Write,
  items: readonly LockedItem[],
  toSectionId: string,
): Promise<string[]> {
  const section = await targetSection(access, write.tx, toSectionId);
  const moving = items.filter(({ sectionId }) => sectionId !== section.id);
  const subItem = moving.find(({ parentId }) => parentId !== null);
  if (subItem)
    throw new AppError(
      "RULE",
      `“${subItem.editable.title}” is a sub-item, which moves with its item. Nothing was changed.`,
    );
  if (moving.length === 0) return [];
  const ids = await inPlanOrder(
    access,
    write,
    moving.map(({ id }) => id),
  );
  const order = [...(await siblings(write.tx, section.id, null)), ...ids];
  await rehome(write, ids, section);
  await renumber(access, write.tx, "ChecklistItem", order);
  await write.tx.checklistItem.updateMany({
    where: { id: { in: ids } },
    data: { version: { increment: 1 } },
  });
  for (const { id, sectionId, phaseId } of moving) {
    const changesPhase = section.phaseId !== phaseId;
    write.record({
      action: "item.moved",
      targetType: "item",
      targetId: id,
      phase: changesPhase ? "all" : null,
      data: {
        beforeItemId: null,
        sectionId: { from: sectionId, to: section.id },
        phaseId: changesPhase ? { from: phaseId, to: section.phaseId } : phaseId,
      },
    });
  }
  return ids;
}

/**
 * Changes many items at once, all of them or none: in one transaction, with an event for each that changed. What is so
 * already is no change. A change is not based on a version: it says what is wanted, whatever stands there.
 *
 * @throws AppError NOT_FOUND when one of them, or the section, is not in this project; INVALID for people who may not
 *   work here; RULE for a sub-item that would leave its item, for a condition of a passed gate, and for what stands
 *   below something archived
 */
export function changeItems(access: Access, input: BulkItemsInput): Promise<BulkAnswer> {
  return writeProject(access, async (write) => {
    const { itemIds, archived, toSectionId } = input;
    const changed = new Set<string>();
    const note = (ids: readonly string[]) => {
      for (const id of ids) changed.add(id);
    };
    if (archived === undefined) {
      const items = await getItemsIn(access, write.tx, itemIds);
      refuseMissing(itemIds, items);
      note(await editAll(access, write, items, input));
      if (toSectionId) note(await moveAll(access, write, items, toSectionId));
    } else {
      const change = archived ? archiveAll : restoreAll;
      note(await change(access, write, itemIds, refuseMissing));
    }
    const rows = await write.tx.checklistItem.findMany({
      where: { id: { in: [...changed] }, projectId: access.projectId },
      select: { id: true, version: true },
    });
    return { changed: rows, unchanged: itemIds.length - rows.length };
  });
}
