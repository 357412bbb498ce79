import { addDays, dayOf } from "./days";

export const REHEARSAL_OUTCOMES = ["WORKED", "FAILED"] as const;
export type RehearsalOutcome = (typeof REHEARSAL_OUTCOMES)[number];

/** A try of the way back. */
export interface Rehearsal {
  /** "YYYY-MM-DD" */
  rehearsedOn: string;
  outcome: RehearsalOutcome;
}

/**
 * How far a rollback plan can be relied on: there is none, it was never tried, its newest try failed, it was changed
 * since it was tried, or its newest try worked.
 */
export const ROLLBACK_STANDINGS = [
  "NO_PLAN",
  "NEVER_REHEARSED",
  "FAILED",
  "CHANGED_SINCE",
  "REHEARSED",
] as const;
export type RollbackStanding = (typeof ROLLBACK_STANDINGS)[number];

/**
 * @param steps of the plan as it stands
 * @param newest the newest rehearsal, by its day
 * @param editedAt when triggers or steps were changed last; null: never since the project was made
 */
export function rollbackStanding(
  steps: readonly string[],
  newest: Rehearsal | null,
  editedAt: Date | null,
): RollbackStanding {
  if (steps.length === 0) return "NO_PLAN";
  if (newest === null) return "NEVER_REHEARSED";
  if (newest.outcome === "FAILED") return "FAILED";
  // A day has no time of day: what was changed on the day of the rehearsal may have been tried as it stands now.
  return editedAt !== null && dayOf(editedAt) > newest.rehearsedOn ? "CHANGED_SINCE" : "REHEARSED";
}

/** Why a rehearsal cannot be recorded; null when it can. A day may be one ahead, for it has begun somewhere on earth. */
export function rehearsalRefusal(steps: readonly string[], rehearsedOn: string, now: Date): string | null {
  if (steps.length === 0) return "There is no rollback plan to rehearse. Write its steps first.";
  return rehearsedOn > addDays(dayOf(now), 1) ? "This day has not come yet." : null;
}
