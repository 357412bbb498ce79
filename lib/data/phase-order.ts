import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import { isDecided, movePhase as judgeMove } from "@/lib/domain/phase-order";
import type { MovePhaseInput } from "@/lib/schemas/phases";
import { isId, type ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { refuseStale } from "./differences";
import { refuseConditions } from "./items";
import { getPhaseIn, settleStatuses } from "./phases";
import { renumber } from "./positions";
import { writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

async function orderedPhases(access: Access, tx: Transaction) {
  const rows = await tx.phase.findMany({
    where: { projectId: access.projectId, archivedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      status: true,
      reviews: { where: { closedAt: null }, select: { id: true }, take: 1 },
    },
  });
  return rows.map(({ id, name, status, reviews }) => ({ id, name, status, inReview: reviews.length > 0 }));
}

/**
 * Puts a phase before another, or last, as lib/domain/phase-order.ts allows.
 * @throws AppError NOT_FOUND; CONFLICT when it changed meanwhile; RULE for a decided phase, or a place before one
 */
export function movePhase(access: Access, input: MovePhaseInput): Promise<{ version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, version } = await getPhaseIn(access, tx, input.phaseId);
    const phases = await orderedPhases(access, tx);
    const ids = phases.map((phase) => phase.id);
    const move = judgeMove(phases, id, input.beforePhaseId);
    if (!move.ok) throw new AppError("RULE", move.why);
    if (move.order.every((phaseId, place) => phaseId === ids[place])) return { version };
    refuseStale("phase", input.version ?? version, { version });
    await renumber(access, tx, "Phase", move.order);
    await settleStatuses(access, tx);
    const updated = await tx.phase.update({
      where: { id },
      data: { version: { increment: 1 } },
      select: { version: true },
    });
    // Which gates are earlier changes for every phase.
    record({
      action: "phase.moved",
      targetType: "phase",
      targetId: id,
      phase: "all",
      data: { beforePhaseId: input.beforePhaseId },
    });
    return updated;
  });
}

async function findPhase(access: Access, tx: Transaction, phaseId: string) {
  const phase = isId(phaseId)
    ? await tx.phase.findFirst({
        where: { id: phaseId, projectId: access.projectId },
        select: {
          id: true,
          name: true,
          status: true,
          archivedAt: true,
          version: true,
          _count: { select: { decisions: true, reviews: { where: { closedAt: null } } } },
        },
      })
    : null;
  if (!phase) throw notFound("The phase");
  return phase;
}

/**
 * Takes a phase that was never decided out of the plan. Archiving it again changes nothing.
 * @param version it is based on; null: whatever stands there now
 * @throws AppError NOT_FOUND; CONFLICT when it changed meanwhile; RULE for a decided phase, one under review, or one holding a condition of another gate
 */
export function archivePhase(
  access: Access,
  phaseId: string,
  version: number | null = null,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, now, record }) => {
    const phase = await findPhase(access, tx, phaseId);
    if (phase.archivedAt) return { id: phase.id, version: phase.version };
    refuseStale("phase", version ?? phase.version, { version: phase.version });
    if (isDecided(phase) || phase._count.decisions > 0)
      throw new AppError(
        "RULE",
        `The gate of ${phase.name} was decided; it stays in the plan for the record.`,
      );
    if (phase._count.reviews > 0)
      throw new AppError("RULE", `The gate of ${phase.name} is under review. Withdraw the review first.`);
    await refuseConditions(access, tx, { phaseId: phase.id });
    await tx.phase.update({
      where: { id: phase.id },
      data: { archivedAt: now, status: "PLANNED", version: { increment: 1 } },
    });
    await settleStatuses(access, tx);
    record({ action: "phase.archived", targetType: "phase", targetId: phase.id, phase: "all" });
    return { id: phase.id, version: phase.version + 1 };
  });
}

/** Puts an archived phase back; where its place lies among decided phases by now, after all others. */
export function restorePhase(
  access: Access,
  phaseId: string,
  version: number | null = null,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const phase = await findPhase(access, tx, phaseId);
    if (!phase.archivedAt) return { id: phase.id, version: phase.version };
    refuseStale("phase", version ?? phase.version, { version: phase.version });
    await tx.phase.update({ where: { id: phase.id }, data: { archivedAt: null, version: { increment: 1 } } });
    const phases = await orderedPhases(access, tx);
    const rest = phases.filter((other) => other.id !== phase.id);
    const next = phases[phases.findIndex((other) => other.id === phase.id) + 1]?.id ?? null;
    const back = { id: phase.id, name: phase.name, status: "PLANNED" as const, inReview: false };
    const move = judgeMove([...rest, back], phase.id, next);
    await renumber(access, tx, "Phase", move.ok ? move.order : [...rest, back].map(({ id }) => id));
    await settleStatuses(access, tx);
    record({ action: "phase.restored", targetType: "phase", targetId: phase.id, phase: "all" });
    return { id: phase.id, version: phase.version + 1 };
  });
}
