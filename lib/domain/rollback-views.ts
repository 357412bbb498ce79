import type { RehearsalOutcome, RollbackStanding } from "./rollback";

export interface RehearsalView {
  id: string;
  /** "YYYY-MM-DD" */
  rehearsedOn: string;
  outcome: RehearsalOutcome;
  note: string | null;
  by: string | null;
  recordedAt: string;
}

/** The way back from a phase. */
export interface RollbackView {
  phaseId: string;
  /** what starts it */
  triggers: string[];
  /** what is done, in order */
  steps: string[];
  standing: RollbackStanding;
  /** newest first, 20 at most */
  rehearsals: RehearsalView[];
  /** the phase's */
  version: number;
}
