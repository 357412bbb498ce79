import { describe, expect, it } from "vitest";
import { parseCriteria } from "./criterion";
import { parseTargetCell } from "./criterion-target";

type Row = [
  text: string,
  comparator: string | null,
  target: number | null,
  unit: string | null,
  window?: string,
];

const CASES: Row[] = [
  ["92% of smoke tests green", ">=", 92, "%"],
  ["Tests: at least 40 scenarios", ">=", 40, "scenarios"],
  ["Coverage 75%+", ">=", 75, "%"],
  ["50+ concurrent users", ">=", 50, "users"],
  ["Availability ≥ 99,95 %", ">=", 99.95, "%"],
  ["p99 latency <750ms", "<", 750, "ms"],
  ["Page load time < 2.5s (p75)", "<", 2.5, "s"],
  ["Restore takes less than 1 hour", "<", 1, "hour"],
  ["No more than 3 open defects", "<=", 3, "defects"],
  ["Error rate of 2%", "<=", 2, "%"],
  ["First 2,500 customers migrated", ">=", 2500, "customers"],
  ["Index can hold 3M rows", ">=", 3_000_000, "rows"],
  ["Queue can process 1.5k jobs/minute", ">=", 1500, "jobs/minute"],
  ["Survey average > 4.2/5", ">", 4.2, "/5"],
  ["> 85% of invited people returned", ">", 85, "%"],
  ["Zero open vulnerabilities", "=", 0, "vulnerabilities"],
  ["0 failed backups", "=", 0, "backups"],
  ["No blocking bugs found.", "=", 0, "bugs"],
  ["No outages within the first week of the pilot", "=", 0, "outages", "1 week"],
  ["Uptime of 99.5% over 14 days", ">=", 99.5, "%", "14 days"],
  ["Runs for a continuous 48-hour period", ">=", 48, "hours", "continuous 48 hours"],
  ["At least three reviewers agreed", ">=", 3, "reviewers"],
  ["CPU overhead < 4% CPU", "<", 4, "% CPU"],
  ["۹۵٪ از آزمون‌ها", ">=", 95, "%"],
  ["Al menos 90% de usuarios", ">=", 90, "%"],
  ["Mean latency: 120 ms → 80 ms", "<=", 80, "ms"],
  ["Coverage 71% -> 85%", ">=", 85, "%"],
  ["MRR > R$ 5.000", ">", 5000, "$"],
  ["Mehr als 1.250.000 Zugriffe", ">", 1_250_000, "Zugriffe"],
  ["満足度 4.0/5 以上", ">=", 4, "/5"],
  ["Score of 50 or higher", ">=", 50, null],
  ["Restart in 15 minutes or less", "<=", 15, "minutes"],
  ["Load: 1200 RPS for 10 minutes", ">=", 1200, "RPS"],
  ["At least 3 out of 5 pilot teams", ">=", 3, "pilot teams"],
  ["4 of the 6 regions live", ">=", 4, "regions live"],
  ["30% reduction in support tickets", ">=", 30, "%"],
  ["Click rate does not regress by more than 10%", "<=", 10, "%"],
  ["Cost within ±5% of the plan", "<=", 5, "%"],
  ["Rolled back to 0%", "=", 0, "%"],
  ["Ready by end of phase 2", null, null, null],
  ["Complies with ISO 27001 and TLS 1.3", null, null, null],
  ["Release v2.4 documented", null, null, null],
  ["No increase in complaints", null, null, null],
  ["Team is comfortable with the tools", null, null, null],
];

describe("parseCriteria", () => {
  it.each(CASES)("reads %j", (text, comparator, target, unit, window) => {
    const [criterion] = parseCriteria(text);
    expect(criterion).toMatchObject({ text, comparator, target, unit, level: "MUST", checked: false });
    expect(criterion?.window ?? undefined).toBe(window);
  });

  it("makes two of a line that counts two things, neither of which splits again", () => {
    const made = parseCriteria("Completed at least 6 orders and 2 refunds.");
    expect(made.map(({ target, unit }) => [target, unit])).toEqual([
      [6, "orders"],
      [2, "refunds"],
    ]);
    expect(made.flatMap(({ text }) => parseCriteria(text))).toEqual(made);
  });
});

describe("parseTargetCell", () => {
  it.each([
    [">70%", "Adoption", ">", 70, "%"],
    ["<3 sec", "Response time", "<", 3, "sec"],
    ["250ms", "Latency", "<=", 250, "ms"],
    ["0", "Critical defects", "=", 0, null],
    ["120", "Active teams", ">=", 120, null],
    ["to be agreed", "Cost", null, null, null],
  ])("reads %j for %j", (cell, metric, comparator, target, unit) => {
    expect(parseTargetCell(cell, metric)).toMatchObject({ comparator, target, unit });
  });
});
