import fc from "fast-check";
import {
  aCriterion,
  aMeasurement,
  anItem,
  aPhase,
  aReview,
  aRule,
  aSignOff,
  daysFrom,
} from "./sample-snapshots";
import { seenOf } from "./sign-off-state";
import type { CriterionSnapshot, ItemSnapshot, PhaseSnapshot } from "./snapshot";
import { ITEM_STATES, LEVELS, OUTCOMES, RISK_SEVERITIES, RISK_STATES } from "./words";

/** Random phases for property tests: any mix of levels, states, sub-items, measurements, sign-offs and deadlines. */

const state = fc.constantFrom(...ITEM_STATES);
const level = fc.constantFrom(...LEVELS);
const area = fc.constantFrom("Security", "Testing", null);
/** Any moment from 40 days before NOW to 40 days after, to the minute. */
const moment = fc.integer({ min: -57_600, max: 57_600 }).map((minutes) => daysFrom(minutes / 1440));
const day = moment.map((m) => m.toISOString().slice(0, 10));
const pastMoment = fc.integer({ min: -57_600, max: 0 }).map((minutes) => daysFrom(minutes / 1440));

const subItems = fc
  .array(state, { maxLength: 5 })
  .map((states) => states.map((s, index) => ({ id: `sub-${index}`, title: `Sub ${index}`, state: s })));

const itemsArbitrary: fc.Arbitrary<ItemSnapshot[]> = fc
  .array(fc.record({ state, level, area, subItems, waiverExpiresAt: fc.option(moment) }), { maxLength: 8 })
  .map((items) => items.map((item, index) => anItem({ id: `item-${index}`, ...item })));

const measurement = fc
  .record({
    value: fc.constantFrom(0, 1, 95, 99.95, 100),
    sampleSize: fc.option(fc.integer({ min: 0, max: 100 })),
    measuredAt: moment,
    supersededById: fc.option(fc.constant("later"), { freq: 5 }),
  })
  .map(({ value, ...rest }) => aMeasurement(value, rest));

const criteriaArbitrary: fc.Arbitrary<CriterionSnapshot[]> = fc
  .array(
    fc.record({
      level,
      area,
      text: fc.constantFrom("Tests pass", "Positive feedback", "Uptime", "Stable"),
      comparator: fc.constantFrom(">=", "<", null),
      target: fc.constantFrom(1, 95, 99.9, null),
      unit: fc.constantFrom("%", "hours", null),
      windowHours: fc.option(fc.constantFrom(24, 72)),
      minimumSample: fc.option(fc.constant(30)),
      maximumAgeDays: fc.integer({ min: 1, max: 30 }),
      measurements: fc.array(measurement, { maxLength: 5 }),
    }),
    { maxLength: 4 },
  )
  .map((criteria) =>
    criteria.map((criterion, index) => aCriterion({ id: `criterion-${index}`, ...criterion })),
  );

const signOffArbitrary = fc.record({
  ruleId: fc.constantFrom("rule-1", "rule-2"),
  memberId: fc.constantFrom("member-1", "member-2"),
  decision: fc.constantFrom("APPROVED", "REFUSED"),
  at: pastMoment,
  withdrawnAt: fc.option(pastMoment),
  seenAt: moment,
});

const decisionArbitrary = fc.record({
  id: fc.constant("decision-1"),
  outcome: fc.constantFrom(...OUTCOMES),
  at: pastMoment,
  override: fc.boolean(),
  lapsedSince: fc.option(pastMoment),
  passedOver: fc.subarray(["item-0", "item-1", "criterion-0"]),
});

const rules = [aRule(), aRule({ id: "rule-2", name: "Quality", minimum: 2 })];

export const phaseArbitrary: fc.Arbitrary<PhaseSnapshot> = fc
  .record({
    items: itemsArbitrary,
    criteria: criteriaArbitrary,
    asksVerification: fc.boolean(),
    soleMember: fc.boolean(),
    minimumScore: fc.constantFrom(0, 50, 80),
    signOffs: fc.array(signOffArbitrary, { maxLength: 3 }),
    reviewExpiresAt: fc.option(moment),
    decision: fc.option(decisionArbitrary),
    graceHours: fc.constantFrom(0, 24, 500),
    conditions: fc.array(fc.record({ met: fc.boolean(), dueOn: day }), {
      maxLength: 2,
    }),
    risks: fc.array(
      fc.record({
        severity: fc.constantFrom(...RISK_SEVERITIES),
        state: fc.constantFrom(...RISK_STATES),
        acceptedUntil: fc.option(day),
      }),
      { maxLength: 2 },
    ),
    secrets: fc.array(
      fc.record({ rotationDays: fc.option(fc.integer({ min: 1, max: 30 })), lastRotatedOn: fc.option(day) }),
      { maxLength: 2 },
    ),
    overdueSecretsBlock: fc.boolean(),
  })
  .map(
    ({
      signOffs,
      reviewExpiresAt,
      minimumScore,
      conditions,
      risks,
      secrets,
      overdueSecretsBlock,
      ...rest
    }) => {
      const phase = aPhase({
        ...rest,
        policy: { minimumScore, signOffRules: rules, fourEyes: false, overdueSecretsBlock },
        review: reviewExpiresAt && aReview({ expiresAt: reviewExpiresAt }),
        conditions: conditions.map((c, index) => ({ id: `condition-${index}`, text: "Do it", ...c })),
        risks: risks.map((risk, index) => ({ id: `risk-${index}`, title: "It fails", ...risk })),
        secrets: secrets.map((secret, index) => ({ id: `secret-${index}`, name: "Key", ...secret })),
      });
      return {
        ...phase,
        signOffs: signOffs.map(({ seenAt, ...signOff }, index) =>
          aSignOff({ id: `sign-off-${index}`, ...signOff, seen: seenOf(phase, seenAt) }),
        ),
      };
    },
  );
