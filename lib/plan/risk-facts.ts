import { type RiskScale, severityOf as severityOfMatrix } from "@/lib/domain/risks";
import type { RiskSeverity } from "@/lib/domain/words";
import type { Plan } from "@/lib/schemas/plan";
import { severityOfCell } from "./level";

type Risk = Plan["risks"][number];

/** Words or figures for how likely or how bad something is, on the scale of the matrix; null for others and for what is beyond it. */
function scaleOf(text: string): RiskScale | null {
  const found = severityOfCell(text);
  return found === "CRITICAL" ? null : found;
}

/**
 * What a plan says of how bad a risk is. In: the words for likelihood and impact, and the severity said beside them.
 * Out: the severity; likelihood and impact with it unless they would give another one than was said.
 */
export function judgedRisk(
  likelihoodWords: string,
  impactWords: string,
  said: RiskSeverity | null,
): Pick<Risk, "severity" | "likelihood" | "impact"> {
  const likelihood = scaleOf(likelihoodWords);
  const impact = scaleOf(impactWords);
  if (likelihood === null || impact === null)
    return {
      severity: said ?? severityOfCell(impactWords) ?? severityOfCell(likelihoodWords),
      ...(likelihood && { likelihood }),
      ...(impact && { impact }),
    };
  const follows = severityOfMatrix(likelihood, impact);
  return said === null || said === follows ? { severity: follows, likelihood, impact } : { severity: said };
}

/** Fills in what a risk leaves open from another mention of it, as far as that does not change how bad it is. */
export function completeRisk(known: Risk, other: Risk): void {
  known.mitigation ??= other.mitigation;
  if (known.severity === null) {
    known.severity = other.severity;
    known.likelihood ??= other.likelihood;
    known.impact ??= other.impact;
  } else if (known.severity === other.severity && !known.likelihood && !known.impact) {
    known.likelihood = other.likelihood;
    known.impact = other.impact;
  }
}
