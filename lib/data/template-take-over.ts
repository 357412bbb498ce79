import "server-only";
import { AppError } from "@/lib/domain/errors";
import { canTakeOver, TAKEN_FIELDS } from "@/lib/domain/templates";
import { LEVELS } from "@/lib/domain/words";
import type { PlanChange } from "@/lib/plan/merge/diff-plans";
import type { TakeOverInput } from "@/lib/schemas/templates";
import type { ProjectAccess } from "./access";
import { db, type Transaction } from "./client";
import { addItemIn, editItem } from "./item-plan-edits";
import { archiveItem } from "./item-plan-moves";
import { addSectionIn } from "./sections";
import { getTemplateNews } from "./template-origin";
import { writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;
type Added = Extract<PlanChange, { kind: "added" }>;

const movedOn = () =>
  new AppError("CONFLICT", "This change is not in the list any more. Look again at what is left of it.");

const isNamed = (change: PlanChange, { noun, kind, key, title, place, field }: TakeOverInput): boolean =>
  change.noun === noun &&
  change.kind === kind &&
  change.key === key &&
  change.title === title &&
  change.place.join("\n") === place.join("\n") &&
  (change.kind === "edited" ? change.field : null) === field;

/** Read without a lock: an edit is guarded by the version, and archiving twice changes nothing. */
async function itemOf({ projectId }: Access, key: string | null) {
  const item = await db().checklistItem.findFirst({
    where: { projectId, key: key ?? "", archivedAt: null },
    select: { id: true, version: true },
  });
  if (!item) throw movedOn();
  return item;
}

const firstFirst = { orderBy: { position: "asc" }, select: { id: true } } as const;

async function phaseNamed({ projectId }: Access, tx: Transaction, name: string): Promise<string> {
  const phase = await tx.phase.findFirst({ where: { projectId, name, archivedAt: null }, ...firstFirst });
  if (!phase) throw new AppError("RULE", `Add the phase “${name}” first; this belongs to it.`);
  return phase.id;
}

/** What stands there already under that name was taken over meanwhile: the same again changes nothing. */
const addSectionOf = (access: Access, { title, place: [phase = ""] }: Added): Promise<void> =>
  writeProject(access, async (write) => {
    const phaseId = await phaseNamed(access, write.tx, phase);
    const where = { phaseId, projectId: access.projectId, title, archivedAt: null };
    if ((await write.tx.checklistSection.count({ where })) === 0)
      await addSectionIn(access, write, { phaseId, title });
  });

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

const addItemOf = (access: Access, { title, fields, place: [phase = "", section = "", parent] }: Added) =>
  writeProject(access, async (write) => {
    const { tx } = write;
    const { projectId } = access;
    const phaseId = await phaseNamed(access, tx, phase);
    const here = { projectId, phaseId, archivedAt: null };
    const into = await tx.checklistSection.findFirst({ where: { ...here, title: section }, ...firstFirst });
    if (!into) throw new AppError("RULE", `Take over the section “${section}” first; this belongs to it.`);
    const inSection = { ...here, sectionId: into.id };
    const above =
      parent === undefined
        ? null
        : await tx.checklistItem.findFirst({
            where: { ...inSection, title: parent, parentId: null },
            ...firstFirst,
          });
    if (parent !== undefined && !above)
      throw new AppError("RULE", `Take over the item “${parent}” first; this belongs to it.`);
    const parentId = above?.id ?? null;
    if ((await tx.checklistItem.count({ where: { ...inSection, title, parentId } })) > 0) return;
    const level = LEVELS.find((name) => name === fields.level) ?? "SHOULD";
    await addItemIn(access, write, {
      sectionId: into.id,
      parentId,
      title,
      details: textOf(fields.details) ?? "",
      acceptance: textOf(fields.acceptance),
      level,
      area: textOf(fields.area),
    });
  });

async function editItemOf(access: Access, change: Extract<PlanChange, { kind: "edited" }>): Promise<void> {
  const { id, version } = await itemOf(access, change.key);
  const field = TAKEN_FIELDS.find((name) => name === change.field);
  const text = textOf(change.to);
  if (field === "level") {
    const level = LEVELS.find((name) => name === text);
    if (level) await editItem(access, { itemId: id, version, level });
  } else if (field === "acceptance" || field === "area")
    await editItem(access, { itemId: id, version, [field]: text });
  else if (field) await editItem(access, { itemId: id, version, [field]: text ?? "" });
}

/**
 * Takes one change of the template over: a new section or item, an item's words or level, or an item that is gone from
 * it. What was taken over is not in the list any more, and asked for again it changes nothing.
 *
 * @throws AppError CONFLICT for a change that is not in the list; RULE for one that is worked in by hand, or whose
 *   section was not taken over yet
 */
export async function takeOverChange(access: Access, wish: TakeOverInput, now: Date): Promise<void> {
  const news = await getTemplateNews(access, now);
  const change = news?.changes.find((each) => isNamed(each, wish));
  if (!change) throw movedOn();
  if (!canTakeOver(change)) throw new AppError("RULE", "This change is worked into the plan by hand.");
  if (change.kind === "added")
    await (change.noun === "section" ? addSectionOf(access, change) : addItemOf(access, change));
  else if (change.kind === "edited") await editItemOf(access, change);
  else await archiveItem(access, (await itemOf(access, change.key)).id);
}
