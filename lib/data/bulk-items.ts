import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { BulkItemsInput, BulkValues } from "@/lib/schemas/bulk-items";
import type { ProjectAccess } from "./access";
import { ensureArea } from "./areas";
import { archiveAll, restoreAll } from "./bulk-archive";
import { moveAll } from "./bulk-move";
import type { Undo } from "./bulk-undo";
import { differences } from "./differences";
import { ASSIGNED, itemEdited } from "./item-plan-edits";
import { dateOrNull, type EditableItem, getItemsIn, type LockedItem } from "./items";
import { refuseNamingIn } from "./named-people";
import { type Write, writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

const PEOPLE_MAX = 20;

export interface BulkAnswer {
  changed: { id: string; version: number; undo: Undo | null }[];
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

const pick = (of: EditableItem, changed: Partial<EditableItem>): BulkValues => ({
  ...("level" in changed && { level: of.level }),
  ...("area" in changed && { area: of.area }),
  ...("dueOn" in changed && { dueOn: of.dueOn }),
  ...("assigneeIds" in changed && { assigneeIds: of.assigneeIds }),
});

/** Sets what was wished on every item that is not so already. @returns how to take back what changed, by item */
async function editAll(
  access: Access,
  write: Write,
  items: readonly LockedItem[],
  input: BulkItemsInput,
): Promise<Map<string, Undo>> {
  const { level, area, dueOn } = input;
  const edits: Edit[] = items
    .map((item) => ({
      item,
      changed: differences(item.editable, { level, area, dueOn, assigneeIds: peopleOf(item, input) }),
    }))
    .filter(({ changed }) => Object.keys(changed).length > 0);
  if (edits.length === 0) return new Map();
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
  for (const { item, changed } of edits) write.record(itemEdited(item, changed));
  return new Map(
    edits.map(({ item: { id, editable }, changed }) => [
      id,
      { from: pick({ ...editable, ...changed }, changed), to: pick(editable, changed) },
    ]),
  );
}

/**
 * Changes many items at once, all of them or none: in one transaction, with an event for each that changed. What is so
 * already is no change. A change is not based on a version: it says what is wanted, whatever stands there.
 *
 * @throws AppError NOT_FOUND when one of them, or the section, is not in this project; INVALID for people who may not
 *   work here; RULE for a condition of a passed gate, and for what stands
 *   below something archived
 */
export function changeItems(access: Access, input: BulkItemsInput): Promise<BulkAnswer> {
  return writeProject(access, async (write) => {
    const { itemIds, archived, toSectionId } = input;
    const changed = new Map<string, Undo | null>();
    const along = new Set<string>();
    const note = (undo: ReadonlyMap<string, Undo>) => {
      for (const [id, { from, to }] of undo) {
        const other = changed.get(id);
        changed.set(id, { from: { ...other?.from, ...from }, to: { ...other?.to, ...to } });
      }
    };
    if (archived === undefined) {
      const items = await getItemsIn(access, write.tx, itemIds);
      refuseMissing(itemIds, items);
      note(await editAll(access, write, items, input));
      if (toSectionId) {
        const moved = await moveAll(access, write, items, toSectionId);
        note(moved.undo);
        for (const id of moved.along) along.add(id);
      }
    } else {
      const change = archived ? archiveAll : restoreAll;
      for (const id of await change(access, write, itemIds, refuseMissing)) changed.set(id, null);
    }
    const rows = await write.tx.checklistItem.findMany({
      where: { id: { in: [...changed.keys()] }, projectId: access.projectId },
      select: { id: true, version: true },
    });
    return {
      changed: rows.map((row) => ({ ...row, undo: changed.get(row.id) ?? null })),
      unchanged: itemIds.filter((id) => !changed.has(id) && !along.has(id)).length,
    };
  });
}
