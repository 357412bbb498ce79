import { describe, expect, it } from "vitest";
import { dayIn, isDueLabel } from "./due-day";

describe("the day something is due", () => {
  it.each([
    ["2026-03-01", "2026-03-01"],
    ["by 2026/3/1", "2026-03-01"],
    ["1.3.2026", "2026-03-01"],
    ["1 Mar 2026", "2026-03-01"],
    ["1st of March, 2026", null],
    ["21st December 2026", "2026-12-21"],
    ["March 1st, 2026", "2026-03-01"],
    ["2026年3月1日", "2026-03-01"],
    ["1/3/2026", null],
    ["2026-02-30", null],
    ["2026-03-01 to 2026-03-05", null],
    ["next week", null],
    ["", null],
  ])("reads %s", (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  it("knows what such a day is called", () => {
    const names = ["Due", "Due date", "Deadline", "Fällig am", "Prazo", "期限", "Срок"];
    expect(names.filter((name) => !isDueLabel(name))).toEqual([]);
    expect(["Owner", "Date", "Start date", "Duration", "Due diligence"].filter(isDueLabel)).toEqual([]);
  });
});
