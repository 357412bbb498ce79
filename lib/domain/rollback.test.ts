import { describe, expect, it } from "vitest";
import { type Rehearsal, type RollbackStanding, rehearsalRefusal, rollbackStanding } from "./rollback";
import { NOW } from "./sample-snapshots";

const STEPS = ["Switch the flag off"];
const worked: Rehearsal = { rehearsedOn: "2026-03-01", outcome: "WORKED" };
const failed: Rehearsal = { rehearsedOn: "2026-03-01", outcome: "FAILED" };

describe("a rollback plan", () => {
  it.each<[string, string[], Rehearsal | null, string | null, RollbackStanding]>([
    ["has no steps", [], null, null, "NO_PLAN"],
    ["has lost its steps since it was rehearsed", [], worked, "2026-03-05T08:00:00Z", "NO_PLAN"],
    ["was never rehearsed", STEPS, null, "2026-03-05T08:00:00Z", "NEVER_REHEARSED"],
    ["was rehearsed, and never changed", STEPS, worked, null, "REHEARSED"],
    ["was changed before it was rehearsed", STEPS, worked, "2026-02-28T23:59:00Z", "REHEARSED"],
    ["was changed on the day it was rehearsed", STEPS, worked, "2026-03-01T23:59:00Z", "REHEARSED"],
    ["was changed since it was rehearsed", STEPS, worked, "2026-03-02T00:00:00Z", "CHANGED_SINCE"],
    ["did not work when it was rehearsed", STEPS, failed, null, "FAILED"],
    ["did not work, and was changed since", STEPS, failed, "2026-03-02T00:00:00Z", "FAILED"],
  ])("%s", (_, steps, newest, editedAt, expected) => {
    expect(rollbackStanding(steps, newest, editedAt === null ? null : new Date(editedAt))).toBe(expected);
  });
});

describe("a rehearsal", () => {
  it.each<[string, string[], string, boolean]>([
    ["of today", STEPS, "2026-03-10", true],
    ["of a day that has begun east of here", STEPS, "2026-03-11", true],
    ["of a day to come", STEPS, "2026-03-12", false],
    ["of years ago", STEPS, "2020-01-01", true],
    ["without steps", [], "2026-03-10", false],
  ])("%s", (_, steps, day, allowed) => {
    expect(rehearsalRefusal(steps, day, NOW) === null).toBe(allowed);
  });
});
