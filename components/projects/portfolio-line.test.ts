import { expect, it } from "vitest";
import type { PortfolioView, RailPhase } from "@/lib/domain/project-views";
import { receiveLines, sendLines } from "./portfolio-line";

const planned: RailPhase = {
  ...{
    id: "p1",
    key: "beta",
    name: "Beta",
    status: "PLANNED",
    gateStatus: "BLOCKED",
    score: null,
    blockers: 2,
  },
  ...{ conditional: false, override: false, plannedOn: null, passedAt: null },
};
const passed: RailPhase = {
  ...{
    id: "p0",
    key: "alpha",
    name: "Alpha",
    status: "PASSED",
    gateStatus: "PASSED",
    score: 91,
    blockers: 0,
  },
  ...{ conditional: true, override: true, plannedOn: "2026-11-01", passedAt: "2026-11-02T10:00:00.000Z" },
};

it("brings every field of a line to the browser, usual or not, without the ids nobody asks for", () => {
  const line = {
    ...{ slug: "berth-desk", name: "Berth desk", trend: [12, 40], itemsDone: 3, itemsTotal: 9 },
    ...{ waitsForMe: ["waiver" as const], updatedAt: "2026-11-03T10:00:00.000Z" },
  };
  const portfolio: PortfolioView = {
    projects: [{ id: "j1", ...line, phases: [passed, planned], activePhase: planned }],
    nextCursor: null,
    summary: {
      ...{ gatesWaitingForMe: 0, blockersOnActivePhases: 0, myItemsDueThisWeek: 0 },
      measurementsGoingStale: 0,
    },
  };
  const [alpha, beta] = [passed, planned].map(({ id, ...phase }) => phase);
  expect(receiveLines(sendLines(portfolio))).toEqual([{ ...line, phases: [alpha, beta] }]);
  expect(sendLines(portfolio)).not.toMatch(/j1|"p1"|PLANNED/);
});
