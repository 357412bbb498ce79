import { expect, it } from "vitest";
import { type GateStanding, isAheadOf, openOutcomes } from "./open-outcomes";

const standing = (change: Partial<GateStanding>): GateStanding => ({
  status: "ACTIVE",
  gateStatus: "BLOCKED",
  hasReview: false,
  isDecided: false,
  isLastPhase: false,
  isAhead: false,
  soleMember: false,
  ...change,
});

it.each<[string, Partial<GateStanding>, string]>([
  ["under review", { hasReview: true, gateStatus: "IN_REVIEW" }, "GO CONDITIONAL_GO HOLD RECYCLE STOP"],
  ["the last, under review", { hasReview: true, isLastPhase: true }, "GO HOLD RECYCLE STOP"],
  ["not reviewed yet", {}, "HOLD RECYCLE STOP"],
  ["held, and not under review again", { isDecided: true }, "RECYCLE STOP"],
  ["passed", { status: "PASSED", gateStatus: "PASSED", isDecided: true }, "RECYCLE STOP"],
  [
    "at risk, under review again",
    { status: "PASSED", gateStatus: "IN_REVIEW", isDecided: true, hasReview: true },
    "GO CONDITIONAL_GO HOLD RECYCLE STOP",
  ],
  ["alone", { soleMember: true }, "GO CONDITIONAL_GO HOLD RECYCLE STOP"],
  [
    "alone, passed",
    { soleMember: true, status: "PASSED", gateStatus: "PASSED", isDecided: true },
    "RECYCLE STOP",
  ],
  [
    "alone, at risk",
    { soleMember: true, status: "PASSED", gateStatus: "AT_RISK", isDecided: true },
    "GO CONDITIONAL_GO HOLD RECYCLE STOP",
  ],
  ["stopped", { status: "STOPPED", gateStatus: "STOPPED", isDecided: true }, "RECYCLE"],
  ["its turn has not come", { status: "PLANNED", isAhead: true }, ""],
])("offers on a gate that is %s", (_, change, outcomes) => {
  expect(openOutcomes(standing(change)).join(" ")).toBe(outcomes);
});

it("knows whose turn it is", () => {
  const phases = (["PASSED", "ACTIVE", "PLANNED"] as const).map((status, at) => ({ id: `p${at}`, status }));
  expect(["p0", "p1", "p2", "p9"].map((id) => isAheadOf(phases, id))).toEqual([false, false, true, false]);
});
