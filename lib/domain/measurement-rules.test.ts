import { describe, expect, it } from "vitest";
import { checkMeasurement } from "./measurement-rules";

const now = new Date("2026-11-21T12:00:00.000Z");
const counted = { comparator: ">=", target: 95 };
const attested = { comparator: null, target: null };
const at = (text: string) => new Date(text);

describe("checkMeasurement", () => {
  it.each([
    ["a number now", counted, 97.2, now],
    ["a negative number", counted, -3, now],
    ["an attestation that it holds", attested, 1, now],
    ["an attestation that it does not", attested, 0, now],
    ["a clock five minutes ahead", counted, 97, at("2026-11-21T12:05:00.000Z")],
    ["almost five years ago", counted, 97, at("2021-11-23T12:00:00.000Z")],
  ])("takes %s", (_what, criterion, value, measuredAt) => {
    expect(checkMeasurement({ criterion, value, measuredAt, now })).toBeNull();
  });

  it.each([
    ["no number", counted, Number.NaN, now, "value"],
    ["infinity", counted, Number.POSITIVE_INFINITY, now, "value"],
    ["half an attestation", attested, 0.5, now, "value"],
    ["the future", counted, 97, at("2026-11-21T12:05:00.001Z"), "measuredAt"],
    ["long ago", counted, 97, at("2021-11-20T12:00:00.000Z"), "measuredAt"],
    ["no moment", counted, 97, at("never"), "measuredAt"],
  ])("refuses %s", (_what, criterion, value, measuredAt, field) => {
    expect(checkMeasurement({ criterion, value, measuredAt, now })?.field).toBe(field);
  });
});
