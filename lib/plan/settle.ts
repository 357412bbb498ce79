import type { Plan } from "@/lib/schemas/plan";
import { type Draft, finishPhase } from "./draft";

/** The one phase of a plan that names none. */
export const DEFAULT_PHASE = "Launch";
/** Holds what stands outside every phase, so that nothing to do is lost. */
export const OUTSIDE_PHASE = "General";

/** Moves what was said about the whole project to where it counts, and settles what stands outside the phases. */
export function settle(draft: Draft): Pick<Plan, "phases" | "criteria"> {
  const { outside, phases } = draft;
  const last = phases.at(-1);
  if (!last) {
    draft.notes.push({
      line: 0,
      text: `No phases were found, so everything is in one phase, “${DEFAULT_PHASE}”.`,
    });
    return { phases: [finishPhase({ ...outside, name: DEFAULT_PHASE })], criteria: [] };
  }
  for (const phase of phases) {
    if (phase.rollback.length + phase.triggers.length > 0) continue;
    phase.rollback.push(...outside.rollback);
    phase.triggers.push(...outside.triggers);
  }
  if (outside.rollback.length + outside.triggers.length > 0)
    draft.notes.push({
      line: 0,
      text: "The rollback plan of the whole project was given to every phase that has none of its own.",
    });
  const first = phases[0] ?? last;
  if (outside.goals.length + outside.scope.length > 0) {
    first.goals.push(...outside.goals);
    first.scope.push(...outside.scope);
    draft.notes.push({
      line: 0,
      text: `Goals and scope that stand outside every phase were given to the first one, “${first.name}”.`,
    });
  }
  if (outside.signOffRules.length > 0) {
    last.signOffRules.push(...outside.signOffRules);
    draft.notes.push({
      line: 0,
      text: `Sign-offs of the whole project were given to the last phase, “${last.name}”.`,
    });
  }
  const result = phases.map(finishPhase);
  const rest = finishPhase({
    ...outside,
    name: OUTSIDE_PHASE,
    criteria: [],
    signOffRules: [],
    rollback: [],
    triggers: [],
    goals: [],
    scope: [],
  });
  if (rest.sections.length > 0) {
    result.push(rest);
    draft.notes.push({
      line: 0,
      text: `Items that stand outside every phase are in a phase of their own, “${OUTSIDE_PHASE}”.`,
    });
  }
  return { phases: result, criteria: outside.criteria };
}
