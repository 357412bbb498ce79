import { describe, expect, it } from "vitest";
import { contiguousHours, hoursInWords } from "./criterion-kinds";
import { wilsonLowerBound } from "./wilson";

describe("windows in a plan's words", () => {
  it.each([
    ["continuous 72-hour period", 72, 72],
    ["72 consecutive hours", 72, 72],
    ["7 days in a row", 168, 168],
    ["30 minutes without a break, sustained", 0.5, 1],
    ["30 days", 720, null],
    ["1 month", 720, null],
    ["the first month", 720, null],
    ["rolling 1.5 h", 1.5, null],
    ["each release", null, null],
    [null, null, null],
  ])("%s: %s hours long, %s to be covered", (words, hours, contiguous) => {
    expect(hoursInWords(words)).toBe(hours);
    expect(contiguousHours(words)).toBe(contiguous);
  });
});

describe("wilsonLowerBound", () => {
  it.each([
    [24, 30, 0.627],
    [240, 300, 0.751],
    [0, 30, 0],
    [30, 30, 0.886],
    [0, 0, 0],
  ])("%d of %d is at least %d", (positive, size, bound) => {
    expect(wilsonLowerBound(positive, size)).toBeCloseTo(bound, 3);
  });
});
