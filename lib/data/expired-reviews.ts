import "server-only";
import { freezeDecision } from "@/lib/domain/decision-record";
import { db, type Transaction } from "./client";
import { storeDecision } from "./decision-rows";
import { loadPhaseSnapshotsIn } from "./snapshot";
import { writeProjectAsSystemUnscoped } from "./write";

const AT_ONCE = 100;
export const RAN_OUT = "The review ran out before anybody decided.";

interface ProjectOfReview {
  projectId: string;
  workspaceId: string;
}

/** Closes the expired reviews of one project under its lock; what another process closed meanwhile is left alone. */
async function closeIn(project: ProjectOfReview): Promise<number> {
  return writeProjectAsSystemUnscoped(project, async ({ tx, now, record }) => {
    const { projectId } = project;
    const expired = await tx.review.findMany({
      where: { projectId, closedAt: null, expiresAt: { lte: now } },
      orderBy: { expiresAt: "asc" },
      select: { id: true, phaseId: true, number: true },
    });
    if (expired.length === 0) return 0;
    const snapshots = await loadPhaseSnapshotsIn(tx, projectId, now);
    for (const review of expired) {
      const snapshot = snapshots.find(({ id }) => id === review.phaseId);
      // a phase taken out of the plan has no gate to hold; its review only ends
      const decisionId = snapshot && (await hold(tx, projectId, review, freezeDecision(snapshot, now), now));
      await tx.review.update({ where: { id: review.id }, data: { closedAt: now, outcome: "HOLD" } });
      record({
        action: "review.timed-out",
        targetType: "review",
        targetId: review.id,
        phase: "all",
        data: {
          phaseId: review.phaseId,
          number: review.number,
          outcome: "HOLD",
          decisionId: decisionId ?? null,
        },
      });
    }
    return expired.length;
  });
}

const hold = (
  tx: Transaction,
  projectId: string,
  review: { id: string; phaseId: string },
  frozen: ReturnType<typeof freezeDecision>,
  at: Date,
): Promise<string> =>
  storeDecision(tx, {
    projectId,
    phaseId: review.phaseId,
    reviewId: review.id,
    outcome: "HOLD",
    reason: RAN_OUT,
    overrideReason: null,
    override: false,
    selfApproved: false,
    byId: null,
    at,
    recycleToPhaseId: null,
    frozen,
  });

/**
 * Unscoped, for the sweep of every process: closes every review past its expiry to HOLD, never to GO (design 2.4), as
 * decided by nobody. Safe to repeat and to run in several processes at once.
 *
 * @returns how many were closed
 */
export async function closeExpiredReviewsUnscoped(now: Date): Promise<number> {
  const rows = await db().review.findMany({
    where: { closedAt: null, expiresAt: { lte: now } },
    orderBy: { expiresAt: "asc" },
    take: AT_ONCE,
    distinct: ["projectId"],
    select: { projectId: true, phase: { select: { project: { select: { workspaceId: true } } } } },
  });
  let closed = 0;
  for (const { projectId, phase } of rows)
    closed += await closeIn({ projectId, workspaceId: phase.project.workspaceId });
  return closed;
}

/** Unscoped: the same for one project that the caller has opened; one cheap look when nothing has expired. */
export async function closeExpiredReviewsOfUnscoped(projectId: string, now: Date): Promise<void> {
  const expired = await db().review.findFirst({
    where: { projectId, closedAt: null, expiresAt: { lte: now } },
    select: { phase: { select: { project: { select: { workspaceId: true } } } } },
  });
  if (expired) await closeIn({ projectId, workspaceId: expired.phase.project.workspaceId });
}
