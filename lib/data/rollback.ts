import "server-only";
import { dayOf, startOfDay } from "@/lib/domain/days";
import { AppError, notFound } from "@/lib/domain/errors";
import { rehearsalRefusal, rollbackStanding } from "@/lib/domain/rollback";
import type { RollbackView } from "@/lib/domain/rollback-views";
import type { RehearsalInput } from "@/lib/schemas/rollback";
import { isId, type ProjectAccess } from "./access";
import { db, type Transaction } from "./client";
import { changeData, differences, refuseStale } from "./differences";
import { loadPeople } from "./people";
import { nameOf } from "./present-checklist";
import { writeProject } from "./write";

const REHEARSALS_MAX = 20;
const NEWEST = [{ rehearsedOn: "desc" }, { recordedAt: "desc" }, { id: "desc" }] as const satisfies object[];
const EDITED = "rollback.edited";

/** @param phase its key or id; PostgreSQL refuses a NUL in text with an error of its own */
const wherePhase = (access: ProjectAccess, phase: string) => ({
  projectId: access.projectId,
  archivedAt: null,
  ...(isId(phase) ? { id: phase } : { key: phase.replaceAll("\0", "") }),
});

const PLAN = { id: true, version: true, rollback: true, rollbackTriggers: true } as const;

/**
 * The way back from a phase, and how it went when it was tried.
 * @param phase its key or id
 * @throws AppError NOT_FOUND
 */
export async function getRollback(access: ProjectAccess, phase: string): Promise<RollbackView> {
  const row = await db().phase.findFirst({
    where: wherePhase(access, phase),
    select: { ...PLAN, rehearsals: { orderBy: [...NEWEST], take: REHEARSALS_MAX } },
  });
  if (!row) throw notFound("The phase");
  const { id: phaseId, version, rollback: steps, rollbackTriggers: triggers } = row;
  const [people, edited] = await Promise.all([
    loadPeople(
      access,
      row.rehearsals.map(({ byId }) => byId),
    ),
    db().auditEvent.findFirst({
      where: { chain: access.projectId, targetId: phaseId, action: EDITED },
      orderBy: { seq: "desc" },
      select: { at: true },
    }),
  ]);
  const rehearsals = row.rehearsals.map(({ id, rehearsedOn, outcome, note, byId, recordedAt }) => ({
    id,
    rehearsedOn: dayOf(rehearsedOn),
    outcome,
    note,
    by: nameOf(people, byId),
    recordedAt: recordedAt.toISOString(),
  }));
  const standing = rollbackStanding(steps, rehearsals[0] ?? null, edited?.at ?? null);
  return { phaseId, version, triggers, steps, standing, rehearsals };
}

async function getPlan(access: ProjectAccess, tx: Transaction, phase: string) {
  const row = await tx.phase.findFirst({ where: wherePhase(access, phase), select: PLAN });
  if (!row) throw notFound("The phase");
  const { id, version, rollback: steps, rollbackTriggers: triggers } = row;
  return { id, version, editable: { triggers, steps } };
}

/**
 * Changes the triggers or the steps of a phase's rollback plan.
 * @param phase its key or id
 * @throws AppError NOT_FOUND; CONFLICT with the plan as it stands
 */
export function editRollback(
  access: ProjectAccess<"plan:edit">,
  phase: string,
  input: { version: number | null; triggers?: string[] | undefined; steps?: string[] | undefined },
): Promise<{ version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, version, editable } = await getPlan(access, tx, phase);
    const changed = differences(editable, input);
    if (Object.keys(changed).length === 0) return { version };
    refuseStale("rollback plan", input.version ?? version, { ...editable, version });
    const updated = await tx.phase.update({
      where: { id },
      data: {
        ...(changed.steps && { rollback: changed.steps }),
        ...(changed.triggers && { rollbackTriggers: changed.triggers }),
        version: { increment: 1 },
      },
      select: { version: true },
    });
    const data = changeData(editable, changed, []);
    record({ action: EDITED, targetType: "phase", targetId: id, phase: id, data });
    return updated;
  });
}

/**
 * Records that the rollback plan of a phase was rehearsed, and how it went. It is never edited: a later one counts
 * instead. The same rehearsal by the same person again changes nothing.
 * @param phase its key or id
 * @throws AppError NOT_FOUND; RULE without steps to rehearse, or for a day that has not come
 */
export function recordRehearsal(
  access: ProjectAccess<"item:work">,
  phase: string,
  { rehearsedOn, outcome, note }: RehearsalInput,
): Promise<{ id: string }> {
  return writeProject(access, async ({ tx, now, actor, record }) => {
    const { id: phaseId, editable } = await getPlan(access, tx, phase);
    const refusal = rehearsalRefusal(editable.steps, rehearsedOn, now);
    if (refusal) throw new AppError("RULE", refusal, { fields: { rehearsedOn: [refusal] } });
    const rehearsal = {
      projectId: access.projectId,
      phaseId,
      rehearsedOn: startOfDay(rehearsedOn),
      outcome,
      note,
      byId: actor.memberId,
    };
    const known = await tx.rollbackRehearsal.findFirst({ where: rehearsal, select: { id: true } });
    if (known) return known;
    const { id } = await tx.rollbackRehearsal.create({
      data: { ...rehearsal, recordedAt: now },
      select: { id: true },
    });
    record({
      action: "rollback.rehearsed",
      targetType: "phase",
      targetId: phaseId,
      phase: phaseId,
      data: { rehearsalId: id, rehearsedOn, outcome },
    });
    return { id };
  });
}
