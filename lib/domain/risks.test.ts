import { describe, expect, it } from "vitest";
import {
  isBlockingRisk,
  RISK_SCALE,
  type RiskScale,
  reopensAcceptance,
  riskBlockers,
  settledSeverity,
  severityOf,
} from "./risks";
import { NOW } from "./sample-snapshots";
import type { RiskSnapshot } from "./snapshot";
import { RISK_SEVERITIES, type RiskSeverity, type RiskState } from "./words";

describe("the severity matrix", () => {
  it.each<[RiskScale, RiskScale, RiskSeverity]>([
    ["LOW", "LOW", "LOW"],
    ["LOW", "MEDIUM", "LOW"],
    ["LOW", "HIGH", "MEDIUM"],
    ["MEDIUM", "MEDIUM", "MEDIUM"],
    ["MEDIUM", "HIGH", "HIGH"],
    ["HIGH", "LOW", "MEDIUM"],
    ["HIGH", "HIGH", "CRITICAL"],
  ])("%s likelihood and %s impact is %s", (likelihood, impact, severity) => {
    expect(severityOf(likelihood, impact)).toBe(severity);
  });

  it("is the same whichever of the two is which, and never falls when one rises", () => {
    const rank = (likelihood: RiskScale, impact: RiskScale) =>
      RISK_SEVERITIES.indexOf(severityOf(likelihood, impact));
    for (const a of RISK_SCALE)
      RISK_SCALE.forEach((b, place) => {
        expect(severityOf(a, b)).toBe(severityOf(b, a));
        const lower = RISK_SCALE[place - 1];
        if (lower) expect(rank(a, b)).toBeGreaterThanOrEqual(rank(a, lower));
      });
  });
});

describe("the severity of a risk", () => {
  it.each<[string, RiskScale | null, RiskScale | null, RiskSeverity | null, RiskSeverity | null]>([
    ["stays when nothing is said", null, null, null, "LOW"],
    ["is as it is said", null, null, "HIGH", "HIGH"],
    ["is as it is said while one of the two is missing", "HIGH", null, "HIGH", "HIGH"],
    ["follows from both", "HIGH", "HIGH", null, "CRITICAL"],
    ["may be said as it follows", "HIGH", "HIGH", "CRITICAL", "CRITICAL"],
    ["may not be said otherwise", "HIGH", "HIGH", "LOW", null],
  ])("%s", (_, likelihood, impact, said, expected) => {
    expect(settledSeverity({ likelihood, impact, severity: "LOW" }, said)).toBe(expected);
  });

  it.each<[RiskState, RiskSeverity, RiskSeverity, boolean]>([
    ["ACCEPTED", "MEDIUM", "HIGH", true],
    ["ACCEPTED", "HIGH", "MEDIUM", false],
    ["ACCEPTED", "HIGH", "HIGH", false],
    ["MITIGATED", "MEDIUM", "HIGH", false],
  ])("of one that is %s and goes from %s to %s reopens it: %s", (state, from, to, expected) => {
    expect(reopensAcceptance(state, from, to)).toBe(expected);
  });
});

const risk = (
  severity: RiskSeverity,
  state: RiskState,
  acceptedUntil: string | null = null,
): RiskSnapshot => ({
  id: "risk-1",
  title: "It fails",
  severity,
  state,
  acceptedUntil,
});

describe("what blocks", () => {
  it.each<[RiskSnapshot, boolean]>([
    [risk("LOW", "OPEN"), false],
    [risk("MEDIUM", "OPEN"), false],
    [risk("HIGH", "OPEN"), true],
    [risk("CRITICAL", "OPEN"), true],
    [risk("CRITICAL", "MITIGATED"), false],
    [risk("CRITICAL", "CLOSED"), false],
    [risk("CRITICAL", "ACCEPTED"), false],
    [risk("CRITICAL", "ACCEPTED", "2026-03-11"), false],
    [risk("CRITICAL", "ACCEPTED", "2026-03-10"), false],
    [risk("CRITICAL", "ACCEPTED", "2026-03-09"), true],
    [risk("MEDIUM", "ACCEPTED", "2026-03-09"), false],
    // The day of an acceptance that is no longer one says nothing.
    [risk("CRITICAL", "MITIGATED", "2026-03-09"), false],
  ])("%o: %s", (snapshot, expected) => expect(isBlockingRisk(snapshot, NOW)).toBe(expected));

  it("says that an acceptance ended", () => {
    const [blocker] = riskBlockers([risk("HIGH", "ACCEPTED", "2026-03-09")], NOW);
    expect(blocker).toMatchObject({
      type: "RISK_NOT_ACCEPTED",
      text: 'The acceptance of the high risk "It fails" ended on 2026-03-09.',
      subjectId: "risk-1",
    });
  });
});
