import { isDecided } from "./phase-order";
import type { GateStatus, Outcome, PhaseStatus } from "./words";

/** What is looked at to tell which decisions make sense on a gate now. */
export interface GateStanding {
  status: PhaseStatus;
  gateStatus: GateStatus;
  hasReview: boolean;
  /** a decision is in force */
  isDecided: boolean;
  isLastPhase: boolean;
  /** the first phase whose gate is not decided is another, earlier one */
  isAhead: boolean;
  soleMember: boolean;
}

/**
 * The outcomes a form offers (design 2.4); what it offers may still be refused by what blocks the gate, and checkDecision
 * has the last word. Without a review nothing passes, unless one person is alone; a passed gate that holds can only be
 * taken back; a stopped phase can only be sent back to be worked again.
 */
export function openOutcomes(gate: GateStanding): Outcome[] {
  if (gate.isAhead) return [];
  if (gate.status === "STOPPED") return ["RECYCLE"];
  const passing: Outcome[] = gate.isLastPhase ? ["GO"] : ["GO", "CONDITIONAL_GO"];
  const leaving: Outcome[] = ["RECYCLE", "STOP"];
  if (gate.hasReview) return [...passing, "HOLD", ...leaving];
  const holds = gate.status === "PASSED" && gate.gateStatus === "PASSED";
  if (gate.soleMember && !holds) return [...passing, "HOLD", ...leaving];
  return gate.isDecided ? leaving : ["HOLD", ...leaving];
}

/** True for a phase whose turn has not come: an earlier gate is not decided. */
export function isAheadOf(phases: { id: string; status: PhaseStatus }[], id: string): boolean {
  const worked = phases.find((phase) => !isDecided(phase));
  const phase = phases.find((each) => each.id === id);
  return worked !== undefined && phase !== undefined && phase.status === "PLANNED" && worked.id !== id;
}
