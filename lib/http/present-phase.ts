import type { z } from "zod";
import type { CriterionView, MeasurementView } from "@/lib/domain/criterion-views";
import type { DecisionView, ReviewView, SignOffView } from "@/lib/domain/gate-views";
import type { ItemView, KeyedItemRow } from "@/lib/domain/item-views";
import type { PhaseView } from "@/lib/domain/phase-views";
import type {
  blockerSchema,
  decisionSchema,
  itemWordsSchema,
  measurementSchema,
  phaseSchema,
  recordedSchema,
  reviewSchema,
  signOffSchema,
} from "@/lib/schemas/api-project";

type PhaseBody = z.input<typeof phaseSchema>;

/** Each presenter names its fields, so that a column added to a view never leaks into the REST interface. */
export const presentBlocker = ({
  type,
  text,
  subjectId,
  detail,
}: z.input<typeof blockerSchema>): z.input<typeof blockerSchema> => ({ type, text, subjectId, detail });

export const presentMeasurement = (measurement: MeasurementView): z.input<typeof measurementSchema> => ({
  id: measurement.id,
  value: measurement.value,
  sampleSize: measurement.sampleSize,
  measuredAt: measurement.measuredAt,
  recordedAt: measurement.recordedAt,
  source: measurement.source,
  note: measurement.note,
});

export const presentReview = (review: ReviewView): z.input<typeof reviewSchema> => ({
  id: review.id,
  number: review.number,
  requestedBy: review.requestedBy,
  requestedAt: review.requestedAt,
  expiresAt: review.expiresAt,
  note: review.note,
});

export const presentDecision = (decision: DecisionView): z.input<typeof decisionSchema> => ({
  id: decision.id,
  outcome: decision.outcome,
  reason: decision.reason,
  override: decision.override,
  overrideReason: decision.overrideReason,
  selfApproved: decision.selfApproved,
  by: decision.by,
  at: decision.at,
  score: decision.score,
  snapshotHash: decision.snapshotHash,
});

export const presentSignOff = (signOff: SignOffView): z.input<typeof signOffSchema> => ({
  id: signOff.id,
  rule: signOff.rule,
  by: signOff.by,
  memberId: signOff.memberId,
  decision: signOff.decision,
  state: signOff.state,
  changes: signOff.changes.map(({ title, change }) => ({ title, change })),
  comment: signOff.comment,
  at: signOff.at,
});

const presentPerson = ({ memberId, name }: { memberId: string; name: string }) => ({ memberId, name });

const presentItem = (item: KeyedItemRow): PhaseBody["sections"][number]["items"][number] => ({
  id: item.id,
  key: item.key,
  title: item.title,
  state: item.state,
  level: item.level,
  area: item.area,
  dueOn: item.dueOn,
  assignees: item.assignees.map(presentPerson),
  waiverExpiresAt: item.waiverExpiresAt,
  waiverAsked: item.waiverAsked ?? false,
  version: item.version,
  subItems: item.subItems.map(({ id, title, state, version }) => ({ id, title, state, version })),
});

/** One item with everything it asks for, as `GET …/items/{id}` answers it. */
export const presentItemWords = (item: ItemView): z.input<typeof itemWordsSchema> => ({
  ...presentItem(item),
  phase: item.phaseKey,
  section: item.sectionTitle,
  parentId: item.parent?.id ?? null,
  details: item.details,
  acceptance: item.acceptance,
  why: item.why,
  impact: item.impact,
  files: item.files,
  archivedAt: item.archivedAt,
});

const presentCriterion = (criterion: CriterionView): PhaseBody["criteria"][number] => ({
  id: criterion.id,
  key: criterion.key,
  text: criterion.text,
  comparator: criterion.comparator,
  target: criterion.target,
  unit: criterion.unit,
  window: criterion.window,
  level: criterion.level,
  result: criterion.result,
  reason: criterion.reason,
  freshness: criterion.freshness,
  latest: criterion.latest && presentMeasurement(criterion.latest),
  version: criterion.version,
});

/** A measurement just recorded, with what its criterion makes of it. */
export const presentRecorded = ({
  measurement,
  criterion,
}: {
  measurement: MeasurementView;
  criterion: CriterionView;
}): z.input<typeof recordedSchema> => ({
  ...presentMeasurement(measurement),
  criterion: presentCriterion(criterion),
});

/** One phase with everything its gate is judged by (design 4). */
export function presentPhase(phase: PhaseView): PhaseBody {
  return {
    id: phase.id,
    key: phase.key,
    name: phase.name,
    status: phase.status,
    score: phase.readiness.score,
    goals: phase.goals,
    scope: phase.scope,
    audience: phase.audience,
    rollback: phase.rollback,
    plannedOn: phase.plannedOn,
    minimumScore: phase.minimumScore,
    overdueSecretsBlock: phase.overdueSecretsBlock,
    version: phase.version,
    losses: phase.readiness.losses.map(({ id, points }) => ({ id, points })),
    sections: phase.sections.map(({ id, title, items }) => ({ id, title, items: items.map(presentItem) })),
    criteria: phase.criteria.map(presentCriterion),
    signOffRules: phase.rules.map((rule) => ({
      id: rule.id,
      name: rule.name,
      minimum: rule.minimum,
      people: rule.people.map(presentPerson),
      approvals: rule.approvals,
      fulfilled: rule.fulfilled,
    })),
    signOffs: phase.rules.flatMap((rule) => rule.signOffs.map(presentSignOff)),
    gate: {
      status: phase.gate.status,
      blockers: phase.gate.blockers.map(presentBlocker),
      minimumScore: phase.gate.minimumScore,
      review: phase.gate.review && presentReview(phase.gate.review),
      decision: phase.gate.decision && presentDecision(phase.gate.decision),
    },
  };
}
