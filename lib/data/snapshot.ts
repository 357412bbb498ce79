import "server-only";
import { notFound } from "@/lib/domain/errors";
import { isReviewRequired } from "@/lib/domain/gates";
import { groupBy } from "@/lib/domain/group-by";
import { isSatisfied } from "@/lib/domain/items";
import type {
  CriterionSnapshot,
  DecisionSnapshot,
  ItemSnapshot,
  PhaseSnapshot,
  SignOffRuleSnapshot,
} from "@/lib/domain/snapshot";
import type { GateStatus } from "@/lib/domain/words";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import {
  type CriterionRow,
  type DecisionRow,
  type ItemRowData,
  loadPhaseRows,
  loadPhaseRowsIn,
  type PhaseRow,
  type PhaseRows,
  type RuleRow,
} from "./phase-rows";

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

function itemSnapshots(rows: ItemRowData[]): ItemSnapshot[] {
  const subItems = groupBy(
    rows.filter((row) => row.parentId !== null),
    (row) => row.parentId,
  );
  return rows
    .filter((row) => row.parentId === null)
    .map((row) => ({
      id: row.id,
      key: row.key,
      title: row.title,
      acceptance: row.acceptance,
      level: row.level,
      area: row.area,
      state: row.state,
      waiverExpiresAt: dateOf(row.waiverExpiresAt),
      subItems: (subItems.get(row.id) ?? []).map(({ id, title, state }) => ({ id, title, state })),
    }));
}

export function criterionSnapshot(row: CriterionRow): CriterionSnapshot {
  return {
    id: row.id,
    key: row.key,
    text: row.text,
    level: row.level,
    area: row.area,
    comparator: row.comparator,
    target: row.target,
    unit: row.unit,
    window: row.window,
    windowHours: row.windowHours,
    minimumSample: row.minimumSample,
    maximumAgeDays: row.maximumAgeDays,
    measurements: (row.measurements ?? []).toReversed().map((measurement) => ({
      id: measurement.id,
      value: measurement.value,
      sampleSize: measurement.sampleSize,
      measuredAt: new Date(measurement.measuredAt),
      supersededById: null,
    })),
  };
}

export const ruleSnapshot = (row: RuleRow): SignOffRuleSnapshot => ({
  id: row.id,
  name: row.name,
  minimum: row.minimum,
  memberIds: row.people ?? [],
  minimumRole: row.minimumRole,
});

const decisionSnapshot = (row: DecisionRow, phase: PhaseRow): DecisionSnapshot => ({
  id: row.id,
  outcome: row.outcome,
  at: new Date(row.at),
  override: row.override,
  lapsedSince: dateOf(phase.lapsedSince),
  passedOver: row.passedOver ?? [],
});

type EarlierPhase = PhaseSnapshot["earlier"][number];

function phaseSnapshot(rows: PhaseRows, phase: PhaseRow, earlier: EarlierPhase[], now: Date): PhaseSnapshot {
  const inPhase = (row: { phaseId: string | null }) => row.phaseId === phase.id;
  const review = rows.reviews.find(inPhase);
  const decision = rows.decisions.find(inPhase);
  const { asksVerification, fourEyes, graceHours, soleMember } = rows.project;
  return {
    id: phase.id,
    key: phase.key,
    name: phase.name,
    status: phase.status,
    asksVerification,
    soleMember,
    items: itemSnapshots(rows.items.filter(inPhase)),
    criteria: rows.criteria.filter(inPhase).map(criterionSnapshot),
    policy: {
      minimumScore: phase.minimumScore,
      fourEyes,
      overdueSecretsBlock: phase.overdueSecretsBlock,
      signOffRules: rows.rules.filter(inPhase).map(ruleSnapshot),
    },
    signOffs: rows.signOffs.filter(inPhase).map((row) => ({
      id: row.id,
      ruleId: row.ruleId,
      memberId: row.memberId,
      decision: row.decision,
      at: new Date(row.at),
      withdrawnAt: dateOf(row.withdrawnAt),
      seen: row.seen,
    })),
    risks: rows.risks,
    secrets: rows.secrets,
    conditions: rows.conditions.filter(inPhase).map((row) => ({
      id: row.id,
      text: row.text,
      dueOn: row.dueOn,
      met:
        row.itemState !== null &&
        isSatisfied({ state: row.itemState, waiverExpiresAt: null }, asksVerification, now),
    })),
    review: review
      ? {
          id: review.id,
          requestedById: review.requestedById,
          requestedAt: new Date(review.requestedAt),
          expiresAt: new Date(review.expiresAt),
          policy: review.policy,
        }
      : null,
    decision: decision ? decisionSnapshot(decision, phase) : null,
    earlier,
    graceHours,
  };
}

/**
 * The phases as the rules judge them, in order.
 *
 * @param wanted the phases whose items and criteria are in `rows`; null: all
 * @param known gate statuses of the phases that are not wanted, from their standings
 */
export function snapshotsOf(
  rows: PhaseRows,
  now: Date,
  wanted: ReadonlySet<string> | null = null,
  known: ReadonlyMap<string, GateStatus> = new Map(),
): PhaseSnapshot[] {
  const earlier: EarlierPhase[] = [];
  const snapshots: PhaseSnapshot[] = [];
  for (const phase of rows.phases) {
    const isWanted = wanted === null || wanted.has(phase.id);
    const snapshot = isWanted ? phaseSnapshot(rows, phase, [...earlier], now) : null;
    if (snapshot) snapshots.push(snapshot);
    const isRequired = snapshot ? isReviewRequired(snapshot, now) : known.get(phase.id) === "REVIEW_REQUIRED";
    earlier.push({
      id: phase.id,
      name: phase.name,
      gatePassed: phase.status === "PASSED",
      underReview: isRequired || rows.reviews.some((review) => review.phaseId === phase.id),
    });
  }
  return snapshots;
}

/** Every phase of a project, in order, ready for the rules. @throws AppError NOT_FOUND */
export async function loadPhaseSnapshots(access: ProjectAccess, now: Date): Promise<PhaseSnapshot[]> {
  const rows = await loadPhaseRows(access, null);
  if (!rows) throw notFound("The project");
  return snapshotsOf(rows, now);
}

/** The same inside a transaction that holds the project's lock. @throws AppError NOT_FOUND */
export async function loadPhaseSnapshotsIn(
  tx: Transaction,
  projectId: string,
  now: Date,
): Promise<PhaseSnapshot[]> {
  const rows = await loadPhaseRowsIn(tx, projectId);
  if (!rows) throw notFound("The project");
  return snapshotsOf(rows, now);
}
