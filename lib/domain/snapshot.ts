import type {
  Comparator,
  ItemState,
  Level,
  Outcome,
  PhaseStatus,
  RiskSeverity,
  RiskState,
  Role,
  SignOffDecision,
} from "./words";

/**
 * Plain data the rules judge. lib/data fills it from the database; tests write it by hand. Times are Date (UTC),
 * dates without a time are "YYYY-MM-DD" (UTC). Nothing here reads a clock: every rule takes `now`.
 */

export interface SubItemSnapshot {
  id: string;
  title: string;
  state: ItemState;
}

export interface ItemSnapshot {
  id: string;
  /** stable key inside the project, kept through export and import */
  key: string;
  title: string;
  /** "how we know": part of the definition, unlike the details */
  acceptance: string | null;
  level: Level;
  area: string | null;
  state: ItemState;
  /** only for WAIVED; a waiver past this moment counts as OPEN */
  waiverExpiresAt: Date | null;
  subItems: SubItemSnapshot[];
}

export interface MeasurementSnapshot {
  id: string;
  /** in the criterion's unit; for a criterion without comparator 1 means it holds and 0 that it does not */
  value: number;
  sampleSize: number | null;
  measuredAt: Date;
  /** set when a later row corrected this one; superseded rows never count */
  supersededById: string | null;
}

export interface CriterionSnapshot {
  id: string;
  key: string;
  text: string;
  level: Level;
  area: string | null;
  /** null comparator or target: a manual attestation, judged from 1 or 0 */
  comparator: Comparator | null;
  target: number | null;
  unit: string | null;
  /** what one number is taken over, in the plan's words ("30 days"); part of the definition */
  window: string | null;
  /** contiguous window the samples must cover, in hours ("72 h stable"); null: the newest measurement decides */
  windowHours: number | null;
  /** a measurement from fewer answers is INCONCLUSIVE ("80% positive") */
  minimumSample: number | null;
  /** days after which the newest measurement is STALE; attestations 30 unless said otherwise */
  maximumAgeDays: number;
  /** oldest first */
  measurements: MeasurementSnapshot[];
}

export interface SignOffRuleSnapshot {
  id: string;
  name: string;
  /** how many different people must approve */
  minimum: number;
  /** named people; empty means anyone whose role is at least `minimumRole` */
  memberIds: string[];
  minimumRole: Role;
}

/** What a signer saw of one requirement: the hash of its definition and whether it was satisfied. */
export interface SeenRequirement {
  id: string;
  hash: string;
  satisfied: boolean;
  /** it stood waived already, so that the same waiver is no news to the signer */
  waived: boolean;
  /** shown to the signer when the requirement is gone */
  title: string;
}

export interface SignOffSnapshot {
  id: string;
  ruleId: string;
  memberId: string;
  decision: SignOffDecision;
  at: Date;
  withdrawnAt: Date | null;
  seen: SeenRequirement[];
}

export interface RiskSnapshot {
  id: string;
  title: string;
  severity: RiskSeverity;
  state: RiskState;
  /** last day of its acceptance, "YYYY-MM-DD"; null: it holds on, or it is not accepted */
  acceptedUntil: string | null;
}

/** A secret that asks for rotation. */
export interface SecretSnapshot {
  id: string;
  name: string;
  /** days after which it is to be rotated; null: never */
  rotationDays: number | null;
  /** "YYYY-MM-DD"; null: no rotation was ever recorded */
  lastRotatedOn: string | null;
}

export interface ConditionSnapshot {
  id: string;
  text: string;
  /** "YYYY-MM-DD" */
  dueOn: string;
  /** the MUST item of a later phase that stands for it is satisfied */
  met: boolean;
}

export interface DecisionSnapshot {
  id: string;
  outcome: Outcome;
  at: Date;
  override: boolean;
  /** when a MUST of the passed phase lapsed and has not been cured since; null while all hold */
  lapsedSince: Date | null;
  /** ids of MUST requirements that did not hold when it was decided (override, condition): they cannot lapse */
  passedOver: string[];
}

export interface ReviewSnapshot {
  id: string;
  requestedById: string;
  requestedAt: Date;
  expiresAt: Date;
  /** the rules as they stood when the review was requested */
  policy: GatePolicy;
}

export interface GatePolicy {
  /** 0-100; GO needs at least this score */
  minimumScore: number;
  signOffRules: SignOffRuleSnapshot[];
  /** a signer may not decide the same gate */
  fourEyes: boolean;
  /** GO needs that no secret is overdue for rotation; reviews from before there was the question do not ask it */
  overdueSecretsBlock?: boolean;
}

export interface PhaseSnapshot {
  id: string;
  key: string;
  name: string;
  status: PhaseStatus;
  /** the project asks that DONE be verified by another person; DONE alone is then only claimed */
  asksVerification: boolean;
  /** the workspace has one active member: separation of duties is waived and stamped self-approved */
  soleMember: boolean;
  items: ItemSnapshot[];
  criteria: CriterionSnapshot[];
  policy: GatePolicy;
  signOffs: SignOffSnapshot[];
  risks: RiskSnapshot[];
  /** those that ask for rotation; empty where no gate of the project asks for them */
  secrets: SecretSnapshot[];
  /** of this phase's own conditional decision */
  conditions: ConditionSnapshot[];
  /** the open review, if one is running */
  review: ReviewSnapshot | null;
  /** the decision in force, if any */
  decision: DecisionSnapshot | null;
  /** phases before this one in order, with their gate as it stands */
  earlier: { id: string; name: string; gatePassed: boolean; underReview: boolean }[];
  /** hours between a lapse after GO and REVIEW_REQUIRED */
  graceHours: number;
}
