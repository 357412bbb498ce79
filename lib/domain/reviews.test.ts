import { expect, it } from "vitest";
import { whyNoReview } from "./reviews";
import type { ReviewSnapshot } from "./snapshot";
import type { GateStatus, PhaseStatus } from "./words";

const NOW = new Date("2026-11-21T09:00:00Z");
const later = new Date("2026-11-22T09:00:00Z");

const phasesOf = (...statuses: PhaseStatus[]) =>
  statuses.map((status, place) => ({ id: `p${place}`, name: `Phase ${place}`, status }));

const running: ReviewSnapshot = {
  id: "r",
  requestedById: "ana",
  requestedAt: NOW,
  expiresAt: later,
  policy: { minimumScore: 80, signOffRules: [], fourEyes: false },
};

interface Case {
  statuses: PhaseStatus[];
  place: number;
  status: GateStatus;
  review?: ReviewSnapshot | null;
  why: RegExp | null;
}

it.each<[string, Case]>([
  ["the active phase", { statuses: ["ACTIVE", "PLANNED"], place: 0, status: "BLOCKED", why: null }],
  ["an earlier one not passed", { statuses: ["PLANNED", "ACTIVE"], place: 0, status: "BLOCKED", why: null }],
  ["a later one", { statuses: ["ACTIVE", "PLANNED"], place: 1, status: "BLOCKED", why: /comes first/ }],
  [
    "a passed one that holds",
    { statuses: ["PASSED", "ACTIVE"], place: 0, status: "PASSED", why: /still holds/ },
  ],
  ["a passed one at risk", { statuses: ["PASSED", "ACTIVE"], place: 0, status: "AT_RISK", why: null }],
  [
    "a passed one past grace",
    { statuses: ["PASSED", "ACTIVE"], place: 0, status: "REVIEW_REQUIRED", why: null },
  ],
  ["a stopped one", { statuses: ["STOPPED"], place: 0, status: "STOPPED", why: /was stopped/ }],
  [
    "one after a stopped one",
    { statuses: ["STOPPED", "PLANNED"], place: 1, status: "BLOCKED", why: /was stopped/ },
  ],
  [
    "one with a running review",
    { statuses: ["ACTIVE"], place: 0, status: "IN_REVIEW", review: running, why: /running/ },
  ],
  [
    "one whose review ran out this second",
    { statuses: ["ACTIVE"], place: 0, status: "READY", review: { ...running, expiresAt: NOW }, why: null },
  ],
])("%s", (_, { statuses, place, status, review = null, why }) => {
  const phases = phasesOf(...statuses);
  const phase = phases[place];
  if (!phase) throw new Error("the case names a phase that is not there");
  const sentence = whyNoReview(phases, { ...phase, review }, status, NOW);
  if (why) expect(sentence).toMatch(why);
  else expect(sentence).toBeNull();
});
