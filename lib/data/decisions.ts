import "server-only";
import { type Course, courseOf } from "@/lib/domain/decision-course";
import { freezeDecision } from "@/lib/domain/decision-record";
import { checkDecision, type DecisionRefusal } from "@/lib/domain/decisions";
import { AppError } from "@/lib/domain/errors";
import type { DecisionView } from "@/lib/domain/gate-views";
import { judgeGate, runningReview } from "@/lib/domain/gates";
import { groupBy } from "@/lib/domain/group-by";
import { can } from "@/lib/domain/permissions";
import { isDecided } from "@/lib/domain/phase-order";
import type { PhaseSnapshot } from "@/lib/domain/snapshot";
import type { DecideGateInput } from "@/lib/schemas/decisions";
import { isId, type ProjectAccess } from "./access";
import { db, type Transaction } from "./client";
import { refuseUnfitOwners, storeConditions } from "./decision-conditions";
import { getDecisionView } from "./decision-detail";
import { refuseDecided, refuseDecidedMeanwhile } from "./decision-races";
import { storeDecision, supersede } from "./decision-rows";
import { closeExpiredReviewsOfUnscoped } from "./expired-reviews";
import { phaseIn } from "./phase-in";
import { loadPhaseSnapshotsIn } from "./snapshot";
import { writeProject } from "./write";

/** The newest decision on a gate, in force or not; null before the first. */
async function newestDecision(client: Transaction | ReturnType<typeof db>, projectId: string, phase: string) {
  const where = isId(phase) ? { OR: [{ key: phase }, { id: phase }] } : { key: phase };
  const row = await client.decision.findFirst({
    where: { projectId, phase: where },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return row?.id ?? null;
}

const toAppError = ({ code, message, fields, blockers }: DecisionRefusal): AppError =>
  new AppError(code, message, {
    ...(fields && { fields: inputFields(fields) }),
    ...(blockers && { blockers }),
  });

/** The form calls the phase to go back to `recycleTo`, by key or id. */
const inputFields = (fields: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, messages]) => [
      field === "recycleToPhaseId" ? "recycleTo" : field,
      messages,
    ]),
  );

/** The phase to go back to: this one, or one before it. @throws AppError INVALID */
function recycleTarget(
  snapshots: PhaseSnapshot[],
  snapshot: PhaseSnapshot,
  to: string | null,
): string | null {
  if (to === null) return null;
  const upToHere = snapshots.slice(0, snapshots.indexOf(snapshot) + 1);
  const target = upToHere.find(({ key }) => key === to) ?? upToHere.find(({ id }) => id === to);
  if (target) return target.id;
  const message = `Choose "${snapshot.name}" itself or a phase before it.`;
  throw new AppError("INVALID", `recycleTo: ${message}`, { fields: { recycleTo: [message] } });
}

/** Gates are decided in order; GO is refused by the earlier gate itself, which names what holds it up. */
function refuseAhead(snapshots: PhaseSnapshot[], snapshot: PhaseSnapshot, outcome: string): void {
  if (outcome === "GO" || outcome === "CONDITIONAL_GO" || snapshot.status !== "PLANNED") return;
  const worked = snapshots.find((phase) => !isDecided(phase));
  if (worked && worked.id !== snapshot.id)
    throw new AppError("RULE", `The gate of "${worked.name}" comes first: gates are decided in order.`);
}

async function moveOn(
  tx: Transaction,
  projectId: string,
  { statuses, undone }: Course,
  decisionId: string,
  now: Date,
): Promise<void> {
  for (const [status, phases] of groupBy(statuses, (phase) => phase.status))
    await tx.phase.updateMany({
      where: { projectId, id: { in: phases.map(({ id }) => id) } },
      data: { status },
    });
  if (undone.length === 0) return;
  await supersede(tx, projectId, undone, decisionId);
  // what was under review of phases that are to be worked again is reviewed anew when they are ready
  await tx.review.updateMany({
    where: { projectId, phaseId: { in: undone }, closedAt: null },
    data: { closedAt: now, outcome: "RECYCLE" },
  });
}

/**
 * Decides a gate (design 2.4). Judged, checked, stored and carried out in one transaction under the project's lock, so
 * whatever was ticked, measured or withdrawn before it is seen, and whatever comes after finds the gate decided.
 *
 * @returns the decision as stored
 * @throws AppError GATE_BLOCKED with the blockers; RULE for separation of duties and order; INVALID for what the outcome
 *   needs beside; FORBIDDEN for an override without the right to one; CONFLICT with the other decision when somebody
 *   else decided meanwhile; NOT_FOUND
 */
export async function decideGate(
  access: ProjectAccess<"gate:decide">,
  input: DecideGateInput,
): Promise<DecisionView> {
  const { projectId } = access;
  await closeExpiredReviewsOfUnscoped(projectId, new Date());
  // What stood when the request came in: a decision that slips in before the lock is ours makes this one a CONFLICT.
  const before = await newestDecision(db(), projectId, input.phase);
  const id = await writeProject(access, async ({ tx, now, actor, record }) => {
    const snapshots = await loadPhaseSnapshotsIn(tx, projectId, now);
    const snapshot = phaseIn(snapshots, input.phase);
    const newest = await newestDecision(tx, projectId, snapshot.id);
    const inForce = snapshot.decision?.id ?? null;
    await refuseDecidedMeanwhile(tx, access, { newest, inForce, before, basedOn: input.basedOn });
    const running = runningReview(snapshot, now);
    const recycleToPhaseId = recycleTarget(snapshots, snapshot, input.recycleTo);
    const course = courseOf(snapshots, snapshot.id, input.outcome, recycleToPhaseId);
    await refuseDecided(tx, access, { snapshot, outcome: input.outcome, course, now });
    refuseAhead(snapshots, snapshot, input.outcome);
    const next = snapshots[snapshots.indexOf(snapshot) + 1] ?? null;
    const verdict = checkDecision({
      outcome: input.outcome,
      verdict: judgeGate(snapshot, now),
      actorId: actor.memberId,
      actorCanOverride: can(access.role, "gate:override"),
      reason: input.reason,
      override: input.override,
      conditions: input.conditions,
      recycleToPhaseId,
      review: snapshot.review,
      policy: snapshot.policy,
      signOffs: snapshot.signOffs,
      soleMember: snapshot.soleMember,
      isLastPhase: next === null,
      now,
    });
    if (!verdict.ok) throw toAppError(verdict);
    await refuseUnfitOwners(tx, access, input.conditions);
    const frozen = freezeDecision(snapshot, now);
    const decisionId = await storeDecision(tx, {
      projectId,
      phaseId: snapshot.id,
      reviewId: running?.id ?? null,
      outcome: input.outcome,
      reason: input.reason,
      override: verdict.override,
      overrideReason: verdict.override ? (input.override?.reason ?? null) : null,
      selfApproved: verdict.selfApproved,
      byId: actor.memberId,
      at: now,
      recycleToPhaseId: input.outcome === "RECYCLE" ? recycleToPhaseId : null,
      frozen,
    });
    if (running)
      await tx.review.update({ where: { id: running.id }, data: { closedAt: now, outcome: input.outcome } });
    await moveOn(tx, projectId, course, decisionId, now);
    const conditionItemIds = next
      ? await storeConditions(tx, projectId, decisionId, next.id, input.conditions)
      : [];
    record({
      action: "gate.decided",
      targetType: "decision",
      targetId: decisionId,
      phase: "all",
      data: {
        phaseId: snapshot.id,
        outcome: input.outcome,
        override: verdict.override,
        selfApproved: verdict.selfApproved,
        snapshotHash: frozen.snapshotHash,
        ...(running && { reviewId: running.id }),
        ...(input.outcome === "RECYCLE" && { toPhaseId: recycleToPhaseId }),
        ...(conditionItemIds.length > 0 && { conditionItemIds }),
      },
    });
    return decisionId;
  });
  return getDecisionView(access, id);
}
