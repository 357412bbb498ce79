import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/prisma/factories/runs";
import type { Blocker, BlockerType } from "./blockers";
import { freezeDecision, isRecordIntact } from "./decision-record";
import { checkDecision, type DecisionRequest } from "./decisions";
import { phaseArbitrary } from "./phase-arbitrary";
import {
  aCriterion,
  aMeasurement,
  anItem,
  aPhase,
  aReview,
  aSignOff,
  daysFrom,
  hoursFrom,
  NOW,
} from "./sample-snapshots";

const blocked = (...types: BlockerType[]) => ({
  ready: false,
  blockers: types.map((type): Blocker => ({ type, text: type, subjectId: null, detail: null })),
});
const condition = { text: "Rotate the keys", ownerId: "ann", dueOn: "2026-04-09" };
const override = { reason: "The regulator's date is fixed" };
const fourEyes = { minimumScore: 80, signOffRules: [], fourEyes: true };

const wish = (with_: Partial<DecisionRequest> = {}): DecisionRequest => ({
  outcome: "GO",
  verdict: { ready: true, blockers: [] },
  actorId: "max",
  actorCanOverride: false,
  reason: null,
  override: null,
  conditions: [],
  recycleToPhaseId: null,
  review: aReview(),
  policy: fourEyes,
  signOffs: [],
  soleMember: false,
  isLastPhase: false,
  now: NOW,
  ...with_,
});
const conditional = (with_: Partial<DecisionRequest> = {}) =>
  wish({ outcome: "CONDITIONAL_GO", conditions: [condition], ...with_ });

describe("checkDecision", () => {
  it.each<[string, DecisionRequest, string]>([
    ["GO when ready", wish(), "ok"],
    ["GO when blocked", wish({ verdict: blocked("SIGN_OFF_MISSING") }), "GATE_BLOCKED"],
    ["GO without a review", wish({ review: null }), "RULE"],
    ["GO after the review timed out", wish({ review: aReview({ expiresAt: NOW }) }), "RULE"],
    ["GO by the requester", wish({ actorId: "requester" }), "RULE"],
    ["HOLD by the requester", wish({ actorId: "requester", outcome: "HOLD", reason: "Not yet" }), "RULE"],
    ["GO with conditions", wish({ conditions: [condition] }), "INVALID"],
    [
      "override by an admin",
      wish({ verdict: blocked("MUST_NOT_SATISFIED", "SIGN_OFF_REFUSED"), override, actorCanOverride: true }),
      "override",
    ],
    ["override that is not needed", wish({ override, actorCanOverride: true }), "ok"],
    [
      "override without the permission",
      wish({ verdict: blocked("MUST_NOT_SATISFIED"), override }),
      "FORBIDDEN",
    ],
    [
      "override with 19 characters",
      wish({
        verdict: blocked("MUST_NOT_SATISFIED"),
        override: { reason: ` ${"x".repeat(19)} ` },
        actorCanOverride: true,
      }),
      "INVALID",
    ],
    [
      "override with 20 characters",
      wish({
        verdict: blocked("MUST_NOT_SATISFIED"),
        override: { reason: "x".repeat(20) },
        actorCanOverride: true,
      }),
      "override",
    ],
    [
      "override of the order of phases",
      wish({ verdict: blocked("EARLIER_GATE"), override, actorCanOverride: true }),
      "GATE_BLOCKED",
    ],
    [
      "override by the requester",
      wish({
        actorId: "requester",
        verdict: blocked("MUST_NOT_SATISFIED"),
        override,
        actorCanOverride: true,
      }),
      "RULE",
    ],
    ["conditional when ready", conditional(), "ok"],
    [
      "conditional over what conditions repair",
      conditional({ verdict: blocked("MUST_NOT_SATISFIED", "CRITERION_NOT_MET", "SCORE_UNDER_MINIMUM") }),
      "ok",
    ],
    [
      "conditional over a missing sign-off",
      conditional({ verdict: blocked("SIGN_OFF_MISSING") }),
      "GATE_BLOCKED",
    ],
    ["conditional over a risk", conditional({ verdict: blocked("RISK_NOT_ACCEPTED") }), "GATE_BLOCKED"],
    [
      "conditional before the earlier gate",
      conditional({ verdict: blocked("EARLIER_GATE") }),
      "GATE_BLOCKED",
    ],
    [
      "conditional by override over a missing sign-off",
      conditional({ verdict: blocked("SIGN_OFF_MISSING"), override, actorCanOverride: true }),
      "override",
    ],
    ["conditional without a condition", conditional({ conditions: [] }), "INVALID"],
    ["condition without a text", conditional({ conditions: [{ ...condition, text: " " }] }), "INVALID"],
    ["condition without an owner", conditional({ conditions: [{ ...condition, ownerId: null }] }), "INVALID"],
    ["condition due today", conditional({ conditions: [{ ...condition, dueOn: "2026-03-10" }] }), "ok"],
    [
      "condition due yesterday",
      conditional({ conditions: [{ ...condition, dueOn: "2026-03-09" }] }),
      "INVALID",
    ],
    [
      "condition due after 31 days",
      conditional({ conditions: [{ ...condition, dueOn: "2026-04-10" }] }),
      "INVALID",
    ],
    [
      "condition due on no day",
      conditional({ conditions: [{ ...condition, dueOn: "2026-03-32" }] }),
      "INVALID",
    ],
    ["conditional on the last phase", conditional({ isLastPhase: true }), "RULE"],
    ["HOLD without a reason", wish({ outcome: "HOLD", reason: " " }), "INVALID"],
    ["HOLD without a review", wish({ outcome: "HOLD", reason: "Budget", review: null }), "ok"],
    [
      "HOLD when blocked",
      wish({ outcome: "HOLD", reason: "Budget", verdict: blocked("EARLIER_GATE") }),
      "ok",
    ],
    ["STOP without a reason", wish({ outcome: "STOP" }), "INVALID"],
    ["STOP", wish({ outcome: "STOP", reason: "Cancelled" }), "ok"],
    ["RECYCLE to a phase", wish({ outcome: "RECYCLE", reason: "Redo", recycleToPhaseId: "phase-1" }), "ok"],
    ["RECYCLE to nowhere", wish({ outcome: "RECYCLE", reason: "Redo" }), "INVALID"],
    ["a signer decides", wish({ signOffs: [aSignOff({ memberId: "max" })] }), "ok"],
    [
      "a signer decides where four eyes are asked",
      wish({ review: aReview({ policy: fourEyes }), signOffs: [aSignOff({ memberId: "max" })] }),
      "RULE",
    ],
    [
      "a signer who withdrew",
      wish({
        review: aReview({ policy: fourEyes }),
        signOffs: [aSignOff({ memberId: "max", withdrawnAt: NOW })],
      }),
      "ok",
    ],
    [
      "the only member, all at once",
      wish({
        soleMember: true,
        actorId: "requester",
        review: aReview({ policy: fourEyes }),
        signOffs: [aSignOff({ memberId: "requester" })],
      }),
      "self-approved",
    ],
    ["the only member without a review", wish({ soleMember: true, review: null }), "self-approved"],
    [
      "the only member when blocked",
      wish({ soleMember: true, verdict: blocked("MUST_NOT_SATISFIED") }),
      "GATE_BLOCKED",
    ],
  ])("%s", (_, request, expected) => {
    const verdict = checkDecision(request);
    const shown = verdict.ok
      ? verdict.selfApproved
        ? "self-approved"
        : verdict.override
          ? "override"
          : "ok"
      : verdict.code;
    expect(shown).toBe(expected);
  });

  it("names every wrong field", () => {
    const verdict = checkDecision(
      conditional({ conditions: [{ text: "", ownerId: "", dueOn: "2027-01-01" }] }),
    );
    expect(verdict.ok ? [] : Object.keys(verdict.fields ?? {})).toEqual([
      "conditions.0.text",
      "conditions.0.ownerId",
      "conditions.0.dueOn",
    ]);
  });

  it("hands back only the blockers that stand in the way of this outcome", () => {
    const verdict = checkDecision(conditional({ verdict: blocked("MUST_NOT_SATISFIED", "SIGN_OFF_STALE") }));
    expect(verdict.ok ? [] : verdict.blockers?.map(({ type }) => type)).toEqual(["SIGN_OFF_STALE"]);
  });
});

describe("freezeDecision", () => {
  const phase = aPhase({
    items: [
      anItem({ id: "a", state: "DONE" }),
      anItem({ id: "b", state: "WAIVED", waiverExpiresAt: daysFrom(-1) }),
    ],
    criteria: [aCriterion({ id: "c", measurements: [aMeasurement(0)] })],
    signOffs: [aSignOff()],
    review: aReview(),
  });

  it("holds what was judged", () => {
    expect(freezeDecision(phase, NOW)).toMatchObject({
      score: 33,
      status: "IN_REVIEW",
      ready: false,
      passedOver: ["b", "c"],
      losses: [
        { id: "b", points: 33.5 },
        { id: "c", points: 33.5 },
      ],
      items: [
        { id: "a", state: "DONE", satisfied: true },
        { id: "b", state: "OPEN", satisfied: false },
      ],
      criteria: [
        { id: "c", result: "NOT_MET", measurement: { value: 0, measuredAt: "2026-03-10T11:00:00.000Z" } },
      ],
      signOffs: [{ memberId: "member-1", state: "STALE" }],
      review: { requestedById: "requester" },
    });
  });

  it("is the same through JSON, intact, and the same an hour later if nothing changed", () => {
    const record = freezeDecision(phase, NOW);
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    expect(isRecordIntact(record)).toBe(true);
    expect(freezeDecision(phase, hoursFrom(1)).snapshotHash).toBe(record.snapshotHash);
    expect(isRecordIntact({ ...record, score: 100 })).toBe(false);
  });

  it("can freeze every phase", () => {
    fc.assert(
      fc.property(phaseArbitrary, (any) => {
        const record = freezeDecision(any, NOW);
        expect(isRecordIntact(JSON.parse(JSON.stringify(record)))).toBe(true);
      }),
      runs(100),
    );
  });
});
