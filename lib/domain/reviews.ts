import { runningReview } from "./gates";
import { isDecided } from "./phase-order";
import type { PhaseSnapshot } from "./snapshot";
import type { GateStatus } from "./words";

/** How long a review runs before it times out to HOLD, unless the requester says otherwise. */
export const REVIEW_DAYS = 14;
export const REVIEW_DAYS_MAX = 90;

/**
 * Why no review of this gate can be requested now, as one sentence; null when one can. Gates are passed in order, so a
 * review is for the phase being worked, or an earlier one that was not passed, or a passed one whose gate does not hold
 * any more (design 2.4).
 *
 * @param phases every phase of the project, in order
 * @param status of this gate, from gateStatus
 */
export function whyNoReview(
  phases: Pick<PhaseSnapshot, "id" | "name" | "status">[],
  phase: Pick<PhaseSnapshot, "id" | "name" | "status" | "review">,
  status: GateStatus,
  now: Date,
): string | null {
  if (runningReview(phase, now)) return "A review of this gate is running already.";
  if (status === "STOPPED") return "This phase was stopped. Send it back to be worked again first.";
  if (phase.status === "PASSED")
    return status === "AT_RISK" || status === "REVIEW_REQUIRED"
      ? null
      : "This gate is passed, and everything it stands on still holds.";
  const stopped = phases.find((other) => other.status === "STOPPED");
  if (stopped) return `The phase "${stopped.name}" was stopped, so nothing is worked after it.`;
  const worked = phases.find((other) => !isDecided(other));
  if (worked && worked.id !== phase.id)
    return `The gate of "${worked.name}" comes first: gates are passed in order.`;
  return null;
}
