import { describe, expect, it } from "vitest";
import {
  CREDIT_UNIT,
  checkItemState,
  effectiveItemState,
  type ItemStateChange,
  isCleared,
  isSatisfied,
  isSelfApprovedChange,
  itemCredit,
} from "./items";
import { anItem, daysFrom, NOW } from "./sample-snapshots";
import type { ItemState } from "./words";

const subItemsOf = (...states: ItemState[]) =>
  states.map((state, index) => ({ id: `sub-${index}`, title: "Part", state }));

describe("effectiveItemState", () => {
  it.each([
    ["a waiver that lasts", "WAIVED", daysFrom(1), "WAIVED"],
    ["a waiver at its moment of expiry", "WAIVED", NOW, "OPEN"],
    ["a waiver that has expired", "WAIVED", daysFrom(-1), "OPEN"],
    ["a waiver without an expiry", "WAIVED", null, "OPEN"],
    ["any other state, whatever the date", "DONE", daysFrom(-1), "DONE"],
  ] as const)("%s", (_, state, waiverExpiresAt, expected) => {
    expect(effectiveItemState({ state, waiverExpiresAt }, NOW)).toBe(expected);
  });
});

describe("itemCredit", () => {
  it.each([
    ["OPEN", false, 0],
    ["IN_PROGRESS", false, 0],
    ["DONE", false, CREDIT_UNIT],
    ["DONE", true, CREDIT_UNIT / 2],
    ["VERIFIED", false, CREDIT_UNIT],
    ["VERIFIED", true, CREDIT_UNIT],
    ["WAIVED", false, 0],
    ["NOT_APPLICABLE", false, null],
  ] as const)("%s, verification asked: %s", (state, asksVerification, credit) => {
    expect(itemCredit(anItem({ state, waiverExpiresAt: daysFrom(1) }), asksVerification, NOW)).toBe(credit);
  });

  it.each([
    ["one of three ticked", subItemsOf("DONE", "OPEN", "IN_PROGRESS"), false, CREDIT_UNIT / 3],
    ["a not applicable part leaves the fraction", subItemsOf("DONE", "NOT_APPLICABLE"), false, CREDIT_UNIT],
    ["a waived part earns nothing", subItemsOf("VERIFIED", "WAIVED"), false, CREDIT_UNIT / 2],
    ["no applicable part", subItemsOf("NOT_APPLICABLE"), false, 0],
    [
      "at most what a claim earns, while verification is asked",
      subItemsOf("DONE", "DONE"),
      true,
      CREDIT_UNIT / 2,
    ],
    [
      "seventeenths are rounded down to a unit",
      subItemsOf("DONE", ...Array<ItemState>(16).fill("OPEN")),
      false,
      42_395,
    ],
  ])("of an open item with sub-items: %s", (_, subItems, asksVerification, credit) => {
    expect(itemCredit(anItem({ subItems }), asksVerification, NOW)).toBe(credit);
  });
});

describe("satisfied and cleared", () => {
  it.each([
    ["OPEN", false, false, false],
    ["DONE", false, true, true],
    ["DONE", true, false, false],
    ["VERIFIED", true, true, true],
    ["WAIVED", false, false, true],
    ["NOT_APPLICABLE", false, false, true],
  ] as const)("%s, verification asked: %s", (state, asksVerification, satisfied, cleared) => {
    const item = { state, waiverExpiresAt: daysFrom(1) };
    expect(isSatisfied(item, asksVerification, NOW)).toBe(satisfied);
    expect(isCleared(item, asksVerification, NOW)).toBe(cleared);
  });

  it("an open item with every sub-item ticked is not satisfied", () => {
    expect(isSatisfied(anItem({ subItems: subItemsOf("DONE") }), false, NOW)).toBe(false);
  });
});

const change = (with_: Partial<ItemStateChange>): ItemStateChange => ({
  from: "OPEN",
  to: "DONE",
  reason: null,
  actorId: "ann",
  doneById: null,
  soleMember: false,
  ...with_,
});

describe("checkItemState", () => {
  it.each([
    ["ticking", change({}), null],
    ["unticking", change({ from: "DONE", to: "OPEN" }), null],
    ["not applicable without a reason", change({ to: "NOT_APPLICABLE" }), "reason"],
    ["not applicable with a reason", change({ to: "NOT_APPLICABLE", reason: "No such service" }), null],
    ["not applicable again", change({ from: "NOT_APPLICABLE", to: "NOT_APPLICABLE" }), null],
    ["verifying one's own work", change({ from: "DONE", to: "VERIFIED", doneById: "ann" }), "state"],
    ["verifying another's", change({ from: "DONE", to: "VERIFIED", doneById: "bob" }), null],
    ["verifying an imported tick", change({ from: "DONE", to: "VERIFIED" }), null],
    [
      "verifying one's own as the only member",
      change({ from: "DONE", to: "VERIFIED", doneById: "ann", soleMember: true }),
      null,
    ],
    ["verifying what is not done", change({ to: "VERIFIED" }), "state"],
    ["verifying again changes nothing", change({ from: "VERIFIED", to: "VERIFIED", doneById: "ann" }), null],
  ])("%s", (_, wish, field) => {
    expect(checkItemState(wish)?.field ?? null).toBe(field);
  });
});

describe("isSelfApprovedChange", () => {
  it.each([
    [
      "own work as the only member",
      change({ from: "DONE", to: "VERIFIED", doneById: "ann", soleMember: true }),
      true,
    ],
    ["a tick needs no approval", change({ soleMember: true }), false],
    ["among several people", change({ from: "DONE", to: "VERIFIED", doneById: "bob" }), false],
  ])("%s", (_, wish, expected) => {
    expect(isSelfApprovedChange(wish)).toBe(expected);
  });
});
