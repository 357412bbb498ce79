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

  it.each<[text: string, comparator: string, target: number, unit: string, minimumSample: number]>([
    ["At least 75% would use it again (n >= 12)", ">=", 75, "%", 12],
    ["70% satisfied (n = 40)", ">=", 70, "%", 40],
    ["Net score > 85% (N>9)", ">", 85, "%", 10],
    ["Au moins 70 % de réponses positives (n ≥ 15)", ">=", 70, "%", 15],
    ["60% of at least 25 invited pilots stay", ">=", 60, "%", 25],
    ["60% or more of at least 25 pilots stay", ">=", 60, "%", 25],
    ["Rated ≥ 4.4/5 by at least 8 reviewers and more than 30 ratings (n >= 30)", ">=", 4.4, "/5", 30],
    ["Feedback from at least 15 customers: 70% positive", ">=", 70, "%", 15],
    ["90% of responses positive (30+ responses)", ">=", 90, "%", 30],
    ["65% agree (minimum 50 answers)", ">=", 65, "%", 50],
    ["Rating of 4.1/5 from 25+ users", ">=", 4.1, "/5", 25],
    ["At least 70% would stay, at least 25 replies", ">=", 70, "%", 25],
    ["At least 25 testers, 70% of them content", ">=", 70, "%", 25],
    ["70% content with n of at least 25", ">=", 70, "%", 25],
    ["Sample of at least 2k sessions, 99% crash-free", ">=", 99, "%", 2000],
    ["p99 < 300 ms, minimum sample 500", "<", 300, "ms", 500],
    ["Approval >= 70%, sample size >= 18", ">=", 70, "%", 18],
  ])("tells the minimum sample from the target in %j", (text, comparator, target, unit, minimumSample) => {
    expect(parseCriteria(text)).toMatchObject([{ text, comparator, target, unit, minimumSample }]);
  });

  it.each<[text: string, comparator: string, target: number]>([
    ["At least 14 testers", ">=", 14],
    ["n >= 14", ">=", 14],
    ["At least 14 testers invited, 70% of the team told", ">=", 14],
    ["Survey with at least 14 responses", ">=", 14],
    ["Errors below 2% with at least 300 users", "<", 2],
    ["Taken up by at least 14 users with 70% retention", ">=", 14],
    ["n >= 30% of all users", ">=", 30],
    ["Sample size of 14 days, 97% delivered", ">=", 97],
  ])("takes nothing for a minimum sample in %j", (text, comparator, target) => {
    const [criterion] = parseCriteria(text);
    expect(criterion).toMatchObject({ text, comparator, target });
    expect(criterion).not.toHaveProperty("minimumSample");
  });

  it.each<[text: string, comparator: string | null, target: number | null, unit: string | null]>([
    ["https://m.example/board?panel=3 reports failures < 2%", "<", 2, "%"],
    ["Failures < 2% (https://m.example/board?from>=7&to=now-9h)", "<", 2, "%"],
    ["www.m.example/?q=7%20x availability 99.5%", ">=", 99.5, "%"],
    ["m.example/board/12?day=7 says p99 < 450ms", "<", 450, "ms"],
    ["localhost:3000/board reports 0 failures", "=", 0, "failures"],
    ["As https://m.example/board=4 boards and 6 alarms show", ">=", 6, "alarms show"],
    ["Agreed in https://m.example/issues/12", null, null, null],
    ["Fewer than 4 pages/day", "<", 4, "pages/day"],
  ])("counts no figure or sign of an address in %j", (text, comparator, target, unit) => {
    expect(parseCriteria(text)).toMatchObject([{ text, comparator, target, unit }]);
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
  it("tells the minimum sample of a cell from its target", () => {
    const cell = parseTargetCell("at least 75% content (n >= 12)", "Mood of the crew");
    expect(cell).toMatchObject({ comparator: ">=", target: 75, unit: "%", minimumSample: 12 });
    const named = parseTargetCell("75%", "Content crew (n >= 12)");
    expect(named).toMatchObject({ comparator: ">=", target: 75, minimumSample: 12 });
  });

  it.each([
    [">70%", "Adoption", ">", 70, "%"],
    ["<3 sec", "Response time", "<", 3, "sec"],
    ["250ms", "Latency", "<=", 250, "ms"],
    ["0", "Critical defects", "=", 0, null],
    ["120", "Active teams", ">=", 120, null],
    ["85%", "Positive responses", ">=", 85, "%"],
    ["5%", "False positive alarms", "<=", 5, "%"],
    ["to be agreed", "Cost", null, null, null],
  ])("reads %j for %j", (cell, metric, comparator, target, unit) => {
    expect(parseTargetCell(cell, metric)).toMatchObject({ comparator, target, unit });
  });
});
