import { DAY_MS, HOUR_MS } from "./days";
import type {
  CriterionSnapshot,
  ItemSnapshot,
  MeasurementSnapshot,
  PhaseSnapshot,
  ReviewSnapshot,
  SignOffRuleSnapshot,
  SignOffSnapshot,
} from "./snapshot";

/** Hand-made snapshots for the tests of the rules: each builder gives the plainest thing, and takes what matters. */

export const NOW = new Date("2026-03-10T12:00:00.000Z");

/** Moments relative to NOW; negative is before. */
export const daysFrom = (days: number, from: Date = NOW): Date => new Date(from.getTime() + days * DAY_MS);
export const hoursFrom = (hours: number, from: Date = NOW): Date =>
  new Date(from.getTime() + hours * HOUR_MS);

export const anItem = (with_: Partial<ItemSnapshot> = {}): ItemSnapshot => {
  const id = with_.id ?? "item-1";
  return {
    id,
    key: id,
    title: `Title of ${id}`,
    acceptance: null,
    level: "MUST",
    area: null,
    state: "OPEN",
    waiverExpiresAt: null,
    subItems: [],
    ...with_,
  };
};

export const aMeasurement = (
  value: number,
  with_: Partial<MeasurementSnapshot> = {},
): MeasurementSnapshot => ({
  id: `measured-${value}`,
  value,
  sampleSize: null,
  measuredAt: hoursFrom(-1),
  supersededById: null,
  ...with_,
});

export const aCriterion = (with_: Partial<CriterionSnapshot> = {}): CriterionSnapshot => {
  const id = with_.id ?? "criterion-1";
  return {
    id,
    key: id,
    text: `Text of ${id}`,
    level: "MUST",
    area: null,
    comparator: null,
    target: null,
    unit: null,
    window: null,
    windowHours: null,
    minimumSample: null,
    maximumAgeDays: 30,
    measurements: [],
    ...with_,
  };
};

/** A criterion that is attested and so MET. */
export const aMetCriterion = (with_: Partial<CriterionSnapshot> = {}): CriterionSnapshot =>
  aCriterion({ measurements: [aMeasurement(1)], ...with_ });

export const aRule = (with_: Partial<SignOffRuleSnapshot> = {}): SignOffRuleSnapshot => ({
  id: "rule-1",
  name: "Security",
  minimum: 1,
  memberIds: [],
  minimumRole: "LEAD",
  ...with_,
});

export const aSignOff = (with_: Partial<SignOffSnapshot> = {}): SignOffSnapshot => ({
  id: "sign-off-1",
  ruleId: "rule-1",
  memberId: "member-1",
  decision: "APPROVED",
  at: hoursFrom(-2),
  withdrawnAt: null,
  seen: [],
  ...with_,
});

export const aReview = (with_: Partial<ReviewSnapshot> = {}): ReviewSnapshot => ({
  id: "review-1",
  requestedById: "requester",
  requestedAt: hoursFrom(-3),
  expiresAt: daysFrom(14),
  policy: { minimumScore: 80, signOffRules: [], fourEyes: false },
  ...with_,
});

export const aPhase = (with_: Partial<PhaseSnapshot> = {}): PhaseSnapshot => ({
  id: "phase-1",
  key: "alpha",
  name: "Alpha",
  status: "ACTIVE",
  asksVerification: false,
  soleMember: false,
  items: [],
  criteria: [],
  policy: { minimumScore: 80, signOffRules: [], fourEyes: false },
  signOffs: [],
  risks: [],
  secrets: [],
  conditions: [],
  review: null,
  decision: null,
  earlier: [],
  graceHours: 24,
  ...with_,
});
