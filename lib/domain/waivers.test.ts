import { describe, expect, it } from "vitest";
import { daysFrom, NOW } from "./sample-snapshots";
import {
  checkWaiverApproval,
  checkWaiverRequest,
  isSelfApprovedWaiver,
  isWaitingWaiver,
  isWaivedUntil,
  type WaiverAnswer,
  type WaiverRequest,
} from "./waivers";
import type { ItemState } from "./words";

const item = (state: ItemState = "OPEN", waiverExpiresAt: Date | null = null) => ({ state, waiverExpiresAt });

const request = (with_: Partial<WaiverRequest> = {}): WaiverRequest => ({
  item: item(),
  reason: "The vendor ships it in May",
  expiresAt: daysFrom(90),
  now: NOW,
  ...with_,
});

describe("checkWaiverRequest", () => {
  it.each([
    ["90 days with a reason", request(), null],
    ["of an item in progress", request({ item: item("IN_PROGRESS") }), null],
    ["of a waived item, for longer", request({ item: item("WAIVED", daysFrom(3)) }), null],
    ["of a waived item, too far", request({ item: item("WAIVED"), expiresAt: daysFrom(91) }), "expiresAt"],
    ["of an item that is done", request({ item: item("DONE") }), "state"],
    ["of a verified item", request({ item: item("VERIFIED") }), "state"],
    ["of an item that does not apply", request({ item: item("NOT_APPLICABLE") }), "state"],
    ["without a reason", request({ reason: null }), "reason"],
    ["with an empty reason", request({ reason: "  " }), "reason"],
    ["without an expiry, so for as long as may be", request({ expiresAt: null }), null],
    ["that has expired", request({ expiresAt: NOW }), "expiresAt"],
    ["a moment over 90 days", request({ expiresAt: new Date(daysFrom(90).getTime() + 1) }), "expiresAt"],
  ])("%s", (_, wish, field) => {
    const verdict = checkWaiverRequest(wish);
    expect(verdict.ok ? null : verdict.field).toBe(field);
  });

  it("lasts 90 days unless it says otherwise", () => {
    expect(checkWaiverRequest(request({ expiresAt: null }))).toMatchObject({ expiresAt: daysFrom(90) });
  });
});

const answer = (with_: Partial<WaiverAnswer> = {}): WaiverAnswer => ({
  item: item(),
  requestedById: "ann",
  expiresAt: daysFrom(30),
  actorId: "max",
  soleMember: false,
  now: NOW,
  ...with_,
});

describe("checkWaiverApproval", () => {
  it.each([
    ["another person's request", answer(), null],
    ["of an item that is waived, for longer", answer({ item: item("WAIVED", daysFrom(1)) }), null],
    ["one's own request", answer({ actorId: "ann" }), "state"],
    ["one's own as the only member", answer({ actorId: "ann", soleMember: true }), null],
    ["of an item done meanwhile", answer({ item: item("DONE") }), "state"],
    ["a request whose time is over", answer({ expiresAt: NOW }), "expiresAt"],
  ])("%s", (_, wish, field) => {
    expect(checkWaiverApproval(wish)?.field ?? null).toBe(field);
  });

  it("is stamped where who asked also approved", () => {
    expect(isSelfApprovedWaiver(answer({ actorId: "ann", soleMember: true }))).toBe(true);
    expect(isSelfApprovedWaiver(answer())).toBe(false);
  });
});

describe("isWaitingWaiver", () => {
  it.each([
    ["asked for", "PENDING", daysFrom(1), "OPEN", true],
    ["asked for, to last longer", "PENDING", daysFrom(9), "WAIVED", true],
    ["asked for until now", "PENDING", NOW, "OPEN", false],
    ["asked for, and done meanwhile", "PENDING", daysFrom(1), "DONE", false],
    ["approved", "APPROVED", daysFrom(1), "WAIVED", false],
    ["refused", "REFUSED", daysFrom(1), "OPEN", false],
    ["withdrawn", "WITHDRAWN", daysFrom(1), "OPEN", false],
  ] as const)("%s", (_, state, expiresAt, itemState, expected) => {
    expect(isWaitingWaiver({ state, expiresAt }, item(itemState), NOW)).toBe(expected);
  });
});

describe("isWaivedUntil", () => {
  it.each([
    ["the same moment", item("WAIVED", daysFrom(5)), daysFrom(5), true],
    ["no moment named", item("WAIVED", daysFrom(5)), null, true],
    ["another moment", item("WAIVED", daysFrom(5)), daysFrom(6), false],
    ["a waiver that has lapsed", item("WAIVED", daysFrom(-1)), null, false],
    ["no waiver", item("OPEN"), null, false],
  ])("%s", (_, waived, expiresAt, expected) => {
    expect(isWaivedUntil(waived, expiresAt, NOW)).toBe(expected);
  });
});
