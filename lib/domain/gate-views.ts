import type { Blocker } from "./blockers";
import type { PersonView } from "./project-views";
import type { GateStatus, Outcome, Role, SignOffDecision, SignOffState } from "./words";

export interface SignOffView {
  id: string;
  ruleId: string;
  rule: string;
  by: string;
  memberId: string;
  decision: SignOffDecision;
  state: SignOffState;
  /** what changed since, when stale */
  changes: { title: string; change: string }[];
  comment: string | null;
  at: string;
}

interface RuleTerms {
  id: string;
  name: string;
  minimum: number;
  minimumRole: Role;
  people: PersonView[];
}

/** A rule as it can be edited; a running review keeps the ones frozen into it. */
export interface SignOffRuleDefinition extends RuleTerms {
  version: number;
}

/** A rule in force, and how it stands. */
export interface SignOffRuleView extends RuleTerms {
  approvals: number;
  fulfilled: boolean;
  /** the reader may sign under this rule now */
  maySign: boolean;
  signOffs: SignOffView[];
}

export interface ReviewView {
  id: string;
  number: number;
  requestedBy: string;
  requestedById: string;
  requestedAt: string;
  expiresAt: string;
  note: string | null;
}

export interface DecisionView {
  id: string;
  outcome: Outcome;
  reason: string | null;
  override: boolean;
  overrideReason: string | null;
  selfApproved: boolean;
  by: string | null;
  at: string;
  score: number | null;
  blockers: { type: string; text: string }[];
  snapshotHash: string;
  conditions: { text: string; owner: string; dueOn: string; met: boolean }[];
  superseded: boolean;
  recycleTo: string | null;
}

export interface GateView {
  status: GateStatus;
  ready: boolean;
  blockers: (Blocker & { href: string | null })[];
  minimumScore: number;
  review: ReviewView | null;
  /** a review can be requested now, by whom may */
  isReviewable: boolean;
  decision: DecisionView | null;
  history: DecisionView[];
}
