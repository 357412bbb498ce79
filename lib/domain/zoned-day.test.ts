import { expect, it } from "vitest";
import { dayIn, startOfDayIn } from "./zoned-day";

it.each([
  ["2026-11-21", "UTC", "2026-11-21T00:00:00.000Z"],
  ["2026-11-21", "Asia/Kathmandu", "2026-11-20T18:15:00.000Z"],
  ["2026-11-21", "America/New_York", "2026-11-21T05:00:00.000Z"],
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
  ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
  ["2026-11-21", "Not/AZone", "2026-11-21T00:00:00.000Z"],
])("%s begins in %s at %s", (day, zone, start) => {
  expect(startOfDayIn(day, zone).toISOString()).toBe(start);
});

it.each([
  ["2026-11-20T18:15:00.000Z", "Asia/Kathmandu", "2026-11-21"],
  ["2026-11-20T18:14:59.999Z", "Asia/Kathmandu", "2026-11-20"],
  ["2026-11-21T04:59:00.000Z", "America/New_York", "2026-11-20"],
  ["2026-11-21T04:59:00.000Z", "Not/AZone", "2026-11-21"],
])("%s in %s is on %s", (moment, zone, day) => {
  expect(dayIn(new Date(moment), zone)).toBe(day);
});
