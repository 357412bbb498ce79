import { describe, expect, it } from "vitest";
import { auditText, type TextEvent } from "./audit-text";

const subjects = new Map([
  ["item", { title: "Restore drill", href: null }],
  ["backups", { title: "Backups", href: null }],
  ["crit", { title: "99.9% uptime", href: null }],
  ["alpha", { title: "Alpha", href: null }],
  ["beta", { title: "Beta", href: null }],
  ["rule", { title: "Security", href: null }],
  ["ben", { title: "Ben", href: null }],
]);

const event = (action: string, rest: Partial<TextEvent> = {}): TextEvent => ({
  action,
  targetType: "item",
  targetId: "item",
  phaseId: null,
  data: {},
  ...rest,
});

const review = { targetType: "review", targetId: "gone", data: { phaseId: "alpha", number: 2 } };
const decision = { targetType: "decision", targetId: "gone" };
const signOff = { targetType: "sign-off", targetId: "gone", phaseId: "alpha", data: { ruleId: "rule" } };
const criterion = { targetType: "criterion", targetId: "crit" };

describe("an event in words", () => {
  it.each<[string, TextEvent]>([
    ["ticked “Restore drill”", event("item.state", { data: { to: "DONE" } })],
    ["reopened “Restore drill”", event("item.state", { data: { to: "OPEN" } })],
    ["set “Restore drill” to not applicable", event("item.state", { data: { to: "NOT_APPLICABLE" } })],
    ...(["requested", "approved", "refused", "withdrawn"] as const).map((verb): [string, TextEvent] => [
      {
        requested: "asked for a waiver of “Restore drill” until 2026-12-20",
        approved: "waived “Restore drill” until 2026-12-20, as Ben asked",
        refused: "refused Ben’s request to waive “Restore drill”",
        withdrawn: "withdrew the request to waive “Restore drill”",
      }[verb],
      event(`item.waiver-${verb}`, {
        data: { requestedById: "ben", expiresAt: "2026-12-20T23:59:59.000Z" },
      }),
    ]),
    [
      "moved “Restore drill” from “Alpha” to “Beta”",
      event("item.moved", { data: { phaseId: { from: "alpha", to: "beta" } } }),
    ],
    ["moved “Restore drill”", event("item.moved", { data: { phaseId: "alpha" } })],
    [
      "moved “Restore drill” out of “Backups”",
      event("item.moved", { data: { phaseId: "alpha", parentId: { from: "backups", to: null } } }),
    ],
    ["archived the item “Restore drill”", event("item.archived")],
    ["archived an item", event("item.archived", { targetId: "gone" })],
    ["commented on “Restore drill”", event("comment.added", { targetType: "comment" })],
    [
      "edited the criterion “99.9% uptime” (target from 99.95 to 99.9, text)",
      event("criterion.edited", {
        ...criterion,
        data: { fields: ["target", "text"], target: { from: 99.95, to: 99.9 } },
      }),
    ],
    ["signed off “Alpha” under “Security”", event("sign-off.signed", signOff)],
    [
      "signed off “Alpha” under “Security” again",
      event("sign-off.signed", { ...signOff, data: { ruleId: "rule", again: true } }),
    ],
    ["withdrew a sign-off of “Alpha” under “Security”", event("sign-off.withdrawn", signOff)],
    ["requested review 2 of “Alpha”", event("review.requested", review)],
    ["closed review 2 of “Alpha” to Hold, because it ran out", event("review.timed-out", review)],
    [
      "decided the gate of “Alpha”: Go, by override",
      event("gate.decided", { ...decision, data: { phaseId: "alpha", outcome: "GO", override: true } }),
    ],
    [
      "decided the gate: Send back to “Alpha”",
      event("gate.decided", { ...decision, data: { outcome: "RECYCLE", toPhaseId: "alpha" } }),
    ],
    [
      "changed the role of “Ben” from Team Member to Team Lead",
      event("member.role-changed", {
        targetType: "member",
        targetId: "ben",
        data: { from: "MEMBER", to: "LEAD" },
      }),
    ],
    [
      "edited the sign-off rule “Security”",
      event("sign-off-rule.edited", { targetType: "sign-off-rule", targetId: "rule" }),
    ],
    ["something new an item", event("item.something-new", { targetId: "gone" })],
    [
      "odd a thing",
      event("odd", { targetType: "thing", targetId: "gone", data: { fields: "all", outcome: 3 } }),
    ],
  ])("%s", (text, given) => {
    expect(auditText(given, subjects)).toBe(text);
  });
});
