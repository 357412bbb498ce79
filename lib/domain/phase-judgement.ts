import { type GateVerdict, gateStatus, judgeGate } from "./gates";
import { nextChangeAt } from "./next-change";
import { type Readiness, readinessOf } from "./readiness";
import { type Requirement, requirementsOf } from "./requirements";
import type { PhaseSnapshot } from "./snapshot";
import type { GateStatus } from "./words";

/** Everything the rules say about a phase at one moment. */
export interface PhaseJudgement {
  /** every item, then every criterion, as it stands */
  requirements: Requirement[];
  readiness: Readiness;
  gate: GateVerdict;
  status: GateStatus;
  /** until just before it all of this holds, if nobody changes anything; null: for ever */
  validUntil: Date | null;
}

/** Readiness, gate and status of a phase together, at the price of judging its criteria once. */
export function judgePhase(snapshot: PhaseSnapshot, now: Date): PhaseJudgement {
  const requirements = requirementsOf(snapshot, now);
  const gate = judgeGate(snapshot, now, requirements);
  return {
    requirements,
    readiness: readinessOf(snapshot, now, requirements),
    gate,
    status: gateStatus(snapshot, now, requirements, gate),
    validUntil: nextChangeAt(snapshot, now, requirements),
  };
}
