import { describe, expect, it } from "vitest";
import { movePhase, type OrderedPhase, statusesByPlace } from "./phase-order";
import type { PhaseStatus } from "./words";

const phase = (id: string, status: PhaseStatus, inReview = false): OrderedPhase => ({
  id,
  name: id.toUpperCase(),
  status,
  inReview,
});

const project = [phase("a", "PASSED"), phase("b", "ACTIVE"), phase("c", "PLANNED"), phase("d", "PLANNED")];

describe("movePhase", () => {
  it("reorders what is not decided", () => {
    expect(movePhase(project, "d", "c")).toEqual({ ok: true, order: ["a", "b", "d", "c"] });
    expect(movePhase(project, "d", "b")).toEqual({ ok: true, order: ["a", "d", "b", "c"] });
    expect(movePhase(project, "b", null)).toEqual({ ok: true, order: ["a", "c", "d", "b"] });
  });

  it("leaves a decided phase where it is", () => {
    expect(movePhase(project, "a", null)).toEqual({
      ok: false,
      why: "The gate of A was decided; its place stays as it was.",
    });
  });

  it("puts nothing before a decided phase", () => {
    expect(movePhase(project, "c", "a")).toEqual({
      ok: false,
      why: "C cannot stand before A, whose gate was decided.",
    });
  });

  it("accepts the order that stands already, also for a decided phase", () => {
    expect(movePhase(project, "a", "b")).toEqual({ ok: true, order: ["a", "b", "c", "d"] });
  });

  it("keeps the phase under review the one being worked", () => {
    const reviewed = [phase("a", "ACTIVE", true), phase("b", "PLANNED"), phase("c", "PLANNED")];
    expect(movePhase(reviewed, "c", "a")).toEqual({
      ok: false,
      why: "The gate of A is under review. Decide it, or withdraw the review, first.",
    });
    expect(movePhase(reviewed, "c", "b").ok).toBe(true);
  });

  it("says when a phase is gone", () => {
    expect(movePhase(project, "x", null).ok).toBe(false);
    expect(movePhase(project, "c", "x").ok).toBe(false);
  });
});

describe("statusesByPlace", () => {
  it("makes the first undecided phase the one being worked", () => {
    const moved = [phase("a", "PASSED"), phase("c", "PLANNED"), phase("b", "ACTIVE")];
    expect(statusesByPlace(moved)).toEqual([
      { id: "c", status: "ACTIVE" },
      { id: "b", status: "PLANNED" },
    ]);
  });

  it("changes nothing where it is right, where all is passed, and in an empty project", () => {
    expect(statusesByPlace(project)).toEqual([]);
    expect(statusesByPlace([phase("a", "PASSED")])).toEqual([]);
    expect(statusesByPlace([])).toEqual([]);
  });

  it("works nothing after a stop", () => {
    expect(statusesByPlace([phase("a", "STOPPED"), phase("b", "PLANNED")])).toEqual([]);
  });
});
