/** Why a gate is not ready; ordered as they are listed (design 2.4). */
export const BLOCKER_TYPES = [
  "EARLIER_GATE",
  "MUST_NOT_SATISFIED",
  "CRITERION_NOT_MET",
  "SCORE_UNDER_MINIMUM",
  "RISK_NOT_ACCEPTED",
  "SECRET_OVERDUE",
  "SIGN_OFF_REFUSED",
  "SIGN_OFF_STALE",
  "SIGN_OFF_MISSING",
  "CONDITION_PAST_DUE",
] as const;
export type BlockerType = (typeof BLOCKER_TYPES)[number];

/** What `subjectId` is the id of. */
export const SUBJECT_OF_BLOCKER = {
  EARLIER_GATE: "phase",
  MUST_NOT_SATISFIED: "item",
  CRITERION_NOT_MET: "criterion",
  SCORE_UNDER_MINIMUM: null,
  RISK_NOT_ACCEPTED: "risk",
  SECRET_OVERDUE: "secret",
  SIGN_OFF_REFUSED: "rule",
  SIGN_OFF_STALE: "rule",
  SIGN_OFF_MISSING: "rule",
  CONDITION_PAST_DUE: "condition",
} as const satisfies Record<BlockerType, string | null>;

/** One thing that holds up a gate. Its words do not depend on the time of day, so that it can be cached. */
export interface Blocker {
  type: BlockerType;
  /** one plain sentence */
  text: string;
  /** id of what SUBJECT_OF_BLOCKER says; null when the phase as a whole is meant */
  subjectId: string | null;
  /** a second line, or null */
  detail: string | null;
}
