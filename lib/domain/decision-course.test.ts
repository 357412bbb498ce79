import { describe, expect, it } from "vitest";
import { courseOf } from "./decision-course";
import type { Outcome, PhaseStatus } from "./words";

const [A, P, D, S]: PhaseStatus[] = ["ACTIVE", "PLANNED", "PASSED", "STOPPED"];

interface Case {
  before: (PhaseStatus | undefined)[];
  place: number;
  outcome: Outcome;
  to?: number;
  after: (PhaseStatus | undefined)[];
  undone?: number[];
}

describe("what a decision does to the phases", () => {
  it.each<[string, Case]>([
    ["GO opens the next", { before: [A, P, P], place: 0, outcome: "GO", after: [D, A, P] }],
    ["CONDITIONAL_GO too", { before: [D, A, P], place: 1, outcome: "CONDITIONAL_GO", after: [D, D, A] }],
    ["GO on the last leaves none", { before: [D, D, A], place: 2, outcome: "GO", after: [D, D, D] }],
    ["GO again on a passed one", { before: [D, A, P], place: 0, outcome: "GO", after: [D, A, P] }],
    ["HOLD stays", { before: [D, A, P], place: 1, outcome: "HOLD", after: [D, A, P] }],
    ["HOLD on a passed one stays", { before: [D, A, P], place: 0, outcome: "HOLD", after: [D, A, P] }],
    ["STOP", { before: [D, A, P], place: 1, outcome: "STOP", after: [D, S, P] }],
    [
      "RECYCLE to itself",
      { before: [A, P], place: 0, outcome: "RECYCLE", to: 0, after: [A, P], undone: [0, 1] },
    ],
    [
      "RECYCLE to an earlier one",
      {
        before: [D, D, A, P],
        place: 2,
        outcome: "RECYCLE",
        to: 0,
        after: [A, P, P, P],
        undone: [0, 1, 2, 3],
      },
    ],
    [
      "rolling back a passed one",
      { before: [D, D, A], place: 1, outcome: "RECYCLE", to: 1, after: [D, A, P], undone: [1, 2] },
    ],
    [
      "back after a STOP",
      { before: [D, S, P], place: 1, outcome: "RECYCLE", to: 1, after: [D, A, P], undone: [1, 2] },
    ],
  ])("%s", (_, { before, place, outcome, to, after, undone = [] }) => {
    const phases = before.map((status, at) => ({ id: `p${at}`, status: status ?? "PLANNED" }));
    const course = courseOf(phases, `p${place}`, outcome, to === undefined ? null : `p${to}`);
    const changed = new Map(course.statuses.map(({ id, status }) => [id, status]));
    expect(phases.map(({ id, status }) => changed.get(id) ?? status)).toEqual(after);
    expect(course.undone).toEqual(undone.map((at) => `p${at}`));
    expect(
      course.statuses.every(({ id, status }) => phases.find((phase) => phase.id === id)?.status !== status),
    ).toBe(true);
  });
});
