import { describe, expect, it } from "vitest";
import { judgeCriterion, liveMeasurements } from "./criteria";
import { aCriterion, aMeasurement, daysFrom, hoursFrom, NOW } from "./sample-snapshots";
import type { MeasurementSnapshot } from "./snapshot";
import type { Comparator } from "./words";

const judge = (...given: Parameters<typeof aCriterion>) => judgeCriterion(aCriterion(...given), NOW);

/** Samples of these values, the last one now, `everyHours` apart. */
const samples = (values: number[], everyHours = 1): MeasurementSnapshot[] =>
  values.map((value, index) =>
    aMeasurement(value, { id: `s${index}`, measuredAt: hoursFrom((index + 1 - values.length) * everyHours) }),
  );

const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);

describe("comparators", () => {
  it.each<[number, Comparator, number, string]>([
    [95, ">=", 95, "MET"],
    [94.9, ">=", 95, "NOT_MET"],
    [200, "<=", 200, "MET"],
    [201, "<=", 200, "NOT_MET"],
    [95, ">", 95, "NOT_MET"],
    [95.1, ">", 95, "MET"],
    [200, "<", 200, "NOT_MET"],
    [199, "<", 200, "MET"],
    [0, "=", 0, "MET"],
    [1, "=", 0, "NOT_MET"],
    [Number.NaN, ">=", 95, "INCONCLUSIVE"],
  ])("%d %s %d is %s", (value, comparator, target, result) => {
    expect(judge({ comparator, target, measurements: [aMeasurement(value)] }).result).toBe(result);
  });

  it("says value and target in their unit", () => {
    const measurements = [aMeasurement(240)];
    expect(judge({ comparator: "<=", target: 200, unit: "ms", measurements }).reason).toBe(
      "240 ms misses the target of at most 200 ms.",
    );
  });
});

describe("attestations", () => {
  it.each([
    [1, "MET"],
    [0, "NOT_MET"],
    [0.5, "INCONCLUSIVE"],
  ])("%d is %s", (value, result) => {
    expect(judge({ measurements: [aMeasurement(value)] }).result).toBe(result);
  });

  it("has no data before anybody attests", () => {
    expect(judge({})).toMatchObject({ result: "NO_DATA", measurement: null, freshness: null, staleAt: null });
  });
});

describe("which measurements count", () => {
  const yes = aMeasurement(1, { measuredAt: daysFrom(-2) });
  it.each([
    ["the newest decides", [yes, aMeasurement(0)], "NOT_MET"],
    ["whatever the order they came in", [aMeasurement(0), yes], "NOT_MET"],
    ["a superseded one never counts", [yes, aMeasurement(0, { supersededById: "later" })], "MET"],
    ["one from the future does not exist yet", [yes, aMeasurement(0, { measuredAt: hoursFrom(1) })], "MET"],
    [
      "a clock a minute ahead is forgiven",
      [yes, aMeasurement(0, { measuredAt: hoursFrom(1 / 60) })],
      "NOT_MET",
    ],
    ["all superseded is no data", [aMeasurement(1, { supersededById: "later" })], "NO_DATA"],
  ])("%s", (_, measurements, result) => {
    expect(judge({ measurements }).result).toBe(result);
    expect(liveMeasurements(aCriterion({ measurements }), NOW).every((m) => m.supersededById === null)).toBe(
      true,
    );
  });
});

describe("staleness", () => {
  it.each([
    [-23.9, "MET", "FRESH"],
    [-24, "MET", "AGING"],
    [-29.9, "MET", "AGING"],
    [-30, "STALE", "STALE"],
    [-300, "STALE", "STALE"],
  ])("measured %d days from now is %s and %s", (days, result, freshness) => {
    const judged = judge({ measurements: [aMeasurement(1, { measuredAt: daysFrom(days) })] });
    expect(judged).toMatchObject({ result, freshness, staleAt: daysFrom(days + 30) });
  });

  it("takes the criterion's own age", () => {
    const judged = judge({
      maximumAgeDays: 1,
      measurements: [aMeasurement(1, { measuredAt: daysFrom(-1) })],
    });
    expect(judged).toMatchObject({ result: "STALE", reason: "The attestation is older than 1 day." });
  });

  it("an old failure is unknown too", () => {
    expect(judge({ measurements: [aMeasurement(0, { measuredAt: daysFrom(-31) })] }).result).toBe("STALE");
  });
});

describe("shares of answers", () => {
  const positive = { text: "80% positive", comparator: ">=", target: 80, unit: "%" } as const;
  it.each([
    ["enough answers", 30, 80, 30, "MET"],
    ["too few answers, however good", 30, 100, 29, "INCONCLUSIVE"],
    ["nobody says how many answered", 30, 100, null, "INCONCLUSIVE"],
    ["no minimum asked", null, 80, 5, "MET"],
    ["nobody answered", null, 0, 0, "NO_DATA"],
  ])("%s", (_, minimumSample, value, sampleSize, result) => {
    expect(
      judge({ ...positive, minimumSample, measurements: [aMeasurement(value, { sampleSize })] }).result,
    ).toBe(result);
  });

  it("shows n and the lower bound, and may be asked of fewer people next time", () => {
    const measurements = [
      aMeasurement(90, { sampleSize: 300, measuredAt: hoursFrom(-2) }),
      aMeasurement(80, { sampleSize: 30 }),
    ];
    const judged = judge({ ...positive, measurements });
    expect(judged.details.answers).toEqual({ size: 30, positive: 24, lowerBound: 62.7 });
    expect(judged.reason).toBe(
      "80% meets the target of at least 80% (24 of 30 answers; with 95% confidence at least 62.7% of all).",
    );
  });
});

describe("shares of tests", () => {
  const run = (sampleSize: number | null, days: number) =>
    aMeasurement(99, { sampleSize, measuredAt: daysFrom(days) });
  it.each([
    ["the same number of tests", [run(1000, -2), run(1000, -1)], "MET"],
    ["more tests", [run(1000, -2), run(1100, -1)], "MET"],
    ["2% fewer", [run(1000, -2), run(980, -1)], "MET"],
    ["more than 2% fewer", [run(1000, -2), run(979, -1)], "INCONCLUSIVE"],
    ["small steps do not hide it", [run(1000, -3), run(985, -2), run(970, -1)], "INCONCLUSIVE"],
    ["nor does running the shrunken set again", [run(1000, -3), run(900, -2), run(900, -1)], "INCONCLUSIVE"],
    ["older than a measurement's life is forgotten", [run(1000, -32), run(900, -1)], "MET"],
    ["a number that was never told", [run(null, -2), run(10, -1)], "MET"],
  ])("%s", (_, measurements, result) => {
    const tests = { text: "95% of tests pass", comparator: ">=", target: 95, unit: "%" } as const;
    expect(judge({ ...tests, measurements }).result).toBe(result);
  });

  it("is no matter for a count", () => {
    const measurements = [run(1000, -2), run(10, -1)];
    expect(judge({ comparator: ">=", target: 95, unit: "users", measurements }).result).toBe("MET");
  });
});

describe("contiguous windows", () => {
  const stable = {
    text: "Stable under load",
    comparator: "=",
    target: 0,
    unit: "errors",
    windowHours: 72,
  } as const;
  const hole = (before: number, hours: number, after: number) => [
    ...samples(times(before, 0)).map((s) => ({
      ...s,
      measuredAt: hoursFrom(-(hours + after - 1), s.measuredAt),
    })),
    ...samples(times(after, 0)),
  ];
  it.each<[string, MeasurementSnapshot[], string, number, number]>([
    ["one good sample proves no window", samples([0]), "INCONCLUSIVE", 0, 0],
    ["half way", samples(times(37, 0)), "INCONCLUSIVE", 36, 0],
    ["covered", samples(times(73, 0)), "MET", 72, 0],
    ["covered by a look a day", samples(times(4, 0), 24), "MET", 72, 0],
    ["two samples at its ends prove nothing between", samples([0, 0], 72), "INCONCLUSIVE", 0, 72],
    ["a failing sample resets", samples([...times(60, 0), 1, ...times(20, 0)]), "INCONCLUSIVE", 19, 0],
    ["the newest fails", samples([...times(80, 0), 1]), "NOT_MET", 0, 0],
    ["covered again after a failure", samples([1, ...times(73, 0)]), "MET", 72, 0],
    ["one missing sample pauses", hole(37, 2, 30), "INCONCLUSIVE", 65, 2],
    ["a long hole pauses", hole(50, 10, 24), "MET", 72, 10],
    ["a hole longer than a measurement's life begins again", hole(50, 24 * 31, 10), "INCONCLUSIVE", 9, 0],
  ])("%s", (_, measurements, result, progressHours, pausedHours) => {
    const judged = judge({ ...stable, measurements });
    expect(judged).toMatchObject({ result, details: { window: { progressHours, pausedHours, hours: 72 } } });
  });

  it("adds five-minute samples up exactly", () => {
    expect(judge({ ...stable, measurements: samples(times(72 * 12 + 1, 0), 1 / 12) }).result).toBe("MET");
  });

  it("does not reset when a failure was corrected", () => {
    const corrected = samples([...times(40, 0), 1, ...times(40, 0)]).map((s) =>
      s.value === 1 ? { ...s, supersededById: "s41" } : s,
    );
    expect(judge({ ...stable, measurements: corrected }).result).toBe("MET");
  });

  it("says how far it is", () => {
    expect(judge({ ...stable, measurements: hole(37, 2, 30) }).reason).toBe(
      "It has held for 65 of 72 hours so far; 2 hours without samples were not counted.",
    );
  });

  it.each([
    ["attestations of 1", times(73, 1), "MET"],
    ["one attestation of 0 near the end", [...times(70, 1), 0, 1, 1], "INCONCLUSIVE"],
  ])("may be covered by %s", (_, values, result) => {
    expect(judge({ windowHours: 72, measurements: samples(values) }).result).toBe(result);
  });
});

describe('"at least 72 hours", over a window of 72 hours', () => {
  const lasting = { comparator: ">=", target: 72, unit: "hours", windowHours: 72 } as const;
  it.each<[string, MeasurementSnapshot[], string, number]>([
    ["the hours reached are reported at once", samples([72]), "MET", 72],
    ["more than asked", samples([100]), "MET", 72],
    ["not yet", samples([40]), "NOT_MET", 40],
    ["reported again after it began again", samples([60, 3]), "NOT_MET", 3],
    ["looks that say 1 for stable", samples(times(73, 1)), "MET", 72],
    ["a look that says 0", samples([...times(73, 1), 0]), "NOT_MET", 0],
  ])("%s", (_, measurements, result, progressHours) => {
    const judged = judge({ ...lasting, measurements });
    expect(judged).toMatchObject({ result, details: { window: { progressHours } } });
  });
});

describe("uptime", () => {
  const uptime = { text: "99.9% uptime", comparator: ">=", target: 99.9, unit: "%" } as const;

  it("shows the error budget of what one number says", () => {
    const judged = judge({ ...uptime, window: "30 days", measurements: [aMeasurement(99.95)] });
    expect(judged.details.errorBudget).toEqual({
      allowedPercent: 0.1,
      usedPercent: 0.05,
      left: 0.5,
      allowedMinutes: 43.2,
      leftMinutes: 21.6,
    });
    expect(judged).toMatchObject({
      result: "MET",
      reason: "99.95% meets the target of at least 99.9% (50% of the error budget is left).",
    });
  });

  it("has no budget left when overspent, and no minutes without a window", () => {
    const { result, details } = judge({ ...uptime, measurements: [aMeasurement(99)] });
    expect(result).toBe("NOT_MET");
    expect(details.errorBudget).toMatchObject({ left: 0, allowedMinutes: null, leftMinutes: null });
  });

  it("too few checks are no data", () => {
    const measurements = [aMeasurement(100, { sampleSize: 5 })];
    expect(judge({ ...uptime, minimumSample: 100, measurements }).result).toBe("NO_DATA");
  });

  const overAWindow = (values: number[]) =>
    judge({ ...uptime, windowHours: 72, measurements: samples(values, 0.1) });
  it.each<[string, number[], string]>([
    ["too little data is no data", times(100, 100), "NO_DATA"],
    ["one sample is no data", [100], "NO_DATA"],
    ["covered", times(721, 100), "MET"],
    ["a bad sample within the budget is no failure", [...times(700, 100), 40, ...times(20, 100)], "MET"],
    ["over the budget", [...times(700, 100), 0, ...times(20, 100)], "NOT_MET"],
    ["over the whole budget before the window is covered", [100, 100, 0], "NOT_MET"],
    ["what lies before the window is forgotten", [...times(100, 0), ...times(722, 100)], "MET"],
  ])("over a window: %s", (_, values, result) => {
    expect(overAWindow(values).result).toBe(result);
  });
});
