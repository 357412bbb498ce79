import "server-only";
import { DAY_MS } from "@/lib/domain/days";
import { AppError, notFound } from "@/lib/domain/errors";
import type { ReviewView } from "@/lib/domain/gate-views";
import { gateStatus, runningReview } from "@/lib/domain/gates";
import { can } from "@/lib/domain/permissions";
import { whyNoReview } from "@/lib/domain/reviews";
import type { RequestReviewInput } from "@/lib/schemas/reviews";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { closeExpiredReviewsOfUnscoped } from "./expired-reviews";
import { jsonOf } from "./json";
import { phaseIn } from "./phase-in";
import { loadPhaseSnapshotsIn } from "./snapshot";
import { writeProject } from "./write";

async function refuseSecond(tx: Transaction, projectId: string, reviewId: string): Promise<never> {
  const open = await tx.review.findFirst({
    where: { id: reviewId, projectId },
    select: { id: true, number: true, requestedById: true, requestedAt: true, expiresAt: true },
  });
  const by =
    open &&
    (await tx.member.findFirst({
      where: { id: open.requestedById },
      select: { user: { select: { name: true } } },
    }));
  throw new AppError(
    "CONFLICT",
    `A review of this gate is running already${by ? `: ${by.user.name} requested it` : ""}.`,
    { current: open },
  );
}

/**
 * Requests a review of a gate: the policy as it stands is frozen into it, and until it is decided, withdrawn or runs out
 * the gate is judged by that (design 2.4).
 *
 * @throws AppError NOT_FOUND; CONFLICT when a review runs already; RULE when this gate is not the one to review
 */
export async function requestReview(
  access: ProjectAccess<"review:request">,
  { phase, note, days }: RequestReviewInput,
): Promise<ReviewView> {
  await closeExpiredReviewsOfUnscoped(access.projectId, new Date());
  return writeProject(access, async ({ tx, now, actor, record }) => {
    const { projectId } = access;
    const snapshots = await loadPhaseSnapshotsIn(tx, projectId, now);
    const snapshot = phaseIn(snapshots, phase);
    const running = runningReview(snapshot, now);
    if (running) return refuseSecond(tx, projectId, running.id);
    const why = whyNoReview(snapshots, snapshot, gateStatus(snapshot, now), now);
    if (why !== null) throw new AppError("RULE", why);
    const last = await tx.review.aggregate({
      where: { projectId, phaseId: snapshot.id },
      _max: { number: true },
    });
    const number = (last._max.number ?? 0) + 1;
    const expiresAt = new Date(now.getTime() + days * DAY_MS);
    const row = await tx.review.create({
      data: {
        projectId,
        phaseId: snapshot.id,
        number,
        requestedById: actor.memberId,
        requestedAt: now,
        expiresAt,
        note,
        policy: jsonOf(snapshot.policy),
      },
      select: { id: true },
    });
    record({
      action: "review.requested",
      targetType: "review",
      targetId: row.id,
      // a gate under review holds up the later ones
      phase: "all",
      data: { phaseId: snapshot.id, number, days },
    });
    return {
      id: row.id,
      number,
      requestedBy: actor.name,
      requestedById: actor.memberId,
      requestedAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      note,
    };
  });
}

/**
 * Withdraws a running review: the requester may, or who may decide. Nothing is decided by it. Doing it again changes
 * nothing.
 *
 * @throws AppError NOT_FOUND; FORBIDDEN for another's review; CONFLICT when it was decided or ran out meanwhile
 */
export async function withdrawReview(
  access: ProjectAccess<"review:request">,
  { reviewId }: { reviewId: string },
): Promise<{ id: string; changed: boolean }> {
  await closeExpiredReviewsOfUnscoped(access.projectId, new Date());
  return writeProject(access, async ({ tx, now, actor, record }) => {
    const row = await tx.review.findFirst({
      where: { id: reviewId, projectId: access.projectId },
      select: { id: true, phaseId: true, number: true, requestedById: true, closedAt: true, outcome: true },
    });
    if (!row) throw notFound("The review");
    if (row.requestedById !== actor.memberId && !can(access.role, "gate:decide"))
      throw new AppError("FORBIDDEN", "Only who requested a review, or a manager, can withdraw it.");
    if (row.outcome !== null)
      throw new AppError("CONFLICT", "This review was decided meanwhile.", {
        current: { outcome: row.outcome },
      });
    if (row.closedAt !== null) return { id: row.id, changed: false };
    await tx.review.update({ where: { id: row.id }, data: { closedAt: now } });
    record({
      action: "review.withdrawn",
      targetType: "review",
      targetId: row.id,
      phase: "all",
      data: { phaseId: row.phaseId, number: row.number },
    });
    return { id: row.id, changed: true };
  });
}
