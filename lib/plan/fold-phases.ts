import { groupBy } from "@/lib/domain/group-by";
import { type Corrections, type FoundPhase, ROLLOUT_PHASES } from "@/lib/domain/plan-corrections";
import type { PlanPhase } from "@/lib/schemas/plan";
import { phaseMark } from "./phase-words";
import { fitTitle } from "./plain-text";
import { CHECKLIST } from "./walk";

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
const latest = <T extends string | number>(list: readonly (T | null | undefined)[]): T | null =>
  list.reduce<T | null>(
    (last, value) => (value != null && (last === null || value > last) ? value : last),
    null,
  );

/** A section under the name of the phase it came from, unless that is the name of the whole. */
function sectionTitle(whole: string, phase: string, section: string): string {
  if (phase === whole) return section;
  return fitTitle(section === CHECKLIST ? phase : `${phase}: ${section}`).title;
}

/** Several phases as one: everything in their order, each section under the name of its phase, what stands twice once. */
function join(name: string, phases: readonly PlanPhase[]): PlanPhase {
  const rules = groupBy(
    phases.flatMap((phase) => phase.signOffRules),
    (rule) => rule.name.toLowerCase(),
  );
  const audience = unique(phases.flatMap((phase) => phase.audience?.trim() || [])).join("\n");
  const triggers = unique(phases.flatMap((phase) => phase.rollbackTriggers ?? []));
  const minimumScore = latest(phases.map((phase) => phase.minimumScore));
  const plannedOn = latest(phases.map((phase) => phase.plannedOn));
  return {
    name,
    ...(audience !== "" && { audience }),
    ...(minimumScore !== null && { minimumScore }),
    ...(plannedOn !== null && { plannedOn }),
    ...(phases.some((phase) => phase.overdueSecretsBlock) && { overdueSecretsBlock: true }),
    goals: unique(phases.flatMap((phase) => phase.goals)),
    scope: unique(phases.flatMap((phase) => phase.scope)),
    sections: phases.flatMap((phase) =>
      phase.sections.map(({ title, items }) => ({ title: sectionTitle(name, phase.name, title), items })),
    ),
    criteria: phases.flatMap((phase) => phase.criteria),
    signOffRules: [...rules.values()].flatMap((same) =>
      same.slice(0, 1).map((rule) => {
        const people = unique(same.flatMap((each) => each.people ?? []));
        const minimum = Math.max(...same.map((each) => each.minimum));
        return { ...rule, minimum, ...(people.length > 0 && { people }) };
      }),
    ),
    rollback: unique(phases.flatMap((phase) => phase.rollback)),
    ...(triggers.length > 0 && { rollbackTriggers: triggers }),
  };
}

/**
 * Folds the phases of a plan as the reader says. In: the phases and, for the names they were found under, what each
 * becomes. Out: each name once, where its first part stood. A phase alone under its name is only renamed.
 */
export function foldPhases(phases: readonly PlanPhase[], fold: Corrections["fold"]): PlanPhase[] {
  const into = new Map(fold.map((entry) => [entry.phase, entry.into]));
  const named = new Set(into.values());
  // A phase of which nothing is said stands alone, also beside one of the same name.
  const groups = groupBy(
    phases,
    (phase) => into.get(phase.name) ?? (named.has(phase.name) ? phase.name : phase),
  );
  return [...groups].map(([name, [first, ...more]]) => {
    if (typeof name !== "string" || !first) return first ?? join("", []);
    const { title } = fitTitle(name);
    return more.length === 0 ? { ...first, name: title } : join(title, [first, ...more]);
  });
}

const HINTS: ReadonlyArray<readonly [RegExp, number]> = [
  [/^(?:alpha|poc|proof of concept|prototype|mvp|experimental)$/, 0],
  [/^(?:beta|pilot|canary|preview|early access|staging|release candidate|rc)$/, 0.5],
  [/^(?:ga|general availability|stable|launch|production|rollout|release)$/, 1],
];

/**
 * What phases are folded into, unless the reader says otherwise: evenly and in their order, except where a name says
 * what it is ("Beta", "General availability", post-launch).
 */
export function suggestFold(
  phases: readonly string[],
  targets: readonly string[] = ROLLOUT_PHASES,
): { phase: string; into: string }[] {
  const last = targets.length - 1;
  const suggested = phases.map((phase, index) => {
    const mark = phaseMark(phase);
    const hint = mark?.kind === "named" ? HINTS.find(([pattern]) => pattern.test(mark.id))?.[1] : undefined;
    const share = mark?.id === "after" ? 1 : hint;
    const at =
      share === undefined ? Math.floor((index * targets.length) / phases.length) : Math.round(share * last);
    return { phase, into: targets[at] ?? phase };
  });
  return [...new Map(suggested.map((entry) => [entry.phase, entry])).values()];
}

/** Corrections that also fold the phases found into these, unless they say of one what it becomes. No target: they stay as they are. */
export function foldInto(
  corrections: Corrections,
  phases: readonly FoundPhase[],
  targets: readonly string[],
): Corrections {
  if (targets.length === 0) return corrections;
  const said = new Set(corrections.fold.map(({ phase }) => phase));
  const suggested = suggestFold(
    phases.map(({ name }) => name),
    targets,
  );
  return {
    ...corrections,
    fold: [...corrections.fold, ...suggested.filter(({ phase }) => !said.has(phase))],
  };
}
