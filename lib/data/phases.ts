import "server-only";
import { notFound } from "@/lib/domain/errors";
import { statusesByPlace } from "@/lib/domain/phase-order";
import type { PhaseDefinition } from "@/lib/domain/phase-views";
import type { PhaseStatus } from "@/lib/domain/words";
import { type AddPhaseInput, type EditPhaseInput, MINIMUM_SCORE_DEFAULT } from "@/lib/schemas/phases";
import { isId, type ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { changeData, differences, refuseStale } from "./differences";
import { freeKey } from "./free-key";
import { dateOrNull, dayOrNull } from "./items";
import { writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

/** @throws AppError NOT_FOUND also for an archived one */
export async function getPhaseIn(access: Access, tx: Transaction, phaseId: string) {
  const phase = isId(phaseId)
    ? await tx.phase.findFirst({ where: { id: phaseId, projectId: access.projectId, archivedAt: null } })
    : null;
  if (!phase) throw notFound("The phase");
  const { id, version, name, goals, scope, audience, minimumScore, overdueSecretsBlock } = phase;
  const editable: PhaseDefinition = {
    name,
    goals,
    scope,
    audience,
    plannedOn: dayOrNull(phase.plannedOn),
    minimumScore,
    overdueSecretsBlock,
  };
  return { id, version, editable };
}

/** Statuses by place, after a phase came, went or moved: one of the undecided is worked, the rest are planned. */
export async function settleStatuses(access: Access, tx: Transaction): Promise<void> {
  const phases = await tx.phase.findMany({
    where: { projectId: access.projectId, archivedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, status: true },
  });
  const changes = statusesByPlace(phases);
  const write = (status: PhaseStatus) =>
    tx.phase.updateMany({
      where: { id: { in: changes.flatMap((change) => (change.status === status ? change.id : [])) } },
      data: { status },
    });
  await write("PLANNED");
  await write("ACTIVE");
}

/** A plan that names no rule gets this one (design 2.3). */
const DEFAULT_RULE = { name: "Approval", minimum: 1, minimumRole: "LEAD", position: 1 } as const;

/**
 * Adds a phase after all others, with one sign-off rule: one person with role Lead or above. It is the one being worked
 * when all before it are passed.
 */
export function addPhase(access: Access, input: AddPhaseInput): Promise<{ id: string; key: string }> {
  return writeProject(access, async ({ tx, record }) => {
    const { projectId } = access;
    const last = await tx.phase.aggregate({ where: { projectId }, _max: { position: true } });
    const phase = await tx.phase.create({
      data: {
        projectId,
        key: await freeKey(access, tx, "phase", input.name),
        name: input.name,
        position: (last._max.position ?? 0) + 1,
        goals: input.goals ?? [],
        scope: input.scope ?? [],
        audience: input.audience ?? "",
        minimumScore: input.minimumScore ?? MINIMUM_SCORE_DEFAULT,
        overdueSecretsBlock: input.overdueSecretsBlock ?? false,
        plannedOn: dateOrNull(input.plannedOn ?? null),
        signOffRules: { create: { projectId, ...DEFAULT_RULE } },
        standing: { create: { projectId } },
      },
      select: { id: true, key: true },
    });
    await settleStatuses(access, tx);
    const data = { key: phase.key, name: input.name };
    record({ action: "phase.added", targetType: "phase", targetId: phase.id, phase: phase.id, data });
    return phase;
  });
}

const TOLD = [
  "name",
  "plannedOn",
  "minimumScore",
  "overdueSecretsBlock",
] as const satisfies (keyof PhaseDefinition)[];

const JUDGED = ["name", "minimumScore", "overdueSecretsBlock"] as const satisfies (keyof PhaseDefinition)[];

/**
 * Changes the named fields of a phase. What is so already is no change, whatever version it was based on.
 * @throws AppError NOT_FOUND; CONFLICT with the phase as it stands
 */
export function editPhase(access: Access, input: EditPhaseInput): Promise<{ version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, version, editable } = await getPhaseIn(access, tx, input.phaseId);
    const changed = differences(editable, input);
    if (Object.keys(changed).length === 0) return { version };
    refuseStale("phase", input.version ?? version, { ...editable, version });
    const { plannedOn, ...columns } = changed;
    const updated = await tx.phase.update({
      where: { id },
      data: {
        ...columns,
        ...(plannedOn === undefined ? {} : { plannedOn: dateOrNull(plannedOn) }),
        version: { increment: 1 },
      },
      select: { version: true },
    });
    record({
      action: "phase.edited",
      targetType: "phase",
      targetId: id,
      phase: JUDGED.some((field) => field in changed) ? id : null,
      data: changeData(editable, changed, TOLD),
    });
    return updated;
  });
}
