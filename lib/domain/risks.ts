import type { Blocker } from "./blockers";
import { endOfDay } from "./days";
import type { RiskSnapshot } from "./snapshot";
import { RISK_SEVERITIES, type RiskSeverity, type RiskState } from "./words";

/** How likely a risk is, and how bad it would be. */
export const RISK_SCALE = ["LOW", "MEDIUM", "HIGH"] as const;
export type RiskScale = (typeof RISK_SCALE)[number];

const SEVERITIES: Record<RiskScale, Record<RiskScale, RiskSeverity>> = {
  LOW: { LOW: "LOW", MEDIUM: "LOW", HIGH: "MEDIUM" },
  MEDIUM: { LOW: "LOW", MEDIUM: "MEDIUM", HIGH: "HIGH" },
  HIGH: { LOW: "MEDIUM", MEDIUM: "HIGH", HIGH: "CRITICAL" },
};

/** The severity matrix: likelihood times impact. */
export const severityOf = (likelihood: RiskScale, impact: RiskScale): RiskSeverity =>
  SEVERITIES[likelihood][impact];

/**
 * The severity a risk ends up with: where likelihood and impact are both said it follows from them, else as it was said.
 * @param said null: nobody says it now
 * @returns null when a severity was said that does not follow from what else was said
 */
export function settledSeverity(
  {
    likelihood,
    impact,
    severity,
  }: { likelihood: RiskScale | null; impact: RiskScale | null; severity: RiskSeverity },
  said: RiskSeverity | null,
): RiskSeverity | null {
  if (likelihood === null || impact === null) return said ?? severity;
  const follows = severityOf(likelihood, impact);
  return said === null || said === follows ? follows : null;
}

/** Who accepted a risk accepted it as bad as it was: one that became worse stands open again. */
export const reopensAcceptance = (state: RiskState, from: RiskSeverity, to: RiskSeverity): boolean =>
  state === "ACCEPTED" && RISK_SEVERITIES.indexOf(to) > RISK_SEVERITIES.indexOf(from);

type AcceptedRisk = Pick<RiskSnapshot, "state" | "acceptedUntil">;

/** First moment at which an acceptance holds no longer; null: it holds on, or nobody accepted it. */
export const acceptanceEnds = ({ state, acceptedUntil }: AcceptedRisk): Date | null =>
  state === "ACCEPTED" && acceptedUntil !== null ? endOfDay(acceptedUntil) : null;

/** True for an accepted risk whose acceptance ran out: it stands open again until somebody looks. */
export function isAcceptanceOver(risk: AcceptedRisk, now: Date): boolean {
  const end = acceptanceEnds(risk);
  return end !== null && now >= end;
}

/** A risk holds up every gate while it is high or critical, and open, or accepted no longer (design 2.4). */
export const isBlockingRisk = (risk: AcceptedRisk & Pick<RiskSnapshot, "severity">, now: Date): boolean =>
  (risk.severity === "HIGH" || risk.severity === "CRITICAL") &&
  (risk.state === "OPEN" || isAcceptanceOver(risk, now));

/** What holds up a gate among the risks. */
export function riskBlockers(risks: readonly RiskSnapshot[], now: Date): Blocker[] {
  return risks
    .filter((risk) => isBlockingRisk(risk, now))
    .map((risk) => {
      const named = `${risk.severity === "CRITICAL" ? "critical" : "high"} risk "${risk.title}"`;
      const text = isAcceptanceOver(risk, now)
        ? `The acceptance of the ${named} ended on ${risk.acceptedUntil}.`
        : `The ${named} is open.`;
      return {
        type: "RISK_NOT_ACCEPTED",
        text,
        subjectId: risk.id,
        detail: "Mitigate, accept or close it.",
      };
    });
}
