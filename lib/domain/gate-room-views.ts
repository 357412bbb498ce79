import type { GateDifferences } from "./gate-differences";
import type { PhaseView } from "./phase-views";
import type { ProjectView } from "./project-views";
import type { WaiverView } from "./waiver-views";
import type { Outcome } from "./words";

/** Something who decides should look at twice. */
export interface IntegrityNote {
  key: string;
  /** one sentence without its full stop */
  text: string;
  /** who and when; null for what is counted over many */
  by: string | null;
  at: string | null;
  href: string | null;
}

/** What became of the gate since it was decided last. */
export interface SinceView extends GateDifferences {
  decisionId: string;
  outcome: Outcome;
  /** number of the review that decision closed; null when it closed none */
  reviewNumber: number | null;
}

export interface GateRoomView {
  project: ProjectView;
  phase: PhaseView;
  notes: IntegrityNote[];
  /** requests to waive an item of this phase that wait for an answer */
  waivers: WaiverView[];
  since: SinceView | null;
  /** the decisions that make sense on this gate now; empty while its turn has not come */
  outcomes: Outcome[];
}
