import "server-only";
import type { CriterionDefinition } from "@/lib/domain/criterion-views";
import { AppError, notFound } from "@/lib/domain/errors";
import type { Comparator } from "@/lib/domain/words";
import type { AddCriterionInput, EditCriterionInput, MoveCriterionInput } from "@/lib/schemas/criteria";
import { isId, type ProjectAccess } from "./access";
import { ensureArea } from "./areas";
import type { Transaction } from "./client";
import { changeData, differences, refuseStale } from "./differences";
import { freeKey } from "./free-key";
import { orderAfterMove, renumber } from "./positions";
import { writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

const DEFAULT_AGE_DAYS = 30;

/** Archived or not. @throws AppError NOT_FOUND */
async function findCriterion(access: Access, tx: Transaction, criterionId: string) {
  const row = isId(criterionId)
    ? await tx.criterion.findFirst({
        where: { id: criterionId, projectId: access.projectId },
        include: { area: { select: { name: true } }, phase: { select: { archivedAt: true } } },
      })
    : null;
  if (!row) throw notFound("The criterion");
  return row;
}

async function getCriterion(access: Access, tx: Transaction, criterionId: string) {
  const row = await findCriterion(access, tx, criterionId);
  if (row.archivedAt) throw notFound("The criterion");
  const { text, target, unit, window, windowHours, level, minimumSample, maximumAgeDays } = row;
  const editable: CriterionDefinition = {
    text,
    // The column is text; every writer goes through the schema's list of comparators.
    comparator: row.comparator as Comparator | null,
    target,
    unit,
    window,
    windowHours,
    level,
    area: row.area?.name ?? null,
    minimumSample,
    maximumAgeDays,
  };
  return { id: row.id, phaseId: row.phaseId, version: row.version, editable };
}

async function checkPhase(access: Access, tx: Transaction, phaseId: string | null): Promise<void> {
  if (phaseId === null) return;
  const where = { id: phaseId, projectId: access.projectId, archivedAt: null };
  if ((await tx.phase.count({ where })) === 0) throw notFound("The phase");
}

/** Adds a success criterion to a phase, or to the whole project. @throws AppError NOT_FOUND for the phase */
export function addCriterion(
  access: Access,
  input: AddCriterionInput,
): Promise<{ id: string; key: string; version: number }> {
  return writeProject(access, async ({ tx, now, record }) => {
    const { projectId } = access;
    const { phaseId } = input;
    await checkPhase(access, tx, phaseId);
    const last = await tx.criterion.aggregate({ where: { projectId, phaseId }, _max: { position: true } });
    const criterion = await tx.criterion.create({
      data: {
        projectId,
        phaseId,
        key: await freeKey(access, tx, "criterion", input.text),
        text: input.text,
        comparator: input.comparator ?? null,
        target: input.target ?? null,
        unit: input.unit ?? null,
        window: input.window ?? null,
        windowHours: input.windowHours ?? null,
        level: input.level ?? "MUST",
        areaId: await ensureArea(access, tx, input.area ?? null),
        minimumSample: input.minimumSample ?? null,
        maximumAgeDays: input.maximumAgeDays ?? DEFAULT_AGE_DAYS,
        position: (last._max.position ?? 0) + 1,
        createdAt: now,
      },
      select: { id: true, key: true, version: true },
    });
    record({
      action: "criterion.added",
      targetType: "criterion",
      targetId: criterion.id,
      phase: phaseId,
      data: { key: criterion.key, text: input.text, phaseId },
    });
    return criterion;
  });
}

/** All of it is the definition that people sign for, so old and new values stand in the event. */
const TOLD = [
  "text",
  "comparator",
  "target",
  "unit",
  "window",
  "windowHours",
  "level",
  "area",
  "minimumSample",
  "maximumAgeDays",
] as const satisfies (keyof CriterionDefinition)[];

/**
 * Changes the named fields of a criterion. What is so already is no change, whatever version it was based on.
 * @throws AppError NOT_FOUND; CONFLICT with the criterion as it stands; INVALID for a target without a comparator
 */
export function editCriterion(access: Access, input: EditCriterionInput): Promise<{ version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, phaseId, version, editable } = await getCriterion(access, tx, input.criterionId);
    const changed = differences(editable, input);
    if (Object.keys(changed).length === 0) return { version };
    refuseStale("criterion", input.version, { ...editable, version });
    const { comparator, target } = { ...editable, ...changed };
    if ((comparator === null) !== (target === null)) {
      const message = "A comparator and a target go together; leave out both for an attestation.";
      throw new AppError("INVALID", `target: ${message}`, { fields: { target: [message] } });
    }
    const { area, ...columns } = changed;
    const updated = await tx.criterion.update({
      where: { id },
      data: {
        ...columns,
        ...(area === undefined ? {} : { areaId: await ensureArea(access, tx, area) }),
        version: { increment: 1 },
      },
      select: { version: true },
    });
    record({
      action: "criterion.edited",
      targetType: "criterion",
      targetId: id,
      phase: phaseId,
      data: changeData(editable, changed, TOLD),
    });
    return updated;
  });
}

/** Puts a criterion before another of its phase, or last. @throws AppError NOT_FOUND; CONFLICT */
export function moveCriterion(access: Access, input: MoveCriterionInput): Promise<{ version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, phaseId, version } = await getCriterion(access, tx, input.criterionId);
    const rows = await tx.criterion.findMany({
      where: { projectId: access.projectId, phaseId },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    const order = orderAfterMove(
      rows.map((row) => row.id),
      id,
      input.beforeCriterionId,
    );
    if (!order) return { version };
    refuseStale("criterion", input.version, { version });
    await renumber(access, tx, "Criterion", order);
    const updated = await tx.criterion.update({
      where: { id },
      data: { version: { increment: 1 } },
      select: { version: true },
    });
    const data = { beforeCriterionId: input.beforeCriterionId, ...(phaseId && { phaseId }) };
    record({ action: "criterion.moved", targetType: "criterion", targetId: id, data });
    return updated;
  });
}

/** Takes a criterion out of the plan; its measurements stay. Doing it again changes nothing. @throws AppError NOT_FOUND */
export function archiveCriterion(access: Access, criterionId: string): Promise<{ id: string }> {
  return writeProject(access, async ({ tx, now, record }) => {
    const { id, phaseId, archivedAt } = await findCriterion(access, tx, criterionId);
    if (archivedAt) return { id };
    await tx.criterion.update({ where: { id }, data: { archivedAt: now, version: { increment: 1 } } });
    record({ action: "criterion.archived", targetType: "criterion", targetId: id, phase: phaseId });
    return { id };
  });
}

/** Puts an archived criterion back. @throws AppError NOT_FOUND; RULE while its phase is archived */
export function restoreCriterion(access: Access, criterionId: string): Promise<{ id: string }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, phaseId, archivedAt, phase } = await findCriterion(access, tx, criterionId);
    if (!archivedAt) return { id };
    if (phase?.archivedAt) throw new AppError("RULE", "Restore its phase first.");
    await tx.criterion.update({ where: { id }, data: { archivedAt: null, version: { increment: 1 } } });
    record({ action: "criterion.restored", targetType: "criterion", targetId: id, phase: phaseId });
    return { id };
  });
}
