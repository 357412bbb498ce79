import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/prisma/factories/runs";
import { gateStatus, judgeGate } from "./gates";
import { lapsesOf } from "./lapses";
import { nextChangeAt } from "./next-change";
import { phaseArbitrary } from "./phase-arbitrary";
import { judgePhase } from "./phase-judgement";
import { readinessOf } from "./readiness";
import {
  aCriterion,
  aMeasurement,
  aMetCriterion,
  anItem,
  aPhase,
  aReview,
  aRule,
  aSignOff,
  daysFrom,
  hoursFrom,
  NOW,
} from "./sample-snapshots";
import { seenOf } from "./sign-off-state";
import type { DecisionSnapshot, PhaseSnapshot } from "./snapshot";

const done = [anItem({ state: "DONE" })];
const open = [anItem({ id: "done", state: "DONE" }), anItem({ id: "open" })];
const policy = { minimumScore: 80, signOffRules: [aRule()], fourEyes: false };
const anyScore = { minimumScore: 0, signOffRules: [], fourEyes: false };
const types = (phase: PhaseSnapshot, now = NOW) =>
  judgeGate(phase, now).blockers.map(({ type, subjectId }) => [type, subjectId]);
const signedPhase = aPhase({ items: done, policy });
const seen = seenOf(signedPhase, NOW);
const dueOn = (day: string, met = false) => [{ id: "condition-1", text: "Rotate keys", dueOn: day, met }];
const earlier = (gatePassed: boolean, underReview: boolean) => [
  { id: "phase-0", name: "Alpha", gatePassed, underReview },
];

describe("judgeGate", () => {
  it.each<[string, PhaseSnapshot, [string, string | null][]]>([
    ["all done", aPhase({ items: done }), []],
    ["an empty phase has no score", aPhase(), [["SCORE_UNDER_MINIMUM", null]]],
    ["an empty phase of which no score is asked", aPhase({ policy: anyScore }), []],
    ["a MUST is open", aPhase({ items: open, policy: anyScore }), [["MUST_NOT_SATISFIED", "open"]]],
    [
      "a SHOULD is open",
      aPhase({ items: [...done, anItem({ id: "s", level: "SHOULD" })], policy: anyScore }),
      [],
    ],
    [
      "a MUST is only claimed",
      aPhase({ items: done, policy: anyScore, asksVerification: true }),
      [["MUST_NOT_SATISFIED", "item-1"]],
    ],
    [
      "a waiver unblocks",
      aPhase({ items: [anItem({ state: "WAIVED", waiverExpiresAt: daysFrom(1) })], policy: anyScore }),
      [],
    ],
    [
      "but earns no score",
      aPhase({ items: [anItem({ state: "WAIVED", waiverExpiresAt: daysFrom(1) })] }),
      [["SCORE_UNDER_MINIMUM", null]],
    ],
    [
      "an expired waiver does not",
      aPhase({ items: [anItem({ state: "WAIVED", waiverExpiresAt: NOW })], policy: anyScore }),
      [["MUST_NOT_SATISFIED", "item-1"]],
    ],
    [
      "a criterion without data",
      aPhase({ criteria: [aCriterion()], policy: anyScore }),
      [["CRITERION_NOT_MET", "criterion-1"]],
    ],
    [
      "a SHOULD criterion without data",
      aPhase({ criteria: [aCriterion({ level: "SHOULD" })], policy: anyScore }),
      [],
    ],
    [
      "score under the minimum",
      aPhase({ items: open, policy: { ...anyScore, minimumScore: 51 } }),
      [
        ["MUST_NOT_SATISFIED", "open"],
        ["SCORE_UNDER_MINIMUM", null],
      ],
    ],
    [
      "score at the minimum",
      aPhase({ items: open, policy: { ...anyScore, minimumScore: 50 } }),
      [["MUST_NOT_SATISFIED", "open"]],
    ],
    [
      "an open high risk",
      aPhase({
        items: done,
        risks: [{ id: "r", title: "Leak", severity: "HIGH", state: "OPEN", acceptedUntil: null }],
      }),
      [["RISK_NOT_ACCEPTED", "r"]],
    ],
    [
      "an accepted critical risk",
      aPhase({
        items: done,
        risks: [{ id: "r", title: "Leak", severity: "CRITICAL", state: "ACCEPTED", acceptedUntil: null }],
      }),
      [],
    ],
    [
      "an open medium risk",
      aPhase({
        items: done,
        risks: [{ id: "r", title: "Leak", severity: "MEDIUM", state: "OPEN", acceptedUntil: null }],
      }),
      [],
    ],
    [
      "an earlier gate is not passed",
      aPhase({ items: done, earlier: earlier(false, false) }),
      [["EARLIER_GATE", "phase-0"]],
    ],
    [
      "an earlier gate is under review again",
      aPhase({ items: done, earlier: earlier(true, true) }),
      [["EARLIER_GATE", "phase-0"]],
    ],
    ["earlier gates are passed", aPhase({ items: done, earlier: earlier(true, false) }), []],
    ["a condition is due today", aPhase({ items: done, conditions: dueOn("2026-03-10") }), []],
    [
      "a condition was due yesterday",
      aPhase({ items: done, conditions: dueOn("2026-03-09") }),
      [["CONDITION_PAST_DUE", "condition-1"]],
    ],
    ["a condition was met", aPhase({ items: done, conditions: dueOn("2026-03-09", true) }), []],
    ["nobody signed", signedPhase, [["SIGN_OFF_MISSING", "rule-1"]]],
    ["signed", { ...signedPhase, signOffs: [aSignOff({ seen })] }, []],
    [
      "signed before something else",
      { ...signedPhase, signOffs: [aSignOff()] },
      [["SIGN_OFF_STALE", "rule-1"]],
    ],
    [
      "refused",
      { ...signedPhase, signOffs: [aSignOff({ seen, decision: "REFUSED" })] },
      [["SIGN_OFF_REFUSED", "rule-1"]],
    ],
    [
      "withdrawn",
      { ...signedPhase, signOffs: [aSignOff({ seen, withdrawnAt: NOW })] },
      [["SIGN_OFF_MISSING", "rule-1"]],
    ],
    [
      "one refuses, another approves",
      {
        ...signedPhase,
        signOffs: [aSignOff({ seen }), aSignOff({ id: "s2", seen, memberId: "b", decision: "REFUSED" })],
      },
      [["SIGN_OFF_REFUSED", "rule-1"]],
    ],
    [
      "the frozen policy is in force while the review runs",
      aPhase({ items: done, policy, review: aReview() }),
      [],
    ],
    [
      "and not after",
      aPhase({ items: done, policy, review: aReview({ expiresAt: NOW }) }),
      [["SIGN_OFF_MISSING", "rule-1"]],
    ],
  ])("%s", (_, phase, blockers) => {
    expect(types(phase)).toEqual(blockers);
    expect(judgeGate(phase, NOW).ready).toBe(blockers.length === 0);
  });

  it("says each blocker in a sentence, with the reason below", () => {
    const criteria = [
      aCriterion({ text: "Tests pass", measurements: [aMeasurement(1, { measuredAt: daysFrom(-40) })] }),
    ];
    expect(
      judgeGate(
        aPhase({ items: done, criteria, signOffs: [aSignOff()], policy: { ...policy, minimumScore: 0 } }),
        NOW,
      ).blockers,
    ).toEqual([
      {
        type: "CRITERION_NOT_MET",
        text: 'The criterion "Tests pass" is not met.',
        subjectId: "criterion-1",
        detail: "The attestation is older than 30 days.",
      },
      {
        type: "SIGN_OFF_STALE",
        text: 'The sign-off "Security" is stale: what was signed has changed.',
        subjectId: "rule-1",
        detail: 'Changed since: "Title of item-1" (added), "Tests pass" (added).',
      },
    ]);
  });
});

const decided = (with_: Partial<DecisionSnapshot> = {}): DecisionSnapshot => ({
  id: "decision-1",
  outcome: "GO",
  at: daysFrom(-10),
  override: false,
  lapsedSince: null,
  passedOver: [],
  ...with_,
});
const passed = (with_: Partial<PhaseSnapshot>, decision: Partial<DecisionSnapshot> = {}) =>
  aPhase({ status: "PASSED", items: done, decision: decided(decision), ...with_ });
const attested = (days: number) => [
  aMetCriterion({ measurements: [aMeasurement(1, { measuredAt: daysFrom(days) })] }),
];

describe("gateStatus", () => {
  it.each<[string, PhaseSnapshot, string]>([
    ["blocked", aPhase({ items: open }), "BLOCKED"],
    ["ready", aPhase({ items: done }), "READY"],
    ["in review", aPhase({ items: open, review: aReview() }), "IN_REVIEW"],
    ["the review has timed out", aPhase({ items: open, review: aReview({ expiresAt: NOW }) }), "BLOCKED"],
    ["held: as it stands", aPhase({ items: done, decision: decided({ outcome: "HOLD" }) }), "READY"],
    [
      "sent back: as it stands",
      aPhase({ items: open, decision: decided({ outcome: "RECYCLE" }) }),
      "BLOCKED",
    ],
    ["stopped by decision", aPhase({ items: done, decision: decided({ outcome: "STOP" }) }), "STOPPED"],
    ["stopped phase", aPhase({ items: done, status: "STOPPED" }), "STOPPED"],
    ["passed", passed({}), "PASSED"],
    [
      "passed on conditions",
      passed({ conditions: dueOn("2026-03-20") }, { outcome: "CONDITIONAL_GO" }),
      "PASSED",
    ],
    [
      "a condition is past due",
      passed({ conditions: dueOn("2026-03-09") }, { outcome: "CONDITIONAL_GO" }),
      "REVIEW_REQUIRED",
    ],
    ["reviewed again", passed({ review: aReview() }), "IN_REVIEW"],
    ["a MUST was unticked a moment ago", passed({ items: open }), "AT_RISK"],
    [
      "a MUST lapsed within the grace time",
      passed({ items: open }, { lapsedSince: hoursFrom(-23) }),
      "AT_RISK",
    ],
    [
      "a MUST lapsed a grace time ago",
      passed({ items: open }, { lapsedSince: hoursFrom(-24) }),
      "REVIEW_REQUIRED",
    ],
    ["it was cured", passed({}, { lapsedSince: hoursFrom(-100) }), "PASSED"],
    ["a SHOULD lapsed", passed({ items: [...done, anItem({ id: "s", level: "SHOULD" })] }), "PASSED"],
    [
      "an override passed over it",
      passed({ items: open }, { override: true, passedOver: ["open"] }),
      "PASSED",
    ],
    ["a criterion went stale an hour ago", passed({ criteria: attested(-30 - 1 / 24) }), "AT_RISK"],
    ["a criterion went stale two days ago", passed({ criteria: attested(-32) }), "REVIEW_REQUIRED"],
    [
      "a waiver expired two days ago",
      passed({ items: [anItem({ state: "WAIVED", waiverExpiresAt: daysFrom(-2) })] }),
      "REVIEW_REQUIRED",
    ],
    [
      "a sign-off was withdrawn after GO",
      passed({ policy, signOffs: [aSignOff({ seen, at: daysFrom(-11), withdrawnAt: hoursFrom(-1) })] }),
      "AT_RISK",
    ],
    [
      "and stayed away",
      passed({ policy, signOffs: [aSignOff({ seen, at: daysFrom(-11), withdrawnAt: daysFrom(-2) })] }),
      "REVIEW_REQUIRED",
    ],
    [
      "a sign-off went stale after GO",
      passed({ policy, signOffs: [aSignOff({ at: daysFrom(-11) })] }),
      "PASSED",
    ],
  ])("%s", (_, phase, status) => {
    expect(gateStatus(phase, NOW)).toBe(status);
  });

  it("names what lapsed, for the data to record", () => {
    expect(lapsesOf(passed({ items: open }), NOW)).toEqual([
      { subjectId: "open", title: "Title of open", since: null },
    ]);
    expect(lapsesOf(aPhase({ items: open }), NOW)).toEqual([]);
  });
});

describe("nextChangeAt", () => {
  it.each<[string, PhaseSnapshot, Date | null]>([
    ["nothing will change", aPhase({ items: done }), null],
    ["the newest measurement goes stale", aPhase({ criteria: attested(-10) }), daysFrom(20)],
    [
      "a waiver expires first",
      aPhase({ criteria: attested(-10), items: [anItem({ state: "WAIVED", waiverExpiresAt: daysFrom(3) })] }),
      daysFrom(3),
    ],
    ["what is past is past", aPhase({ criteria: attested(-40) }), null],
    ["a review times out", aPhase({ review: aReview() }), daysFrom(14)],
    ["a condition's day ends", passed({ conditions: dueOn("2026-03-10") }), new Date("2026-03-11T00:00:00Z")],
    ["a grace time ends", passed({ items: open }, { lapsedSince: hoursFrom(-23) }), hoursFrom(1)],
  ])("%s", (_, phase, expected) => {
    expect(nextChangeAt(phase, NOW)).toEqual(expected);
  });

  it("until just before it, a judgement made now holds", () => {
    const judgement = (phase: PhaseSnapshot, at: Date) => [
      readinessOf(phase, at),
      judgeGate(phase, at),
      gateStatus(phase, at),
    ];
    fc.assert(
      fc.property(phaseArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (phase, share) => {
        const until = nextChangeAt(phase, NOW) ?? daysFrom(1000);
        const later = Math.floor(NOW.getTime() + share * (until.getTime() - 1 - NOW.getTime()));
        const expected = judgement(phase, NOW);
        expect(judgement(phase, new Date(later))).toEqual(expected);
        expect(judgement(phase, new Date(until.getTime() - 1))).toEqual(expected);
      }),
      runs(500),
    );
  });
});

describe("judgePhase", () => {
  it("says the same as each rule alone", () => {
    fc.assert(
      fc.property(phaseArbitrary, (phase) => {
        expect(judgePhase(phase, NOW)).toMatchObject({
          readiness: readinessOf(phase, NOW),
          gate: judgeGate(phase, NOW),
          status: gateStatus(phase, NOW),
          validUntil: nextChangeAt(phase, NOW),
        });
      }),
      runs(100),
    );
  });
});
