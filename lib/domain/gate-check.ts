import { gateStatus, judgeGate } from "./gates";
import { lapsesOf, passingDecision } from "./lapses";
import type { PhaseSnapshot } from "./snapshot";

/** What a pipeline is told of a gate. */
export const CHECK_RESULTS = ["pass", "pass_override", "warn", "fail"] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

export interface CheckVerdict {
  result: CheckResult;
  /** plain sentences, most important first; empty only for a plain pass */
  reasons: string[];
}

const REASONS_MAX = 20;

function bounded(reasons: string[]): string[] {
  const more = reasons.length - REASONS_MAX;
  return more > 0 ? [...reasons.slice(0, REASONS_MAX), `And ${more} more.`] : reasons;
}

function failOf(snapshot: PhaseSnapshot, now: Date): CheckVerdict {
  const { blockers } = judgeGate(snapshot, now);
  const outcome = snapshot.decision?.outcome;
  const first =
    outcome === "STOP" || snapshot.status === "STOPPED"
      ? "The phase was stopped."
      : outcome === "HOLD"
        ? "The gate is on hold."
        : outcome === "RECYCLE"
          ? "The phase was sent back."
          : "The gate is not decided.";
  return { result: "fail", reasons: bounded([first, ...blockers.map(({ text }) => text)]) };
}

/**
 * Whether a pipeline may go on behind this gate (design 2.4, section 4). Only a decision lets it pass: a gate that is
 * ready but not decided fails, and so does anything unknown.
 * - pass: GO or CONDITIONAL_GO is in force, and all it stands on holds
 * - pass_override: the same, but it was passed by override
 * - warn: passed, but something has lapsed and the grace time runs (AT_RISK)
 * - fail: everything else, also a passed gate that needs a review again
 *
 * A new review of a passed gate does not change the answer until it is decided.
 */
export function checkOf(snapshot: PhaseSnapshot, now: Date): CheckVerdict {
  const decision = passingDecision(snapshot);
  if (decision === null) return failOf(snapshot, now);
  // An override is told for ever, also of a gate that lapsed since.
  const override = decision.override ? ["The gate was passed by override."] : [];
  const lapses = lapsesOf(snapshot, now).map(
    ({ title }) => `"${title}" has lapsed since the gate was passed.`,
  );
  switch (gateStatus({ ...snapshot, review: null }, now)) {
    case "PASSED":
      return { result: decision.override ? "pass_override" : "pass", reasons: override };
    case "AT_RISK":
      return { result: "warn", reasons: bounded([...override, ...lapses]) };
    case "REVIEW_REQUIRED":
      return {
        result: "fail",
        reasons: bounded(["The gate was passed, but has to be reviewed again.", ...override, ...lapses]),
      };
    default:
      return failOf(snapshot, now);
  }
}
