import { expect, it } from "vitest";
import type { CriterionView } from "./criterion-views";
import { nextLookAt } from "./next-look";

const NOW = new Date("2026-11-21T10:00:00.000Z");
const today = (time: string) => `2026-11-21T${time}:00.000Z`;

/** Measured at one moment of this day, stale at another. */
const measured = (measuredAt: string, staleAt: string): Pick<CriterionView, "staleAt" | "latest"> => ({
  staleAt,
  latest: {
    ...{ id: "m1", value: 97, sampleSize: null, measuredAt, recordedAt: measuredAt, source: "MANUAL" },
    ...{ note: null, by: "Ana", supersededById: null },
  },
});

it.each<[string, ReturnType<typeof measured>[], string[], string]>([
  ["the day ends, where nothing else happens", [], [], "2026-11-22T00:00:00.000Z"],
  // Eight hours of ten.
  ["a measurement ages", [measured(today("04:00"), today("14:00"))], [], today("12:00")],
  [
    "it ages no more, where it did",
    [measured(today("01:00"), today("11:00"))],
    [],
    "2026-11-22T00:00:00.000Z",
  ],
  ["a criterion that was never measured", [{ staleAt: null, latest: null }], [], "2026-11-22T00:00:00.000Z"],
  ["a waiver lapses", [measured(today("04:00"), today("14:00"))], [today("11:30")], today("11:30")],
  ["it lapsed", [], [today("10:00")], "2026-11-22T00:00:00.000Z"],
])("looks otherwise when %s", (_, criteria, waivers, expected) => {
  const lapsing = waivers.map((expiresAt) => ({ expiresAt }));
  expect(nextLookAt(criteria, lapsing, NOW).toISOString()).toBe(expected);
});
