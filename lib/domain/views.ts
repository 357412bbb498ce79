import type { Blocker } from "./gates";
import type { AreaGrade, Loss } from "./readiness";
import type {
  Comparator,
  CriterionResult,
  Freshness,
  GateStatus,
  ItemState,
  Level,
  Outcome,
  PhaseStatus,
  RiskSeverity,
  RiskState,
  Role,
  SignOffDecision,
  SignOffState,
} from "./words";

/**
 * What pages and the REST interface are given: every field named, so a new column never leaks.
 * Times are ISO 8601 strings in UTC, dates "YYYY-MM-DD"; the reader's zone is applied where they are shown.
 */

export interface PersonView {
  memberId: string;
  name: string;
  role: Role;
}

export interface RailPhase {
  id: string;
  key: string;
  name: string;
  status: PhaseStatus;
  gateStatus: GateStatus;
  /** 0-100, null for a phase with nothing to score */
  score: number | null;
  /** the gate was passed by CONDITIONAL_GO, or by override */
  conditional: boolean;
  override: boolean;
  plannedOn: string | null;
  passedAt: string | null;
  blockers: number;
}

export interface PortfolioProject {
  id: string;
  slug: string;
  name: string;
  phases: RailPhase[];
  /** the phase being worked: the first not passed; null when all are passed or the project stopped */
  activePhase: RailPhase | null;
  /** newest last, one for each day with a change */
  trend: { day: string; score: number | null }[];
  itemsDone: number;
  itemsTotal: number;
  /** something waits for the reader: a decision, a sign-off */
  waitsForMe: ("decision" | "sign-off")[];
  updatedAt: string;
}

export interface PortfolioView {
  projects: PortfolioProject[];
  nextCursor: string | null;
  summary: {
    gatesWaitingForMe: number;
    blockersOnActivePhases: number;
    myItemsDueThisWeek: number;
    measurementsGoingStale: number;
  };
}

export interface SubItemView {
  id: string;
  title: string;
  state: ItemState;
  version: number;
}

/** A row of the checklist; details, evidence, comments and history are on the item's own page. */
export interface ItemRow {
  id: string;
  key: string;
  title: string;
  state: ItemState;
  level: Level;
  area: string | null;
  dueOn: string | null;
  overdue: boolean;
  assignees: PersonView[];
  /** who set the state, and when */
  stateBy: string | null;
  stateAt: string | null;
  waiverExpiresAt: string | null;
  evidence: number;
  comments: number;
  subItems: SubItemView[];
  version: number;
}

export interface SectionView {
  id: string;
  title: string;
  version: number;
  items: ItemRow[];
}

export interface MeasurementView {
  id: string;
  value: number;
  sampleSize: number | null;
  measuredAt: string;
  recordedAt: string;
  source: string;
  note: string | null;
  by: string;
  supersededById: string | null;
}

export interface CriterionView {
  id: string;
  key: string;
  text: string;
  comparator: Comparator | null;
  target: number | null;
  unit: string | null;
  window: string | null;
  windowHours: number | null;
  level: Level;
  area: string | null;
  minimumSample: number | null;
  maximumAgeDays: number;
  result: CriterionResult;
  /** one sentence: why the result is what it is */
  reason: string;
  freshness: Freshness | null;
  staleAt: string | null;
  latest: MeasurementView | null;
  measurementCount: number;
  version: number;
}

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

export interface SignOffRuleView {
  id: string;
  name: string;
  minimum: number;
  minimumRole: Role;
  people: PersonView[];
  approvals: number;
  fulfilled: boolean;
  /** the reader may sign under this rule now */
  maySign: boolean;
  version: number;
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

export interface ReadinessView {
  score: number | null;
  losses: Loss[];
  areas: (AreaGrade & { change: number | null })[];
  notApplicableShare: number;
  itemsDone: number;
  itemsTotal: number;
  criteriaMet: number;
  criteriaTotal: number;
  trend: { day: string; score: number | null; workDelta: number; scopeDelta: number }[];
}

export interface GateView {
  status: GateStatus;
  ready: boolean;
  blockers: (Blocker & { href: string | null })[];
  minimumScore: number;
  review: ReviewView | null;
  decision: DecisionView | null;
  history: DecisionView[];
}

/** What the reader may do on this project, from the same table and rules the server enforces. */
export interface MayView {
  work: boolean;
  edit: boolean;
  waive: boolean;
  requestReview: boolean;
  decide: boolean;
  override: boolean;
  administer: boolean;
  /** one plain sentence when the reader's role would allow a decision but a rule does not ("You requested this review") */
  whyNotDecide: string | null;
}

export interface ProjectView {
  id: string;
  slug: string;
  name: string;
  description: string;
  /** number of audit events so far; also the id of the newest server-sent event */
  version: number;
  asksVerification: boolean;
  archivedAt: string | null;
  phases: RailPhase[];
  may: MayView;
  reader: PersonView;
  people: PersonView[];
}

export interface PhaseView {
  id: string;
  key: string;
  name: string;
  status: PhaseStatus;
  goals: string[];
  scope: string[];
  audience: string;
  rollback: string[];
  plannedOn: string | null;
  minimumScore: number;
  version: number;
  sections: SectionView[];
  criteria: CriterionView[];
  rules: SignOffRuleView[];
  readiness: ReadinessView;
  gate: GateView;
}

export interface ActivityEntry {
  seq: number;
  at: string;
  by: string;
  via: string;
  action: string;
  targetType: string;
  targetId: string;
  /** one plain sentence made from the event's data */
  text: string;
  href: string | null;
}

export interface PlanExtrasView {
  environments: { columns: string[]; rows: { key: string; values: string[] }[] } | null;
  secrets: {
    id: string;
    name: string;
    variable: string | null;
    owner: string | null;
    rotationDays: number | null;
    storage: string | null;
  }[];
  risks: {
    id: string;
    title: string;
    severity: RiskSeverity;
    state: RiskState;
    mitigation: string | null;
    owner: string | null;
    /** who accepted it, and why; null unless it is accepted */
    acceptedBy: string | null;
    acceptedWhy: string | null;
    version: number;
  }[];
  criteria: CriterionView[];
}

export interface ItemView extends ItemRow {
  phaseKey: string;
  phaseName: string;
  sectionId: string;
  sectionTitle: string;
  parent: { id: string; title: string } | null;
  details: string;
  acceptance: string | null;
  archivedAt: string | null;
  records: {
    id: string;
    state: ItemState;
    by: string;
    at: string;
    reason: string | null;
    approver: string | null;
    expiresAt: string | null;
    selfApproved: boolean;
  }[];
  evidenceList: EvidenceView[];
  commentList: CommentView[];
}

export interface EvidenceView {
  id: string;
  kind: "LINK" | "NOTE" | "FILE";
  title: string;
  url: string | null;
  note: string | null;
  fileName: string | null;
  sizeBytes: number | null;
  sha256: string | null;
  effectiveOn: string;
  expiresOn: string | null;
  freshness: Freshness;
  by: string;
  createdAt: string;
}

export interface CommentView {
  id: string;
  body: string;
  by: string;
  memberId: string;
  createdAt: string;
  mine: boolean;
}
