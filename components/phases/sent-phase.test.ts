import { expect, it } from "vitest";
import type { BlockerType } from "@/lib/domain/blockers";
import type { KeyedItemRow } from "@/lib/domain/item-views";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { ProjectView } from "@/lib/domain/project-views";
import { receivePhase, sendPhase } from "./sent-phase";

const ana = { memberId: "m1", name: "Ana", role: "LEAD" as const };

const project: ProjectView = {
  ...{ id: "j1", slug: "berth-desk", name: "Berth desk", description: "", version: 7, archivedAt: null },
  ...{ asksVerification: false, phases: [], reader: ana, people: [ana] },
  may: {
    ...{ work: true, edit: true, waive: false, requestReview: true, decide: false, override: false },
    ...{ administer: false, whyNotDecide: null },
  },
};

const usual: KeyedItemRow = {
  ...{ id: "i1", key: "alpha-1", title: "Rotate the keys", state: "OPEN", level: "SHOULD", area: null },
  ...{ dueOn: null, overdue: false, assignees: [], stateBy: null, stateAt: null, waiverExpiresAt: null },
  ...{ evidence: 0, comments: 0, subItems: [], version: 1 },
};
const busy: KeyedItemRow = {
  ...{ id: "i2", key: "alpha-2", title: "Close the ports", state: "DONE", level: "MUST", area: "Security" },
  ...{ dueOn: "2026-11-01", overdue: true, assignees: [ana], stateBy: "Ana" },
  ...{ stateAt: "2026-11-03T10:00:00.000Z", waiverExpiresAt: "2026-12-01T00:00:00.000Z", evidence: 2 },
  ...{ comments: 1, subItems: [{ id: "i3", title: "Staging", state: "OPEN", version: 2 }], version: 4 },
  ...{ doneByReader: true, waiverAsked: true },
};

const blocker = (type: BlockerType, subjectId: string | null, href: string | null) => ({
  ...{ type, subjectId, href },
  ...{ text: `${type} of ${subjectId}`, detail: null },
});

const phase: PhaseView = {
  ...{ id: "p1", key: "alpha", name: "Alpha", status: "ACTIVE", goals: ["One"], scope: [], audience: "Us" },
  ...{ plannedOn: null, minimumScore: 80, overdueSecretsBlock: false, rollback: [], version: 3 },
  ...{ criteria: [], rules: [], ruleDefinitions: [] },
  sections: [{ id: "s1", title: "Security", version: 1, items: [usual, busy] }],
  readiness: {
    score: 40,
    losses: [
      { id: "i1", kind: "item", title: "Rotate the keys", points: 30 },
      { id: "i3", kind: "item", title: "Staging", points: 20 },
      { id: "c1", kind: "criterion", title: "95% of tests pass", points: 10 },
    ],
    ...{ areas: [], notApplicableShare: 0, trend: [] },
    ...{ itemsDone: 1, itemsTotal: 3, criteriaMet: 0, criteriaTotal: 1 },
  },
  gate: {
    ...{ status: "BLOCKED", ready: false, minimumScore: 80, review: null, isReviewable: false },
    ...{ decision: null, history: [] },
    blockers: [
      blocker("MUST_NOT_SATISFIED", "i2", "/projects/berth-desk/items/i2"),
      blocker("MUST_NOT_SATISFIED", "i4", null),
      blocker("CRITERION_NOT_MET", "c1", "/projects/berth-desk/criteria/c1"),
      { ...blocker("SCORE_UNDER_MINIMUM", null, null), detail: "40 of 80" },
    ],
  },
};

const { sections: keyed, criteria, ruleDefinitions, ...framed } = phase;
const sections = keyed.map((section) => ({
  ...section,
  items: section.items.map(({ key, ...item }) => item),
}));

it("brings a phase to the browser whole, with its items or without them", () => {
  expect(receivePhase(sendPhase({ project, phase }, true))).toEqual({ project, phase: framed, sections });
  expect(receivePhase(sendPhase({ project, phase }, false))).toEqual({
    project,
    phase: framed,
    sections: null,
  });
});

it("says a title and an id once, and nothing that is so of most items", () => {
  const text = sendPhase({ project, phase }, true);
  expect(text.split('"i1"')).toHaveLength(2);
  expect(text).not.toContain("/items/i2");
  expect(text.split("Rotate the keys")).toHaveLength(2);
  expect(text.match(/"waiverExpiresAt"/g)).toHaveLength(1);
});

it("writes a page once for as long as it is the same", () => {
  const page = { project, phase };
  const text = sendPhase(page, true);
  phase.name = "Alpha, told by nobody";
  expect(sendPhase(page, true)).toBe(text);
  expect(sendPhase({ ...page }, true)).not.toBe(text);
  phase.name = "Alpha";
});
