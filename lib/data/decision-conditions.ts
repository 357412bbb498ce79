import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { DecideGateInput } from "@/lib/schemas/decisions";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { whyNotNamedIn } from "./named-people";

type Conditions = DecideGateInput["conditions"];

const SECTION = "Conditions";

/** @throws AppError INVALID naming each condition whose owner may not work in this project */
export async function refuseUnfitOwners(
  tx: Transaction,
  access: ProjectAccess,
  conditions: Conditions,
): Promise<void> {
  const memberIds = conditions.map(({ ownerId }) => ownerId);
  const unfit = await whyNotNamedIn(access, tx, { memberIds, permission: "item:work" });
  if (unfit.size === 0) return;
  const fields = Object.fromEntries(
    conditions.flatMap(({ ownerId }, index) => {
      const why = unfit.get(ownerId);
      return why ? [[`conditions.${index}.ownerId`, [why]]] : [];
    }),
  );
  throw new AppError("INVALID", "Not every condition has an owner who can do it.", { fields });
}

/** The section of the next phase that holds conditions, made at its end when there is none yet. */
async function sectionFor(tx: Transaction, projectId: string, phaseId: string): Promise<string> {
  const known = await tx.checklistSection.findFirst({
    where: { projectId, phaseId, title: SECTION, archivedAt: null },
    select: { id: true },
  });
  if (known) return known.id;
  const last = await tx.checklistSection.aggregate({
    where: { projectId, phaseId },
    _max: { position: true },
  });
  const position = (last._max.position ?? 0) + 1;
  const made = await tx.checklistSection.create({
    data: { projectId, phaseId, title: SECTION, position },
    select: { id: true },
  });
  return made.id;
}

/** The first number whose "condition-…" key no item of the project has. */
async function firstFreeNumber(tx: Transaction, projectId: string): Promise<number> {
  const taken = await tx.checklistItem.findMany({
    where: { projectId, key: { startsWith: "condition-" } },
    select: { key: true },
  });
  return Math.max(0, ...taken.map(({ key }) => Number(/^condition-(\d{1,6})$/.exec(key)?.[1] ?? 0))) + 1;
}

/**
 * Stores the conditions of a CONDITIONAL_GO: each becomes a MUST item of the next phase, due on its day and assigned to
 * its owner (design 2.4).
 *
 * @returns the items' ids, in the order of the conditions
 */
export async function storeConditions(
  tx: Transaction,
  projectId: string,
  decisionId: string,
  nextPhaseId: string,
  conditions: Conditions,
): Promise<string[]> {
  if (conditions.length === 0) return [];
  const sectionId = await sectionFor(tx, projectId, nextPhaseId);
  const number = await firstFreeNumber(tx, projectId);
  const last = await tx.checklistItem.aggregate({
    where: { projectId, sectionId },
    _max: { position: true },
  });
  const position = (last._max.position ?? 0) + 1;
  const items = await tx.checklistItem.createManyAndReturn({
    data: conditions.map(({ text, dueOn }, index) => ({
      projectId,
      phaseId: nextPhaseId,
      sectionId,
      key: `condition-${number + index}`,
      title: text,
      level: "MUST" as const,
      dueOn: new Date(`${dueOn}T00:00:00.000Z`),
      position: position + index,
    })),
    select: { id: true, key: true },
  });
  const idOf = new Map(items.map(({ id, key }) => [key, id]));
  const rows = conditions.flatMap((condition, index) => {
    const itemId = idOf.get(`condition-${number + index}`);
    return itemId ? [{ ...condition, itemId }] : [];
  });
  await tx.itemAssignee.createMany({
    data: rows.map(({ itemId, ownerId }) => ({ itemId, memberId: ownerId })),
  });
  await tx.condition.createMany({
    data: rows.map(({ text, ownerId, dueOn, itemId }) => ({
      projectId,
      decisionId,
      text,
      ownerId,
      dueOn: new Date(`${dueOn}T00:00:00.000Z`),
      itemId,
    })),
  });
  return rows.map(({ itemId }) => itemId);
}
