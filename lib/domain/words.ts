/** The product's vocabulary (docs/architecture.md). Each list is ordered; the first entry is the weakest or the default. */

export const ROLES = ["VIEWER", "MEMBER", "LEAD", "MANAGER", "ADMIN"] as const;
export type Role = (typeof ROLES)[number];

/** A role as people read it; ROLES are what the REST interface and the database say. */
export const ROLE_NAMES: Record<Role, string> = {
  VIEWER: "Viewer",
  MEMBER: "Team Member",
  LEAD: "Team Lead",
  MANAGER: "Manager",
  ADMIN: "Admin",
};

export const LEVELS = ["MUST", "SHOULD", "COULD"] as const;
export type Level = (typeof LEVELS)[number];

export const ITEM_STATES = ["OPEN", "IN_PROGRESS", "DONE", "VERIFIED", "WAIVED", "NOT_APPLICABLE"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Of the request; what an approved one does to the item is its state WAIVED. */
export const WAIVER_STATES = ["PENDING", "APPROVED", "REFUSED", "WITHDRAWN"] as const;
export type WaiverState = (typeof WAIVER_STATES)[number];

export const COMPARATORS = [">=", "<=", ">", "<", "="] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const CRITERION_RESULTS = ["MET", "NOT_MET", "INCONCLUSIVE", "NO_DATA", "STALE"] as const;
export type CriterionResult = (typeof CRITERION_RESULTS)[number];

export const FRESHNESS = ["FRESH", "AGING", "STALE"] as const;
export type Freshness = (typeof FRESHNESS)[number];

export const PHASE_STATUSES = ["PLANNED", "ACTIVE", "PASSED", "STOPPED"] as const;
export type PhaseStatus = (typeof PHASE_STATUSES)[number];

export const GATE_STATUSES = [
  "BLOCKED",
  "READY",
  "IN_REVIEW",
  "PASSED",
  "AT_RISK",
  "REVIEW_REQUIRED",
  "STOPPED",
] as const;
export type GateStatus = (typeof GATE_STATUSES)[number];

export const OUTCOMES = ["GO", "CONDITIONAL_GO", "HOLD", "RECYCLE", "STOP"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SIGN_OFF_DECISIONS = ["APPROVED", "REFUSED"] as const;
export type SignOffDecision = (typeof SIGN_OFF_DECISIONS)[number];

export const SIGN_OFF_STATES = ["VALID", "STALE", "WITHDRAWN", "REFUSED"] as const;
export type SignOffState = (typeof SIGN_OFF_STATES)[number];

export const RISK_SEVERITIES = ["LOW", "MEDIUM", "HIGH", "CRITICAL"] as const;
export type RiskSeverity = (typeof RISK_SEVERITIES)[number];

export const RISK_STATES = ["OPEN", "MITIGATED", "ACCEPTED", "CLOSED"] as const;
export type RiskState = (typeof RISK_STATES)[number];
