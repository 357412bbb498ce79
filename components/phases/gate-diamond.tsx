import type { GateStatus, PhaseStatus } from "@/lib/domain/words";

export type GateMark =
  | "passed"
  | "conditional"
  | "at-risk"
  | "review-required"
  | "stopped"
  | "in-review"
  | "ready"
  | "blocked"
  | "current"
  | "planned";

interface MarkedGate {
  status: PhaseStatus;
  gateStatus: GateStatus;
  conditional: boolean;
  override: boolean;
}

/** What the diamond on the rail says. A gate one walks to is "current" there; the gate's own page says what blocks it. */
export function gateMarkOf({ status, gateStatus, conditional, override }: MarkedGate): GateMark {
  if (gateStatus === "STOPPED" || status === "STOPPED") return "stopped";
  if (gateStatus === "REVIEW_REQUIRED") return "review-required";
  if (gateStatus === "AT_RISK") return "at-risk";
  if (gateStatus === "PASSED") return conditional || override ? "conditional" : "passed";
  if (gateStatus === "IN_REVIEW") return "in-review";
  if (status !== "ACTIVE") return "planned";
  return gateStatus === "READY" ? "ready" : "current";
}

/**
 * A diamond with a shape for each word, so that the colour only repeats it; rail.css draws both, because lists have
 * hundreds of them. Decoration: the words stand beside it, or are read from the link around it.
 */
export const GateDiamond = ({ mark, large }: { mark: GateMark; large?: boolean }) => (
  <i aria-hidden="true" className={`gate gate-${mark}${large ? " gate-large" : ""}`} />
);
