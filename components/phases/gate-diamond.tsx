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

/* A shape for each word, so that the colour only repeats it. */
const GLYPHS: Partial<Record<GateMark, string>> = {
  passed: "m7.4 10.2 1.9 1.9 3.5-4",
  conditional: "M7.4 10h5.2",
  "at-risk": "M10 6.9v3.7M10 12.9v.1",
  "review-required": "M10 6.9v3.7M10 12.9v.1",
  stopped: "m8 8 4 4M12 8l-4 4",
  "in-review": "M10 10v.01",
};

/** Decoration: the words stand beside it, or are read from the link around it. */
export function GateDiamond({ mark, size = 16 }: { mark: GateMark; size?: number }) {
  const glyph = GLYPHS[mark];
  return (
    <svg aria-hidden="true" className={`gate gate-${mark}`} width={size} height={size} viewBox="0 0 20 20">
      <rect x="4" y="4" width="12" height="12" rx="2.6" transform="rotate(45 10 10)" />
      {glyph && <path d={glyph} />}
    </svg>
  );
}
