import "server-only";
import { notFound } from "@/lib/domain/errors";
import type { AddItemInput, EditItemInput } from "@/lib/schemas/items";
import type { ProjectAccess } from "./access";
import { ensureArea } from "./areas";
import type { Transaction } from "./client";
import { changeData, differences, refuseStale } from "./differences";
import { freeKey } from "./free-key";
import { dateOrNull, type EditableItem, getItemIn, type LockedItem } from "./items";
import { refuseNamingIn } from "./named-people";
import { type Change, type Write, writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

/** Who is assigned an item ticks it. */
export const ASSIGNED = "item:work" as const;

export interface AddedItemView {
  id: string;
  key: string;
  version: number;
}

/** Where a new item goes: below its parent, or at the end of a section. @throws AppError NOT_FOUND */
async function placeOf(access: Access, tx: Transaction, input: AddItemInput) {
  if (input.parentId) {
    const parent = await getItemIn(access, tx, input.parentId);
    // Sub-items have none of their own: what is added below one comes to stand beside it.
    return { phaseId: parent.phaseId, sectionId: parent.sectionId, parentId: parent.parentId ?? parent.id };
  }
  const section = await tx.checklistSection.findFirst({
    where: {
      id: input.sectionId ?? "",
      projectId: access.projectId,
      archivedAt: null,
      phase: { archivedAt: null },
    },
    select: { id: true, phaseId: true },
  });
  if (!section) throw notFound("The section");
  return { phaseId: section.phaseId, sectionId: section.id, parentId: null };
}

/**
 * Adds an item at the end of a section, or a sub-item at the end of its item. An area that is new joins the
 * workspace's list.
 *
 * @throws AppError NOT_FOUND for the section or parent; INVALID for an assignee who may not work here
 */
export const addItem = (access: Access, input: AddItemInput): Promise<AddedItemView> =>
  writeProject(access, (write) => addItemIn(access, write, input));

/** The same inside a write that is under way. */
async function addItemIn(
  access: Access,
  { tx, now, record }: Write,
  input: AddItemInput,
): Promise<AddedItemView> {
  const place = await placeOf(access, tx, input);
  const assigneeIds = input.assigneeIds ?? [];
  await refuseNamingIn(access, tx, "assigneeIds", { memberIds: assigneeIds, permission: ASSIGNED });
  const last = await tx.checklistItem.aggregate({
    where: { sectionId: place.sectionId, parentId: place.parentId },
    _max: { position: true },
  });
  const item = await tx.checklistItem.create({
    data: {
      ...place,
      projectId: access.projectId,
      key: await freeKey(access, tx, "item", input.title),
      title: input.title,
      details: input.details ?? "",
      acceptance: input.acceptance ?? null,
      why: input.why ?? null,
      impact: input.impact ?? null,
      files: input.files ?? [],
      level: input.level ?? "SHOULD",
      areaId: await ensureArea(access, tx, input.area ?? null),
      dueOn: dateOrNull(input.dueOn ?? null),
      position: (last._max.position ?? 0) + 1,
      createdAt: now,
      assignees: { createMany: { data: assigneeIds.map((memberId) => ({ memberId })) } },
    },
    select: { id: true, key: true, version: true, level: true },
  });
  record({
    action: "item.added",
    targetType: "item",
    targetId: item.id,
    phase: place.phaseId,
    data: { ...place, key: item.key, title: input.title, level: item.level },
  });
  return { id: item.id, key: item.key, version: item.version };
}

async function writeAssignees(write: Write, itemId: string, memberIds: readonly string[]): Promise<void> {
  await write.tx.itemAssignee.deleteMany({ where: { itemId, memberId: { notIn: [...memberIds] } } });
  await write.tx.itemAssignee.createMany({
    data: memberIds.map((memberId) => ({ itemId, memberId })),
    skipDuplicates: true,
  });
}

/** What the requirement asks for and how it is graded; the rest moves neither score nor sign-offs. */
const WEIGHS = ["title", "acceptance", "level", "area"] as const satisfies (keyof EditableItem)[];
/** Short values that the audit event carries; texts stay out of it. */
const TOLD = ["title", "level", "area", "dueOn", "assigneeIds"] as const satisfies (keyof EditableItem)[];

/** The event of an edited item. @param changed its new values, of those that are others than before */
export const itemEdited = (
  { id, phaseId, editable }: LockedItem,
  changed: Partial<EditableItem>,
): Change => ({
  action: "item.edited",
  targetType: "item",
  targetId: id,
  phase: WEIGHS.some((field) => field in changed) ? phaseId : null,
  data: { ...changeData(editable, changed, TOLD), phaseId },
});

async function writeFields(
  access: Access,
  write: Write,
  { id: itemId, editable }: LockedItem,
  changed: Partial<EditableItem>,
) {
  const { area, dueOn, assigneeIds, ...columns } = changed;
  if (assigneeIds) {
    const naming = { memberIds: assigneeIds, permission: ASSIGNED, already: editable.assigneeIds };
    await refuseNamingIn(access, write.tx, "assigneeIds", naming);
    await writeAssignees(write, itemId, assigneeIds);
  }
  const updated = await write.tx.checklistItem.update({
    where: { id: itemId },
    data: {
      ...columns,
      ...(area === undefined ? {} : { areaId: await ensureArea(access, write.tx, area) }),
      ...(dueOn === undefined ? {} : { dueOn: dateOrNull(dueOn) }),
      version: { increment: 1 },
    },
    select: { version: true },
  });
  return updated.version;
}

/**
 * Changes the named fields of an item. What is so already is no change, whatever version it was based on.
 *
 * @returns the version after it
 * @throws AppError NOT_FOUND; CONFLICT with the item as it stands; INVALID for an assignee who may not work here
 */
export function editItem(access: Access, input: EditItemInput): Promise<{ version: number }> {
  return writeProject(access, async (write) => {
    const item = await getItemIn(access, write.tx, input.itemId);
    const { version, editable } = item;
    const changed = differences(editable, input);
    if (Object.keys(changed).length === 0) return { version };
    refuseStale("item", input.version ?? version, { ...editable, version });
    const after = await writeFields(access, write, item, changed);
    write.record(itemEdited(item, changed));
    return { version: after };
  });
}

/**
 * Says who an item is assigned to: exactly these people.
 * @throws AppError NOT_FOUND; INVALID for somebody who may not work here
 */
export function setAssignees(
  access: Access,
  itemId: string,
  assigneeIds: readonly string[],
): Promise<{ version: number }> {
  return writeProject(access, async (write) => {
    const item = await getItemIn(access, write.tx, itemId);
    const { version, editable } = item;
    const changed = differences(editable, { assigneeIds: [...new Set(assigneeIds)].sort() });
    if (!changed.assigneeIds) return { version };
    const after = await writeFields(access, write, item, changed);
    write.record(itemEdited(item, changed));
    return { version: after };
  });
}
