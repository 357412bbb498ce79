import type { RootContent } from "mdast";
import { isDay } from "@/lib/domain/days";
import type { PlanPhase } from "@/lib/schemas/plan";
import { labelled } from "./read-item";

/** Facts about a phase that stand as paragraphs below its heading, and their labels. */
export const PHASE_FACTS = {
  audience: "Audience",
  minimumScore: "Minimum score",
  plannedOn: "Planned for",
  overdueSecretsBlock: "Overdue secrets block the gate",
} as const;

function scoreOf(text: string): number | null {
  const score = Number(/^\d{1,3}$/.exec(text)?.[0] ?? Number.NaN);
  return score >= 0 && score <= 100 ? score : null;
}

/** Takes a paragraph as a fact about the phase. Out: whether it was one. */
export function readPhaseFact(phase: PlanPhase, node: RootContent): boolean {
  const audience = labelled(node, PHASE_FACTS.audience);
  const score = labelled(node, PHASE_FACTS.minimumScore);
  const planned = labelled(node, PHASE_FACTS.plannedOn);
  const secrets = labelled(node, PHASE_FACTS.overdueSecretsBlock);
  if (audience !== null) phase.audience = audience;
  else if (score !== null) phase.minimumScore = scoreOf(score);
  else if (planned !== null) phase.plannedOn = isDay(planned) ? planned : null;
  else if (secrets !== null) phase.overdueSecretsBlock = /^yes\b/i.test(secrets);
  else return false;
  return true;
}
