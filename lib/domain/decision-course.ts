import { isDecided, statusesByPlace } from "./phase-order";
import type { Outcome, PhaseStatus } from "./words";

interface CoursePhase {
  id: string;
  status: PhaseStatus;
}

/** What a decision does to the phases (design 2.4). */
export interface Course {
  /** those whose status changes */
  statuses: { id: string; status: PhaseStatus }[];
  /** phases whose decisions in force no longer stand */
  undone: string[];
}

/**
 * What a decision on a phase's gate does to every phase: GO and CONDITIONAL_GO pass it, so that the next one is worked;
 * HOLD leaves all as it is; STOP stops it; RECYCLE goes back to a phase, and whatever came after that is planned again.
 *
 * @param phases in order
 * @param recycleToId the phase to go back to: this one or an earlier one
 */
export function courseOf(
  phases: CoursePhase[],
  phaseId: string,
  outcome: Outcome,
  recycleToId: string | null,
): Course {
  const backTo = outcome === "RECYCLE" ? phases.findIndex(({ id }) => id === recycleToId) : -1;
  const undone = backTo < 0 ? [] : phases.slice(backTo).map(({ id }) => id);
  const wished = phases.map((phase): CoursePhase => {
    if (undone.includes(phase.id))
      return { id: phase.id, status: isDecided(phase) ? "PLANNED" : phase.status };
    if (phase.id !== phaseId) return phase;
    if (outcome === "GO" || outcome === "CONDITIONAL_GO") return { id: phase.id, status: "PASSED" };
    return outcome === "STOP" ? { id: phase.id, status: "STOPPED" } : phase;
  });
  const byPlace = new Map(statusesByPlace(wished).map(({ id, status }) => [id, status]));
  const after = wished.map(({ id, status }) => ({ id, status: byPlace.get(id) ?? status }));
  const statuses = after.filter(({ id, status }) =>
    phases.some((before) => before.id === id && before.status !== status),
  );
  return { statuses, undone };
}
