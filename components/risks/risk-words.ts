import type { Tone } from "@/components/ui/chip";
import type { RiskScale } from "@/lib/domain/risks";
import type { RiskSeverity, RiskState } from "@/lib/domain/words";

export const SEVERITY_WORDS: Record<RiskSeverity, { word: string; tone: Tone }> = {
  LOW: { word: "Low", tone: "plain" },
  MEDIUM: { word: "Medium", tone: "plain" },
  HIGH: { word: "High", tone: "warn" },
  CRITICAL: { word: "Critical", tone: "stop" },
};

export const SCALE_WORDS: Record<RiskScale, string> = { LOW: "Low", MEDIUM: "Medium", HIGH: "High" };

export const RISK_STATE_WORDS: Record<RiskState, { word: string; tone: Tone }> = {
  OPEN: { word: "Open", tone: "plain" },
  MITIGATED: { word: "Mitigated", tone: "go" },
  ACCEPTED: { word: "Accepted", tone: "warn" },
  CLOSED: { word: "Closed", tone: "plain" },
};

/** What a form sets; accepting asks for a manager and a reason. */
export const STATES_TO_SET = ["OPEN", "MITIGATED", "CLOSED"] as const satisfies readonly RiskState[];
