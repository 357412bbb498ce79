import { describe, expect, it } from "vitest";
import { judgeGate } from "./gates";
import { nextChangeAt } from "./next-change";
import { aPhase, aReview, NOW } from "./sample-snapshots";
import { type RotationState, rotationOf, secretBlockers } from "./secrets";
import type { SecretSnapshot } from "./snapshot";

// NOW is 2026-03-10, noon.

describe("rotation", () => {
  it.each<[string, number | null, string | null, RotationState, string | null]>([
    ["asks for none", null, "2020-01-01", "NONE", null],
    ["was never recorded", 90, null, "NEVER", null],
    ["was today", 90, "2026-03-10", "IN_TIME", "2026-06-08"],
    ["is in its last fifth", 30, "2026-02-12", "DUE_SOON", "2026-03-14"],
    ["is due today", 30, "2026-02-08", "DUE_SOON", "2026-03-10"],
    ["was due yesterday", 30, "2026-02-07", "OVERDUE", "2026-03-09"],
    ["is due every day", 1, "2026-03-09", "IN_TIME", "2026-03-10"],
  ])("%s", (_, rotationDays, lastRotatedOn, state, dueOn) => {
    expect(rotationOf({ rotationDays, lastRotatedOn }, NOW)).toEqual({ state, dueOn });
  });
});

const secret = (with_: Partial<SecretSnapshot> = {}): SecretSnapshot => ({
  id: "secret-1",
  name: "Mail key",
  rotationDays: 30,
  lastRotatedOn: "2026-02-07",
  ...with_,
});

describe("a gate", () => {
  it("asks for nothing unless its policy does", () => {
    expect(secretBlockers([secret()], {}, NOW)).toEqual([]);
    expect(secretBlockers([secret()], { overdueSecretsBlock: false }, NOW)).toEqual([]);
  });

  it.each<[string, Partial<SecretSnapshot>, string | null]>([
    ["overdue", {}, 'The secret "Mail key" was due for rotation on 2026-03-09.'],
    ["never recorded", { lastRotatedOn: null }, 'No rotation of the secret "Mail key" was ever recorded.'],
    ["due today", { lastRotatedOn: "2026-02-08" }, null],
    ["without rotation", { rotationDays: null, lastRotatedOn: null }, null],
  ])("that asks is told of a secret that is %s", (_, with_, text) => {
    const found = secretBlockers([secret(with_)], { overdueSecretsBlock: true }, NOW);
    expect(found.map((blocker) => blocker.text)).toEqual(text === null ? [] : [text]);
  });

  it("is judged by the policy frozen into its review, and judged anew when a secret becomes overdue", () => {
    const policy = { minimumScore: 0, signOffRules: [], fourEyes: false, overdueSecretsBlock: true };
    const types = (phase: Parameters<typeof judgeGate>[0]) =>
      judgeGate(phase, NOW).blockers.map(({ type }) => type);
    expect(types(aPhase({ policy, secrets: [secret()] }))).toEqual(["SECRET_OVERDUE"]);
    const review = aReview({ policy: { ...policy, overdueSecretsBlock: false } });
    expect(types(aPhase({ policy, review, secrets: [secret()] }))).toEqual([]);
    const due = aPhase({ policy, secrets: [secret({ lastRotatedOn: "2026-02-08" })] });
    expect(nextChangeAt(due, NOW)?.toISOString()).toBe("2026-03-11T00:00:00.000Z");
  });
});
