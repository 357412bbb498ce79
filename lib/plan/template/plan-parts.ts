import type { Comparator, Level } from "@/lib/domain/words";
import type { Plan, PlanCriterion, PlanItem, PlanPhase } from "@/lib/schemas/plan";

/** One checklist entry: key, what is to be done, its level, how one knows it is done, and what helps to do it. */
type Entry = readonly [key: string, title: string, level: Level, acceptance: string, details?: string];

/** A checklist section in which every entry has the same area. */
export function section(
  title: string,
  area: string,
  entries: readonly Entry[],
): { title: string; items: PlanItem[] } {
  return {
    title,
    items: entries.map(([key, text, level, acceptance, details = ""]) => ({
      key,
      title: text,
      details,
      state: "OPEN",
      level,
      area,
      acceptance,
      subItems: [],
    })),
  };
}

/** A criterion that is judged by a number. */
export function measured(
  text: string,
  comparator: Comparator,
  target: number,
  unit: string,
  window: string | null = null,
  rest: Pick<PlanCriterion, "minimumSample" | "maximumAgeDays" | "area"> = {},
): PlanCriterion {
  return { text, comparator, target, unit, window, level: "MUST", checked: false, ...rest };
}

/** One person of each of these groups signs. */
export const signedBy = (...names: string[]): PlanPhase["signOffRules"] =>
  names.map((name) => ({ name, minimum: 1 }));

/** A template: what it does not say, a project made from it does not have. */
export const template = (said: Pick<Plan, "title" | "phases"> & Partial<Plan>): Plan => ({
  environments: null,
  secrets: [],
  risks: [],
  criteria: [],
  unplaced: [],
  notes: [],
  ...said,
});
