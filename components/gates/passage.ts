import { blockersAgainst, isOverridable } from "@/lib/domain/decisions";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { MayView } from "@/lib/domain/project-views";

/** What stands between the reader and letting a gate pass. */
export interface Passage {
  /** how many blockers hold up each of the two outcomes that pass */
  against: { GO: number; CONDITIONAL_GO: number };
  /** why the reader cannot pass over them; null when they can */
  whyNoOverride: string | null;
}

function whyNoOverride(mayOverride: boolean, isOverridable: boolean): string | null {
  if (!isOverridable) return "The earlier gate is decided first: no override changes the order of phases.";
  return mayOverride ? null : "Clear what blocks, or ask an Admin, who may pass over it.";
}

/** By the rule the server enforces; for a server component, because it would bring that rule's hashing to the browser. */
export function passageOf({ gate }: Pick<PhaseView, "gate">, may: Pick<MayView, "override">): Passage {
  return {
    against: {
      GO: blockersAgainst("GO", gate.blockers).length,
      CONDITIONAL_GO: blockersAgainst("CONDITIONAL_GO", gate.blockers).length,
    },
    whyNoOverride: whyNoOverride(may.override, isOverridable(gate.blockers)),
  };
}
