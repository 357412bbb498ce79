import type { PhaseStatus } from "./words";

/** The phase being worked: the first that is not passed; null when all are, or when the project was stopped. */
export const activePhaseOf = <Phase extends { status: PhaseStatus }>(phases: Phase[]): Phase | null =>
  phases.some(({ status }) => status === "STOPPED")
    ? null
    : (phases.find(({ status }) => status !== "PASSED") ?? null);
