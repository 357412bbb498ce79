import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/prisma/factories/runs";
import { CREDIT_UNIT } from "./items";
import { sumOfLosses } from "./losses";
import { phaseArbitrary } from "./phase-arbitrary";
import { changeSince, gradeOf, readinessOf, splitChange } from "./readiness";
import { aCriterion, aMetCriterion, anItem, aPhase, daysFrom, NOW } from "./sample-snapshots";
import type { ScorePart } from "./score";
import type { ItemState } from "./words";

const items = (...states: ItemState[]) =>
  states.map((state, index) => anItem({ id: `item-${index}`, state }));
const ticked = { id: "sub", title: "Part", state: "DONE" } as const;

describe("the readiness score", () => {
  it.each([
    ["an empty phase has none", aPhase(), null],
    ["a phase of COULDs has none", aPhase({ items: [anItem({ level: "COULD", state: "DONE" })] }), null],
    ["a phase of what does not apply has none", aPhase({ items: items("NOT_APPLICABLE") }), null],
    ["everything", aPhase({ items: items("DONE", "VERIFIED"), criteria: [aMetCriterion()] }), 100],
    ["nothing", aPhase({ items: items("OPEN"), criteria: [aCriterion()] }), 0],
    ["rounded down", aPhase({ items: items("DONE", "DONE", "OPEN") }), 66],
    [
      "a MUST weighs three SHOULDs",
      aPhase({ items: [anItem({ id: "a", state: "DONE" }), anItem({ id: "b", level: "SHOULD" })] }),
      75,
    ],
    ["a claim earns half", aPhase({ items: items("DONE"), asksVerification: true }), 50],
    [
      "a waiver earns nothing",
      aPhase({
        items: [...items("DONE"), anItem({ id: "w", state: "WAIVED", waiverExpiresAt: daysFrom(9) })],
      }),
      50,
    ],
    ["not applicable leaves the sum", aPhase({ items: items("DONE", "NOT_APPLICABLE") }), 100],
    ["every sub-item ticked but not the item", aPhase({ items: [anItem({ subItems: [ticked] })] }), 99],
    ["199 of 200 is not 100", aPhase({ items: items(...Array<ItemState>(199).fill("DONE"), "OPEN") }), 99],
  ])("%s", (_, phase, score) => {
    const readiness = readinessOf(phase, NOW);
    expect(readiness.score).toBe(score);
    if (score !== null) expect(score + sumOfLosses(readiness.losses)).toBe(100);
  });

  it("names who lost what, largest first", () => {
    const phase = aPhase({
      items: [anItem({ id: "a", state: "DONE" }), anItem({ id: "b", level: "SHOULD", title: "Rotate keys" })],
      criteria: [aCriterion({ id: "c", text: "Tests pass" }), aMetCriterion({ id: "d" })],
    });
    expect(readinessOf(phase, NOW)).toMatchObject({
      score: 60,
      earned: 6 * CREDIT_UNIT,
      total: 10 * CREDIT_UNIT,
      losses: [
        { id: "c", kind: "criterion", title: "Tests pass", points: 30 },
        { id: "b", kind: "item", title: "Rotate keys", points: 10 },
      ],
      itemsDone: 1,
      itemsTotal: 2,
      criteriaMet: 1,
      criteriaTotal: 2,
      formulaVersion: 1,
    });
  });

  it("shares what rounding took among the losers", () => {
    const phase = aPhase({ items: items("OPEN", "OPEN", "OPEN", "DONE", "DONE", "DONE", "DONE") });
    const { score, losses } = readinessOf(phase, NOW);
    expect([score, ...losses.map(({ points }) => points)]).toEqual([57, 14.34, 14.33, 14.33]);
  });

  it("shows the share that does not apply, by weight", () => {
    const phase = aPhase({
      items: [anItem({ id: "a", state: "NOT_APPLICABLE" }), anItem({ id: "b", level: "SHOULD" })],
    });
    expect(readinessOf(phase, NOW).notApplicableShare).toBe(0.75);
  });

  it("grades each area by the same sum", () => {
    const phase = aPhase({
      items: [
        anItem({ id: "a", area: "Testing", state: "DONE" }),
        anItem({ id: "b", area: "Testing", level: "SHOULD" }),
        anItem({ id: "c" }),
      ],
      criteria: [aMetCriterion({ area: "Monitoring" })],
    });
    expect(readinessOf(phase, NOW).areas).toEqual([
      { area: "Monitoring", score: 100, grade: "A+" },
      { area: "Other", score: 0, grade: "F" },
      { area: "Testing", score: 75, grade: "C" },
    ]);
  });
});

describe("equations of the score", () => {
  it("score + losses = 100", () => {
    fc.assert(
      fc.property(phaseArbitrary, (phase) => {
        const { score, losses } = readinessOf(phase, NOW);
        expect(score === null ? 100 : score + sumOfLosses(losses)).toBe(100);
        expect(losses.every(({ points }) => points >= 0)).toBe(true);
      }),
      runs(100),
    );
  });

  it("satisfying one more requirement never lowers it", () => {
    fc.assert(
      fc.property(phaseArbitrary, fc.nat(), (phase, pick) => {
        const at = phase.items.length === 0 ? -1 : pick % phase.items.length;
        if (phase.items[at]?.state === "NOT_APPLICABLE") return;
        for (const state of ["DONE", "VERIFIED"] as const) {
          const better = phase.items.map((item, index) =>
            index === at && item.state !== "VERIFIED" ? { ...item, state } : item,
          );
          const after = readinessOf({ ...phase, items: better }, NOW).score ?? 0;
          expect(after).toBeGreaterThanOrEqual(readinessOf(phase, NOW).score ?? 0);
        }
      }),
      runs(100),
    );
  });

  it("is 100 only when every scored requirement is satisfied, and then always", () => {
    fc.assert(
      fc.property(phaseArbitrary, (phase) => {
        const { score, losses } = readinessOf(phase, NOW);
        if (score !== null) expect(score === 100).toBe(losses.length === 0);
        const done = {
          ...phase,
          items: phase.items.map((item) => ({ ...item, state: "VERIFIED" as const })),
          criteria: phase.criteria.map(({ id, level }) => aMetCriterion({ id, level })),
        };
        expect(readinessOf(done, NOW).score ?? 100).toBe(100);
      }),
      runs(100),
    );
  });

  it("does not depend on the order of requirements", () => {
    fc.assert(
      fc.property(phaseArbitrary, (phase) => {
        const turned = { ...phase, items: phase.items.toReversed(), criteria: phase.criteria.toReversed() };
        const { parts: _, ...expected } = readinessOf(phase, NOW);
        expect(readinessOf(turned, NOW)).toMatchObject(expected);
      }),
      runs(100),
    );
  });
});

describe("gradeOf", () => {
  it.each([
    [100, "A+"],
    [97, "A+"],
    [96, "A"],
    [93, "A"],
    [92, "A-"],
    [90, "A-"],
    [89, "B+"],
    [87, "B+"],
    [86, "B"],
    [83, "B"],
    [82, "B-"],
    [80, "B-"],
    [79, "C+"],
    [77, "C+"],
    [76, "C"],
    [73, "C"],
    [72, "C-"],
    [70, "C-"],
    [69, "D"],
    [60, "D"],
    [59, "F"],
    [0, "F"],
  ])("%i is %s", (percent, grade) => {
    expect(gradeOf(percent)).toBe(grade);
  });
});

describe("changes of the score", () => {
  it("tells each area's change since a date", () => {
    const monitoring = (score: number) => ({ area: "Monitoring", score, grade: gradeOf(score) });
    const data = { area: "Data", score: 50, grade: gradeOf(50) };
    expect(changeSince([monitoring(95), data], [monitoring(100)])).toEqual([
      { area: "Data", previous: data, current: null, change: null },
      { area: "Monitoring", previous: monitoring(95), current: monitoring(100), change: 5 },
    ]);
  });

  it.each<[string, ScorePart[], ScorePart[], { work: number; scope: number }]>([
    [
      "work alone",
      [
        ["a", 3, 0],
        ["b", 1, 0],
      ],
      [
        ["a", 3, CREDIT_UNIT],
        ["b", 1, 0],
      ],
      { work: 75, scope: 0 },
    ],
    [
      "an open requirement added",
      [["a", 3, CREDIT_UNIT]],
      [
        ["a", 3, CREDIT_UNIT],
        ["b", 3, 0],
      ],
      { work: 0, scope: -50 },
    ],
    [
      "an open requirement removed",
      [
        ["a", 3, CREDIT_UNIT],
        ["b", 3, 0],
      ],
      [["a", 3, CREDIT_UNIT]],
      { work: 0, scope: 50 },
    ],
    [
      "a level lowered",
      [
        ["a", 3, 0],
        ["b", 1, CREDIT_UNIT],
      ],
      [
        ["a", 1, 0],
        ["b", 1, CREDIT_UNIT],
      ],
      { work: 0, scope: 25 },
    ],
    [
      "both",
      [
        ["a", 3, 0],
        ["b", 3, 0],
      ],
      [["a", 3, CREDIT_UNIT]],
      { work: 50, scope: 50 },
    ],
    ["from nothing", [], [["a", 3, CREDIT_UNIT]], { work: 0, scope: 100 }],
  ])("splits %s", (_, before, after, expected) => {
    expect(splitChange(before, after)).toEqual(expected);
  });

  it("work + scope is the whole change, and an unchanged scope has none", () => {
    const whole = (phase: Parameters<typeof readinessOf>[0]) => {
      const { earned, total, parts } = readinessOf(phase, NOW);
      return { parts, hundredths: total === 0 ? 0 : Math.floor((earned * 10_000) / total) };
    };
    fc.assert(
      fc.property(phaseArbitrary, phaseArbitrary, (before, after) => {
        const [a, b] = [whole(before), whole(after)];
        const { work, scope } = splitChange(a.parts, b.parts);
        expect(Math.round(work * 100) + Math.round(scope * 100)).toBe(b.hundredths - a.hundredths);
        expect(splitChange(a.parts, a.parts)).toEqual({ work: 0, scope: 0 });
      }),
      runs(100),
    );
  });
});
