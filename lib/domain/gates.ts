import type { Blocker } from "./blockers";
import { graceEndsAt, isPastDue, lapsesOf, passingDecision } from "./lapses";
import { type Requirement, requirementsOf } from "./requirements";
import { riskBlockers } from "./risks";
import { scoreOf } from "./score";
import { secretBlockers } from "./secrets";
import { signOffBlockers } from "./sign-off-blockers";
import type { GatePolicy, PhaseSnapshot, ReviewSnapshot } from "./snapshot";
import type { GateStatus } from "./words";

/** The verdict on a gate: ready, or what holds it up. */
export interface GateVerdict {
  ready: boolean;
  /** in the order of BLOCKER_TYPES; empty when ready */
  blockers: Blocker[];
}

/** The review that runs now; a review past its expiry has timed out to HOLD and runs no longer (design 2.4). */
export function runningReview({ review }: Pick<PhaseSnapshot, "review">, now: Date): ReviewSnapshot | null {
  return review !== null && now < review.expiresAt ? review : null;
}

/** The policy to judge by: as frozen into the review while it runs, else as it stands (design 2.4). */
export const policyInForce = (snapshot: PhaseSnapshot, now: Date): GatePolicy =>
  runningReview(snapshot, now)?.policy ?? snapshot.policy;

function requirementBlocker({ kind, id, title, reason }: Requirement): Blocker {
  if (kind === "criterion") {
    return {
      type: "CRITERION_NOT_MET",
      text: `The criterion "${title}" is not met.`,
      subjectId: id,
      detail: reason,
    };
  }
  return { type: "MUST_NOT_SATISFIED", text: `"${title}" must be done.`, subjectId: id, detail: reason };
}

function scoreBlocker(score: number | null, minimumScore: number): Blocker[] {
  if (minimumScore <= 0 || (score !== null && score >= minimumScore)) return [];
  const text =
    score === null
      ? `The phase has nothing to score, and its gate asks for ${minimumScore} at least.`
      : `The readiness score is ${score}, and the gate asks for ${minimumScore} at least.`;
  const detail =
    score === null
      ? "Only Musts and Shoulds are scored: add one, or set the minimum score of the phase to 0."
      : null;
  return [{ type: "SCORE_UNDER_MINIMUM", text, subjectId: null, detail }];
}

function earlierBlocker({ id, name, gatePassed }: PhaseSnapshot["earlier"][number]): Blocker {
  const text = gatePassed
    ? `The gate of the earlier phase "${name}" is under review again.`
    : `The gate of the earlier phase "${name}" is not passed.`;
  return { type: "EARLIER_GATE", text, subjectId: id, detail: null };
}

/**
 * Judges a gate (design 2.4): READY, or everything that holds it up. Pure: the same snapshot and time give the same
 * verdict, whoever asks. Blocking are: an earlier gate not passed or under review again, a MUST not satisfied (nor
 * waived, nor not applicable), a score under the minimum (no score at all is under any), an open HIGH or CRITICAL risk,
 * an overdue secret where the policy asks, a sign-off refused, stale or missing, and a condition past due.
 *
 * @param requirements of the same snapshot and time, from a caller who has them
 */
export function judgeGate(
  snapshot: PhaseSnapshot,
  now: Date,
  requirements: Requirement[] = requirementsOf(snapshot, now),
): GateVerdict {
  const policy = policyInForce(snapshot, now);
  const blocking = requirements.filter(({ level, cleared }) => level === "MUST" && !cleared);
  const pastDue = snapshot.conditions.filter((condition) => isPastDue(condition, now));
  const blockers: Blocker[] = [
    ...snapshot.earlier.filter((gate) => !gate.gatePassed || gate.underReview).map(earlierBlocker),
    ...blocking.map(requirementBlocker),
    ...scoreBlocker(scoreOf(requirements), policy.minimumScore),
    ...riskBlockers(snapshot.risks, now),
    ...secretBlockers(snapshot.secrets, policy, now),
    ...signOffBlockers(snapshot, policy, requirements, now),
    ...pastDue.map(
      ({ id, text, dueOn }): Blocker => ({
        type: "CONDITION_PAST_DUE",
        text: `The condition "${text}" was due on ${dueOn}.`,
        subjectId: id,
        detail: null,
      }),
    ),
  ];
  return { ready: blockers.length === 0, blockers };
}

function statusOfPassed(snapshot: PhaseSnapshot, now: Date, requirements: Requirement[]): GateStatus {
  if (snapshot.conditions.some((condition) => isPastDue(condition, now))) return "REVIEW_REQUIRED";
  const lapses = lapsesOf(snapshot, now, requirements);
  if (lapses.length === 0) return "PASSED";
  const graceEnd = graceEndsAt(snapshot, lapses);
  return graceEnd !== null && now >= graceEnd ? "REVIEW_REQUIRED" : "AT_RISK";
}

/** The status of a gate that is not merely ready or blocked; null for one that is. */
function statusOfCourse(
  snapshot: PhaseSnapshot,
  now: Date,
  requirements: () => Requirement[],
): GateStatus | null {
  if (snapshot.status === "STOPPED" || snapshot.decision?.outcome === "STOP") return "STOPPED";
  if (runningReview(snapshot, now) !== null) return "IN_REVIEW";
  return passingDecision(snapshot) === null ? null : statusOfPassed(snapshot, now, requirements());
}

/**
 * The status of a gate as shown (design 2.4). A stopped phase is STOPPED; a running review shows as IN_REVIEW, also on
 * a gate that was passed before; a passed gate is AT_RISK as soon as something lapses, and REVIEW_REQUIRED once the
 * grace time is over or a condition is past due; any other is READY or BLOCKED as judged now.
 *
 * @param requirements of the same snapshot and time, from a caller who has them; so is the verdict
 */
export function gateStatus(
  snapshot: PhaseSnapshot,
  now: Date,
  requirements: Requirement[] = requirementsOf(snapshot, now),
  verdict?: GateVerdict,
): GateStatus {
  const course = statusOfCourse(snapshot, now, () => requirements);
  if (course !== null) return course;
  return (verdict ?? judgeGate(snapshot, now, requirements)).ready ? "READY" : "BLOCKED";
}

/** Whether a gate that was passed has to be reviewed again, at less than the price of judging it. */
export const isReviewRequired = (snapshot: PhaseSnapshot, now: Date): boolean =>
  statusOfCourse(snapshot, now, () => requirementsOf(snapshot, now)) === "REVIEW_REQUIRED";
