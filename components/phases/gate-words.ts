import type { Tone } from "@/components/ui/chip";
import type { RailPhase } from "@/lib/domain/project-views";
import type { GateStatus } from "@/lib/domain/words";

export const GATE_WORDS: Record<GateStatus, { word: string; tone: Tone }> = {
  BLOCKED: { word: "Blocked", tone: "stop" },
  READY: { word: "Ready", tone: "go" },
  IN_REVIEW: { word: "In review", tone: "brand" },
  PASSED: { word: "Passed", tone: "go" },
  AT_RISK: { word: "At risk", tone: "warn" },
  REVIEW_REQUIRED: { word: "Review required", tone: "stop" },
  STOPPED: { word: "Stopped", tone: "stop" },
};

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** The gate in a chip: the count of what is in the way says more than "Blocked". */
export function gateChipOf(phase: Omit<RailPhase, "id">): { word: string; tone: Tone } {
  if (phase.gateStatus === "BLOCKED" && phase.blockers > 0)
    return { word: countOf(phase.blockers, "blocker"), tone: "stop" };
  if (phase.gateStatus === "PASSED" && phase.override) return { word: "Passed by override", tone: "warn" };
  if (phase.gateStatus === "PASSED" && phase.conditional)
    return { word: "Passed with conditions", tone: "warn" };
  return GATE_WORDS[phase.gateStatus];
}

/** One phase of the rail as a sentence, for those who do not see it. */
export function phaseSentence(phase: Omit<RailPhase, "id">): string {
  const score = phase.score === null ? "not scored" : `readiness ${phase.score}`;
  const standing =
    phase.status === "PLANNED" && phase.gateStatus === "BLOCKED"
      ? "planned"
      : `gate ${gateChipOf(phase).word.toLowerCase()}`;
  const active = phase.status === "ACTIVE" ? "active, " : "";
  return `${phase.name}: ${active}${standing}, ${score}`;
}
