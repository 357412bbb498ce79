import "server-only";
import type { Course } from "@/lib/domain/decision-course";
import { AppError } from "@/lib/domain/errors";
import { gateStatus, runningReview } from "@/lib/domain/gates";
import type { PhaseSnapshot } from "@/lib/domain/snapshot";
import type { Outcome } from "@/lib/domain/words";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";

const OUTCOME_WORDS: Record<Outcome, string> = {
  GO: "Go",
  CONDITIONAL_GO: "Go with conditions",
  HOLD: "Hold",
  RECYCLE: "Send back",
  STOP: "Stop",
};

/** Tells what was decided instead. @throws AppError CONFLICT with that decision as `current` */
async function tell(
  tx: Transaction,
  access: ProjectAccess,
  decisionId: string,
  advice: string,
): Promise<never> {
  const row = await tx.decision.findFirst({
    where: { id: decisionId, projectId: access.projectId },
    select: { id: true, outcome: true, reason: true, byId: true, at: true },
  });
  const member =
    row?.byId &&
    (await tx.member.findFirst({ where: { id: row.byId }, select: { user: { select: { name: true } } } }));
  const by = member ? member.user.name : "Phasegate";
  const outcome = row ? OUTCOME_WORDS[row.outcome] : "otherwise";
  throw new AppError("CONFLICT", `This gate was decided already: ${outcome}, by ${by}. ${advice}`, {
    current: row && { id: row.id, outcome: row.outcome, reason: row.reason, by, at: row.at.toISOString() },
  });
}

/** What is known of the decisions on a gate: the newest of all, and the one in force. */
interface Seen {
  newest: string | null;
  inForce: string | null;
  /** the newest one as the request found it before it waited for the lock */
  before: string | null;
  /** the one in force, or the newest, as the page showed it; undefined is not compared */
  basedOn: string | null | undefined;
}

/**
 * Refuses a decision taken without knowledge of the newest one.
 * @throws AppError CONFLICT with the newest decision
 */
export async function refuseDecidedMeanwhile(
  tx: Transaction,
  access: ProjectAccess,
  { newest, inForce, before, basedOn }: Seen,
): Promise<void> {
  if (newest === null) return;
  const isKnown = basedOn === undefined || basedOn === newest || basedOn === inForce;
  if (before === newest && isKnown) return;
  await tell(tx, access, newest, "Look at the gate again before you decide otherwise.");
}

interface Wish {
  snapshot: PhaseSnapshot;
  outcome: Outcome;
  course: Course;
  now: Date;
}

/** True where the wish would change nothing any more, or decide once more what no new review has opened. */
function isDecidedAlready({ snapshot, outcome, course, now }: Wish): boolean {
  if (runningReview(snapshot, now)) return false;
  switch (outcome) {
    case "GO":
    case "CONDITIONAL_GO":
      return snapshot.soleMember ? gateStatus(snapshot, now) === "PASSED" : true;
    case "HOLD":
      return snapshot.soleMember ? snapshot.decision?.outcome === "HOLD" : true;
    case "RECYCLE":
      return snapshot.decision?.outcome === "RECYCLE" && course.statuses.length === 0;
    case "STOP":
      return snapshot.status === "STOPPED";
  }
}

/** Refuses to decide what was decided before and is not under review again. @throws AppError CONFLICT with that decision */
export async function refuseDecided(tx: Transaction, access: ProjectAccess, wish: Wish): Promise<void> {
  const { decision } = wish.snapshot;
  if (decision === null || !isDecidedAlready(wish)) return;
  await tell(tx, access, decision.id, "Request a review to decide it again.");
}
