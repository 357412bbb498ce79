import "server-only";
import { EMPTY_PLAN, emptyPhase } from "@/lib/plan/empty-plan";
import { slugOf } from "@/lib/plan/item-keys";
import type { Plan, PlanCriterion, PlanItem, PlanPhase } from "@/lib/schemas/plan";

/** Short ways to write a plan in code, for the demo's four. */

const item =
  (level: PlanItem["level"]) =>
  (title: string, rest: Partial<PlanItem> = {}): PlanItem => ({
    key: slugOf(title),
    title,
    details: "",
    state: "OPEN",
    level,
    area: null,
    acceptance: null,
    subItems: [],
    ...rest,
  });

export const must = item("MUST");
export const should = item("SHOULD");
export const could = item("COULD");

/** A criterion with a target: "at least 95 %". */
export const measured = (
  text: string,
  comparator: PlanCriterion["comparator"],
  target: number,
  unit: string,
): PlanCriterion => ({ text, comparator, target, unit, window: null, level: "MUST", checked: false });

/** A criterion that a person attests. */
export const attested = (text: string): PlanCriterion => ({
  text,
  comparator: null,
  target: null,
  unit: null,
  window: null,
  level: "MUST",
  checked: false,
});

export const phase = (
  name: string,
  sections: Record<string, PlanItem[]>,
  rest: Partial<PlanPhase> = {},
): PlanPhase => ({
  ...emptyPhase(name),
  sections: Object.entries(sections).map(([title, items]) => ({ title, items })),
  ...rest,
});

export const rules = (...names: string[]) => names.map((name) => ({ name, minimum: 1 }));

export const demoPlan = (title: string, phases: PlanPhase[], rest: Partial<Plan> = {}): Plan => ({
  ...EMPTY_PLAN,
  title,
  phases,
  ...rest,
});
