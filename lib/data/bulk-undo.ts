import "server-only";
import type { BulkValues, UndoItemsInput } from "@/lib/schemas/bulk-items";
import type { ProjectAccess } from "./access";
import { ensureArea } from "./areas";
import { type Place, type Places, placeOf, placesFor, putAllBack } from "./bulk-undo-places";
import { ASSIGNED, itemEdited } from "./item-plan-edits";
import { dateOrNull, type EditableItem, getItemsIn, type LockedItem } from "./items";
import { whyNotNamedIn } from "./named-people";
import { type Write, writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;
type Step = UndoItemsInput["items"][number];

/** One item as a change of many left it, and as it was. */
export interface Undo {
  from: BulkValues;
  to: BulkValues;
}

export interface UndoneItems {
  restored: { id: string; version: number }[];
  /** changed since, or gone: left as they are, wholly or in part */
  left: { id: string; title: string | null }[];
}

/** What of one item is put back. */
interface Return {
  item: LockedItem;
  fields: Partial<EditableItem>;
  place: Place | null;
}

const FIELDS = ["level", "area", "dueOn", "assigneeIds"] as const satisfies (keyof EditableItem &
  keyof BulkValues)[];

/** Values are compared as JSON; upper and lower case are the same area. */
const written = (value: unknown): string => JSON.stringify(value ?? null).toLowerCase();

/** What still stands as the change left it goes back to what it was; `isWhole` says that this is all of it. */
function returnOf(item: LockedItem, { from, to }: Step, places: Places): Return & { isWhole: boolean } {
  const wanted = FIELDS.filter((field) => to[field] !== undefined);
  const same = wanted.filter((field) => written(item.editable[field]) === written(from[field]));
  const place = placeOf(item, { from, to }, places);
  return {
    item,
    fields: Object.fromEntries(same.map((field) => [field, to[field]])),
    place,
    isWhole: same.length === wanted.length && (to.sectionId === undefined || place !== null),
  };
}

async function writeFields(access: Access, { tx, record }: Write, returns: readonly Return[]): Promise<void> {
  const edits = returns.filter(({ fields }) => Object.keys(fields).length > 0);
  if (edits.length === 0) return;
  const final = edits.map(({ item, fields }) => ({ id: item.id, ...item.editable, ...fields }));
  const areaIds = new Map<string | null, string | null>();
  // Few, however many the items are: the areas they had.
  for (const area of new Set(final.map((each) => each.area)))
    areaIds.set(area, await ensureArea(access, tx, area));
  const column = <T>(read: (each: (typeof final)[number]) => T): T[] => final.map(read);
  await tx.$executeRaw`
    UPDATE "ChecklistItem" AS t
    SET level = v.level::"Level", "areaId" = v.area::uuid, "dueOn" = v.due, version = t.version + 1
    FROM unnest(${column(({ id }) => id)}::uuid[], ${column(({ level }) => level)}::text[],
      ${column(({ area }) => areaIds.get(area) ?? null)}::text[], ${column(({ dueOn }) => dateOrNull(dueOn))}::date[])
      AS v(id, level, area, due)
    WHERE t.id = v.id AND t."projectId" = ${access.projectId}::uuid`;
  const assigned = edits.filter(({ fields }) => fields.assigneeIds);
  await tx.itemAssignee.deleteMany({ where: { itemId: { in: assigned.map(({ item }) => item.id) } } });
  await tx.itemAssignee.createMany({
    data: assigned.flatMap(({ item, fields }) =>
      (fields.assigneeIds ?? []).map((memberId) => ({ itemId: item.id, memberId })),
    ),
  });
  for (const { item, fields } of edits) record(itemEdited(item, fields));
}

/** Leaves the people of an item as they are where one who was named may not be any more. @returns ids of those items */
async function keepUnnameable(
  access: Access,
  { tx }: Write,
  returns: readonly Return[],
): Promise<Set<string>> {
  const newcomers = (each: Return) =>
    (each.fields.assigneeIds ?? []).filter((id) => !each.item.editable.assigneeIds.includes(id));
  const memberIds = [...new Set(returns.flatMap(newcomers))];
  const refused = await whyNotNamedIn(access, tx, { memberIds, permission: ASSIGNED });
  const kept = returns.filter((each) => newcomers(each).some((id) => refused.has(id)));
  for (const each of kept) delete each.fields.assigneeIds;
  return new Set(kept.map(({ item }) => item.id));
}

/**
 * Takes a change of many items back: what still stands as the change left it. What somebody changed since stays as it
 * is and is told, as is what has gone. Done again it changes nothing.
 *
 * @param input what changeItems answered for each item
 */
export function undoItems(access: Access, { items }: UndoItemsInput): Promise<UndoneItems> {
  return writeProject(access, async (write) => {
    const steps = new Map(items.map((step) => [step.id, step]));
    const found = new Map(
      (await getItemsIn(access, write.tx, [...steps.keys()])).map((item) => [item.id, item]),
    );
    const places = await placesFor(access, write, items);
    const returns = [...steps.values()].flatMap((step) => {
      const item = found.get(step.id);
      return item ? [returnOf(item, step, places)] : [];
    });
    const kept = await keepUnnameable(access, write, returns);
    await writeFields(access, write, returns);
    const moves = returns.flatMap(({ item, place }) => (place ? [{ item, ...place }] : []));
    await putAllBack(access, write, moves, places);
    const changed = returns.filter(({ fields, place }) => place || Object.keys(fields).length > 0);
    const whole = new Set(
      returns.filter(({ item, isWhole }) => isWhole && !kept.has(item.id)).map(({ item }) => item.id),
    );
    const restored = await write.tx.checklistItem.findMany({
      where: { id: { in: changed.map(({ item }) => item.id) }, projectId: access.projectId },
      select: { id: true, version: true },
    });
    const left = [...steps.keys()].filter((id) => !whole.has(id));
    return { restored, left: left.map((id) => ({ id, title: found.get(id)?.editable.title ?? null })) };
  });
}
