import type { Tone } from "@/components/ui/chip";
import type { RiskSeverity, RiskState } from "@/lib/domain/words";

export const SEVERITY_WORDS: Record<RiskSeverity, string> = {
  LOW: "Low",
  MEDIUM: "Medium",
  HIGH: "High",
  CRITICAL: "Critical",
};

export const RISK_STATE_WORDS: Record<RiskState, { word: string; tone: Tone }> = {
  OPEN: { word: "Open", tone: "plain" },
  MITIGATED: { word: "Mitigated", tone: "go" },
  ACCEPTED: { word: "Accepted", tone: "warn" },
  CLOSED: { word: "Closed", tone: "plain" },
};

/** What a form sets; accepting asks for a manager and a reason. */
export const STATES_TO_SET = ["OPEN", "MITIGATED", "CLOSED"] as const satisfies readonly RiskState[];
