import type { Blocker } from "./blockers";
import { hashOf } from "./canonical-hash";
import { type CriterionJudgement, judgeCriterion } from "./criteria";
import { gateStatus, judgeGate, policyInForce, runningReview } from "./gates";
import { effectiveItemState, isSatisfied } from "./items";
import type { Loss } from "./losses";
import { type AreaGrade, readinessOf } from "./readiness";
import { requirementsOf } from "./requirements";
import { judgeSignOffs, type SignOffChange } from "./sign-off-state";
import type {
  ConditionSnapshot,
  CriterionSnapshot,
  GatePolicy,
  ItemSnapshot,
  PhaseSnapshot,
  RiskSnapshot,
  SecretSnapshot,
} from "./snapshot";
import type { GateStatus, ItemState, SignOffDecision, SignOffState } from "./words";

type FrozenItem = Pick<ItemSnapshot, "id" | "key" | "title" | "acceptance" | "level" | "area"> & {
  /** as it counted: an expired waiver is OPEN */
  state: ItemState;
  satisfied: boolean;
  waiverExpiresAt: string | null;
  subItems: { id: string; title: string; state: ItemState }[];
};

type FrozenCriterion = Omit<CriterionSnapshot, "measurements"> &
  Pick<CriterionJudgement, "result" | "reason"> & {
    staleAt: string | null;
    measurement: { id: string; value: number; sampleSize: number | null; measuredAt: string } | null;
  };

interface FrozenSignOff {
  id: string;
  ruleId: string;
  memberId: string;
  decision: SignOffDecision;
  state: SignOffState;
  changes: SignOffChange[];
  at: string;
}

/**
 * A gate as it was judged, stored with the decision and never edited (design 2.4): enough to show it again exactly as it
 * was. JSON-safe; times are ISO 8601 in UTC; people are member ids.
 */
export interface DecisionRecord {
  formulaVersion: number;
  phase: { id: string; key: string; name: string };
  status: GateStatus;
  ready: boolean;
  blockers: Blocker[];
  /** ids of the MUST items and criteria that did not hold: DecisionSnapshot.passedOver */
  passedOver: string[];
  score: number | null;
  losses: Loss[];
  areas: AreaGrade[];
  notApplicableShare: number;
  asksVerification: boolean;
  policy: GatePolicy;
  review: { id: string; requestedById: string; requestedAt: string; expiresAt: string } | null;
  items: FrozenItem[];
  criteria: FrozenCriterion[];
  signOffs: FrozenSignOff[];
  risks: RiskSnapshot[];
  /** those that ask for rotation, where the policy asks that none is overdue; left out of older decisions */
  secrets?: SecretSnapshot[];
  conditions: ConditionSnapshot[];
  earlier: PhaseSnapshot["earlier"];
  /** SHA-256 over the canonical JSON (RFC 8785) of all the fields above */
  snapshotHash: string;
}

function freezeItem(item: ItemSnapshot, asksVerification: boolean, now: Date): FrozenItem {
  const { id, key, title, acceptance, level, area, waiverExpiresAt, subItems } = item;
  return {
    id,
    key,
    title,
    acceptance,
    level,
    area,
    state: effectiveItemState(item, now),
    satisfied: isSatisfied(item, asksVerification, now),
    waiverExpiresAt: waiverExpiresAt?.toISOString() ?? null,
    subItems: subItems.map((subItem) => ({ id: subItem.id, title: subItem.title, state: subItem.state })),
  };
}

function freezeCriterion(
  { measurements: _, ...definition }: CriterionSnapshot,
  judged: CriterionJudgement,
): FrozenCriterion {
  const { result, reason, staleAt, measurement } = judged;
  return {
    ...definition,
    result,
    reason,
    staleAt: staleAt?.toISOString() ?? null,
    measurement: measurement && {
      id: measurement.id,
      value: measurement.value,
      sampleSize: measurement.sampleSize,
      measuredAt: measurement.measuredAt.toISOString(),
    },
  };
}

/**
 * The record of a gate as judged now, to be stored with a decision, and whose hash `check` reports. `now` itself is not
 * part of it: the same standing gives the same hash until
 * nextChangeAt.
 *
 * @throws TypeError when a measurement's value is not a finite number
 */
export function freezeDecision(snapshot: PhaseSnapshot, now: Date): DecisionRecord {
  const { id, key, name, asksVerification } = snapshot;
  const requirements = requirementsOf(snapshot, now);
  const readiness = readinessOf(snapshot, now, requirements);
  const verdict = judgeGate(snapshot, now, requirements);
  const policy = policyInForce(snapshot, now);
  const review = runningReview(snapshot, now);
  const record = {
    formulaVersion: readiness.formulaVersion,
    phase: { id, key, name },
    status: gateStatus(snapshot, now, requirements),
    ready: verdict.ready,
    blockers: verdict.blockers,
    passedOver: verdict.blockers.flatMap(({ type, subjectId }) =>
      subjectId !== null && (type === "MUST_NOT_SATISFIED" || type === "CRITERION_NOT_MET")
        ? [subjectId]
        : [],
    ),
    score: readiness.score,
    losses: readiness.losses,
    areas: readiness.areas,
    notApplicableShare: readiness.notApplicableShare,
    asksVerification,
    policy,
    review: review && {
      id: review.id,
      requestedById: review.requestedById,
      requestedAt: review.requestedAt.toISOString(),
      expiresAt: review.expiresAt.toISOString(),
    },
    items: snapshot.items.map((item) => freezeItem(item, asksVerification, now)),
    criteria: snapshot.criteria.map((criterion) =>
      freezeCriterion(criterion, judgeCriterion(criterion, now)),
    ),
    signOffs: judgeSignOffs(snapshot, now, requirements).map(({ signOff, state, changes }) => ({
      id: signOff.id,
      ruleId: signOff.ruleId,
      memberId: signOff.memberId,
      decision: signOff.decision,
      state,
      changes,
      at: signOff.at.toISOString(),
    })),
    risks: snapshot.risks,
    ...(policy.overdueSecretsBlock ? { secrets: snapshot.secrets } : {}),
    conditions: snapshot.conditions,
    earlier: snapshot.earlier,
  };
  return { ...record, snapshotHash: hashOf(record) };
}

/** True when a stored record says what it said when it was frozen. */
export function isRecordIntact({ snapshotHash, ...record }: DecisionRecord): boolean {
  return hashOf(record) === snapshotHash;
}
