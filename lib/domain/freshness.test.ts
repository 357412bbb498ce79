import { describe, expect, it } from "vitest";
import { addDays, endOfDay, isDay } from "./days";
import { evidenceFreshness, freshnessOf } from "./freshness";

const at = (text: string) => new Date(text);

describe("freshnessOf", () => {
  const from = at("2026-01-01T00:00:00Z");
  const until = at("2026-01-11T00:00:00Z");
  it.each([
    ["young", "2026-01-02T00:00:00Z", "FRESH"],
    ["just before the last fifth", "2026-01-08T23:59:59Z", "FRESH"],
    ["from the last fifth on", "2026-01-09T00:00:00Z", "AGING"],
    ["just before its end", "2026-01-10T23:59:59Z", "AGING"],
    ["at its end", "2026-01-11T00:00:00Z", "STALE"],
  ])("%s", (_, now, expected) => {
    expect(freshnessOf(from, until, at(now))).toBe(expected);
  });
});

describe("evidenceFreshness", () => {
  it.each([
    ["without an expiry it never ages", null, "2036-01-01T00:00:00Z", "FRESH"],
    ["it holds on its last day", "2026-01-10", "2026-01-10T23:59:59Z", "AGING"],
    ["it is stale the day after", "2026-01-10", "2026-01-11T00:00:00Z", "STALE"],
    ["before its effective day it is not stale", "2026-01-10", "2025-12-01T00:00:00Z", "FRESH"],
  ])("%s", (_, expiresOn, now, expected) => {
    expect(evidenceFreshness({ effectiveOn: "2026-01-01", expiresOn }, at(now))).toBe(expected);
  });
});

describe("days", () => {
  it.each([
    ["2026-02-28", true],
    ["2026-02-30", false],
    ["2026-2-3", false],
    ["tomorrow", false],
  ])("isDay(%s) is %s", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
  it("counts days across the end of a month", () => {
    expect(addDays("2026-01-30", 3)).toBe("2026-02-02");
  });
  it("takes an unreadable due day for long past", () => {
    expect(endOfDay("soon").getTime()).toBe(86_400_000);
  });
});
