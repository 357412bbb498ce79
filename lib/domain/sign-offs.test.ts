import { describe, expect, it } from "vitest";
import { requirementHash } from "./requirement-hash";
import {
  aCriterion,
  aMeasurement,
  aMetCriterion,
  anItem,
  aPhase,
  aRule,
  aSignOff,
  daysFrom,
  hoursFrom,
  NOW,
} from "./sample-snapshots";
import { judgeSignOffs, seenOf, stateOfSignOff } from "./sign-off-state";
import { maySign, ruleStanding } from "./sign-offs";
import type { CriterionSnapshot, ItemSnapshot, PhaseSnapshot, SignOffSnapshot } from "./snapshot";

describe("requirementHash", () => {
  it.each<[string, Partial<ItemSnapshot>, boolean]>([
    ["title", { title: "Other" }, true],
    ["acceptance", { acceptance: "It restores in an hour" }, true],
    ["level", { level: "SHOULD" }, true],
    ["state", { state: "DONE" }, false],
    ["area", { area: "Data" }, false],
    ["sub-items", { subItems: [{ id: "s", title: "Part", state: "OPEN" }] }, false],
    ["key", { key: "other" }, false],
  ])("of an item: %s", (_, change, isMaterial) => {
    expect(requirementHash(anItem(change)) !== requirementHash(anItem())).toBe(isMaterial);
  });

  it.each<[string, Partial<CriterionSnapshot>, boolean]>([
    ["text", { text: "Other" }, true],
    ["level", { level: "COULD" }, true],
    ["comparator", { comparator: ">=" }, true],
    ["target", { target: 95 }, true],
    ["unit", { unit: "%" }, true],
    ["window", { window: "30 days" }, true],
    ["contiguous window", { windowHours: 72 }, true],
    ["minimum sample", { minimumSample: 30 }, true],
    ["measurements", { measurements: [aMeasurement(1)] }, false],
    ["area", { area: "Data" }, false],
  ])("of a criterion: %s", (_, change, isMaterial) => {
    expect(requirementHash(aCriterion(change)) !== requirementHash(aCriterion())).toBe(isMaterial);
  });
});

const base = aPhase({
  items: [
    anItem({ id: "done", state: "DONE" }),
    anItem({ id: "open", level: "SHOULD" }),
    anItem({ id: "could", level: "COULD", state: "DONE" }),
    anItem({ id: "outside", state: "NOT_APPLICABLE" }),
    anItem({ id: "waived", state: "WAIVED", waiverExpiresAt: daysFrom(20) }),
  ],
  criteria: [aMetCriterion({ id: "met" })],
});
const signed = aSignOff({ seen: seenOf(base, NOW) });

const withItem = (id: string, change: Partial<ItemSnapshot>): PhaseSnapshot => ({
  ...base,
  items: base.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
});
const withCriterion = (change: Partial<CriterionSnapshot>): PhaseSnapshot => ({
  ...base,
  criteria: base.criteria.map((criterion) => ({ ...criterion, ...change })),
});
const withNew = (item: Partial<ItemSnapshot>): PhaseSnapshot => ({
  ...base,
  items: [...base.items, anItem({ id: "new", ...item })],
});

describe("what a signer sees", () => {
  it("is every applicable MUST and SHOULD", () => {
    expect(signed.seen.map(({ id, satisfied, waived }) => [id, satisfied, waived])).toEqual([
      ["done", true, false],
      ["open", false, false],
      ["waived", false, true],
      ["met", true, false],
    ]);
  });
});

describe("stateOfSignOff", () => {
  it.each<[string, PhaseSnapshot, [string, string][]]>([
    ["nothing changed", base, []],
    ["a MUST was added", withNew({}), [["new", "added"]]],
    ["a SHOULD was added", withNew({ level: "SHOULD" }), [["new", "added"]]],
    ["a COULD was added", withNew({ level: "COULD" }), []],
    ["removed", { ...base, items: base.items.slice(1) }, [["done", "removed"]]],
    ["set not applicable", withItem("done", { state: "NOT_APPLICABLE" }), [["done", "removed"]]],
    ["applicable again", withItem("outside", { state: "DONE" }), [["outside", "added"]]],
    ["title redefined", withItem("open", { title: "Less" }), [["open", "redefined"]]],
    ["level lowered out of sight", withItem("open", { level: "COULD" }), [["open", "redefined"]]],
    ["target redefined", withCriterion({ comparator: ">=", target: 1 }), [["met", "redefined"]]],
    ["waived", withItem("done", { state: "WAIVED", waiverExpiresAt: daysFrom(1) }), [["done", "waived"]]],
    ["the waiver seen is no news", withItem("waived", { waiverExpiresAt: daysFrom(80) }), []],
    ["unticked", withItem("done", { state: "OPEN" }), [["done", "no longer satisfied"]]],
    [
      "a criterion fails",
      withCriterion({ measurements: [aMeasurement(0)] }),
      [["met", "no longer satisfied"]],
    ],
    [
      "a criterion goes stale",
      withCriterion({ measurements: [aMeasurement(1, { measuredAt: daysFrom(-31) })] }),
      [["met", "no longer satisfied"]],
    ],
    ["improved", withItem("open", { state: "DONE" }), []],
    ["a waived item was done", withItem("waived", { state: "DONE" }), []],
    ["another area and key", withItem("open", { area: "Data", key: "k" }), []],
    ["a part was added", withItem("open", { subItems: [{ id: "s", title: "Part", state: "OPEN" }] }), []],
  ])("%s", (_, phase, changes) => {
    const standing = stateOfSignOff(signed, phase, NOW);
    expect(standing.changes.map(({ id, change }) => [id, change])).toEqual(changes);
    expect(standing.state).toBe(changes.length > 0 ? "STALE" : "VALID");
  });

  it("stays withdrawn or refused whatever changes", () => {
    const withdrawn = { ...signed, withdrawnAt: NOW };
    expect(stateOfSignOff(withdrawn, withNew({}), NOW)).toEqual({ state: "WITHDRAWN", changes: [] });
    expect(stateOfSignOff({ ...signed, decision: "REFUSED" }, withNew({}), NOW).state).toBe("REFUSED");
  });
});

const by = (memberId: string, with_: Partial<SignOffSnapshot> = {}) =>
  aSignOff({ id: `${memberId}-${with_.ruleId ?? "rule-1"}-${with_.at?.getTime() ?? 0}`, memberId, ...with_ });
const standing = (signOffs: SignOffSnapshot[], rule = aRule({ minimum: 2 }), soleMember = false) => {
  const { approved, stale, refused, missing, fulfilled } = ruleStanding(
    rule,
    judgeSignOffs(aPhase({ signOffs }), NOW),
    soleMember,
  );
  return [approved.length, stale.length, refused.length, missing, fulfilled];
};
const seenGone = [{ id: "gone", hash: "", satisfied: true, waived: false, title: "Gone" }];

describe("ruleStanding", () => {
  it.each<[string, SignOffSnapshot[], ReturnType<typeof standing>]>([
    ["nobody", [], [0, 0, 0, 2, false]],
    ["two people", [by("a"), by("b")], [2, 0, 0, 0, true]],
    ["one person twice counts once", [by("a"), by("a", { at: hoursFrom(-1) })], [1, 0, 0, 1, false]],
    ["a stale one must sign again", [by("a"), by("b", { seen: seenGone })], [1, 1, 0, 0, false]],
    [
      "a refusal blocks although enough approve",
      [by("a"), by("b"), by("c", { decision: "REFUSED" })],
      [2, 0, 1, 0, false],
    ],
    [
      "an approval replaces one's refusal",
      [by("a", { decision: "REFUSED" }), by("a", { at: hoursFrom(-1) }), by("b")],
      [2, 0, 0, 0, true],
    ],
    [
      "withdrawing does not bring the older back",
      [by("a"), by("a", { at: hoursFrom(-1), withdrawnAt: NOW }), by("b")],
      [1, 0, 0, 1, false],
    ],
    [
      "who signed under another rule first counts there",
      [by("a", { ruleId: "rule-2", at: hoursFrom(-5) }), by("a"), by("b")],
      [1, 0, 0, 1, false],
    ],
    [
      "a withdrawn approval elsewhere is no matter",
      [by("a", { ruleId: "rule-2", at: hoursFrom(-5), withdrawnAt: NOW }), by("a"), by("b")],
      [2, 0, 0, 0, true],
    ],
  ])("%s", (_, signOffs, expected) => {
    expect(standing(signOffs)).toEqual(expected);
  });

  it("counts nobody whom the rule does not name", () => {
    expect(standing([by("a"), by("b")], aRule({ memberIds: ["a"] }))).toEqual([1, 0, 0, 0, true]);
  });

  it("lets the only member fill every rule", () => {
    const both = [by("a", { ruleId: "rule-2", at: hoursFrom(-5) }), by("a")];
    expect(standing(both, aRule(), true)).toEqual([1, 0, 0, 0, true]);
  });
});

describe("maySign", () => {
  const lead = { id: "a", role: "LEAD" } as const;
  const elsewhere = by("a", { ruleId: "rule-2" });
  it.each([
    ["a lead under an open rule", aRule(), lead, [], false, "ok"],
    ["a member under an open rule", aRule(), { id: "a", role: "MEMBER" }, [], false, "FORBIDDEN"],
    ["a member who is named", aRule({ memberIds: ["a"] }), { id: "a", role: "MEMBER" }, [], false, "ok"],
    [
      "a viewer who is named",
      aRule({ memberIds: ["a"] }),
      { id: "a", role: "VIEWER" },
      [],
      false,
      "FORBIDDEN",
    ],
    [
      "an admin who is not named",
      aRule({ memberIds: ["b"] }),
      { id: "a", role: "ADMIN" },
      [],
      false,
      "FORBIDDEN",
    ],
    ["signing again", aRule(), lead, [by("a")], false, "ok"],
    ["who filled another rule", aRule(), lead, [elsewhere], false, "RULE"],
    ["who withdrew from another rule", aRule(), lead, [{ ...elsewhere, withdrawnAt: NOW }], false, "ok"],
    ["the only member who filled another rule", aRule(), lead, [elsewhere], true, "ok"],
  ] as const)("%s", (_, rule, member, existing, soleMember, expected) => {
    const answer = maySign(rule, member, [...existing], soleMember);
    expect(answer.ok ? "ok" : answer.code).toBe(expected);
  });
});
