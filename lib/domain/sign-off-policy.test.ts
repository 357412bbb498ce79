import { describe, expect, it } from "vitest";
import { isEligible, missingSigners, type Signer } from "./sign-off-policy";
import type { SignOffRuleSnapshot } from "./snapshot";

const rule = (change: Partial<SignOffRuleSnapshot> = {}): SignOffRuleSnapshot => ({
  id: "r",
  name: "Engineering",
  minimum: 1,
  memberIds: [],
  minimumRole: "LEAD",
  ...change,
});

const ana: Signer = { id: "ana", role: "MANAGER" };
const ben: Signer = { id: "ben", role: "LEAD" };
const chidi: Signer = { id: "chidi", role: "MEMBER" };
const vera: Signer = { id: "vera", role: "VIEWER" };

describe("who a rule lets sign", () => {
  it.each([
    [rule(), ben, true],
    [rule(), chidi, false],
    [rule({ memberIds: ["chidi"] }), chidi, true],
    [rule({ memberIds: ["chidi"] }), ben, false],
    [rule({ memberIds: ["vera"] }), vera, false],
    [rule({ minimumRole: "MEMBER" }), chidi, true],
  ])("case %#", (given, person, eligible) => {
    expect(isEligible(given, person)).toBe(eligible);
  });
});

describe("signatures nobody could give", () => {
  const people = [ana, ben, chidi, vera];
  it.each([
    ["no rule", [], 0],
    ["one rule, two leads", [rule()], 0],
    ["as many as there are", [rule({ minimum: 2 })], 0],
    ["one too many", [rule({ minimum: 3 })], 1],
    ["a viewer is named alone", [rule({ memberIds: ["vera"] })], 1],
    ["a stranger is named alone", [rule({ memberIds: ["nobody"] })], 1],
    ["two rules share two people", [rule(), rule({ memberIds: ["ben"] })], 0],
    [
      "the wide rule comes first and gives way",
      [rule({ memberIds: ["ana", "ben"] }), rule({ memberIds: ["ana"] })],
      0,
    ],
    ["two rules name the same one person", [rule({ memberIds: ["ben"] }), rule({ memberIds: ["ben"] })], 1],
    ["three rules for two leads", [rule(), rule(), rule()], 1],
  ])("%s", (_, rules, missing) => {
    expect(missingSigners(rules, people, false)).toBe(missing);
  });

  it("lets the only member fill every rule, but not one rule twice", () => {
    expect(missingSigners([rule(), rule(), rule()], [ana], true)).toBe(0);
    expect(missingSigners([rule({ minimum: 2 })], [ana], true)).toBe(1);
  });
});
