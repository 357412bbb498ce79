import fc from "fast-check";
import type { Plan, PlanItem, PlanPhase } from "@/lib/schemas/plan";
import { planItem } from "./project";

/** An edit of a plan as a person makes it; the numbers say where. */
export interface Edit {
  kind: "tick" | "untick" | "reword" | "remove" | "move" | "add" | "reverse" | "rename" | "extra" | "target";
  at: number;
  to: number;
}

export const anyEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Edit["kind"][]>(
      "tick",
      "untick",
      "reword",
      "remove",
      "move",
      "add",
      "reverse",
      "rename",
      "extra",
      "target",
    ),
    at: fc.nat(200),
    to: fc.nat(200),
  }),
  { maxLength: 8 },
);

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

const listsOf = (items: PlanItem[]): PlanItem[][] => [
  items,
  ...items.flatMap(({ subItems }) => listsOf(subItems)),
];

/** Every list of items with at least one. */
const lists = ({ phases }: Plan): PlanItem[][] =>
  phases
    .flatMap(({ sections }) => sections.flatMap(({ items }) => listsOf(items)))
    .filter(({ length }) => length > 0);

const fresh = (plan: Plan, by: string, to: number): PlanItem =>
  planItem(`Something ${by} wants, number ${to}`, { key: `${by}-${plan.phases.length}-${to}` });

function change(plan: Plan, { kind, at, to }: Edit, by: string): void {
  const list = pick(lists(plan), at);
  const item = list && pick(list, to);
  const phase = pick<PlanPhase>(plan.phases, at);
  const section = phase && pick(phase.sections, to);
  if (kind === "add") section?.items.splice(to % (section.items.length + 1), 0, fresh(plan, by, to));
  else if (kind === "rename" && phase) phase.name = `${phase.name} as ${by} says`;
  else if (kind === "reverse") (to % 2 === 0 ? plan.phases : section?.items)?.reverse();
  else if (kind === "extra") {
    plan.risks.splice(at % 2, to % 2, {
      title: `A risk ${by} sees, ${to}`,
      severity: null,
      mitigation: null,
    });
    plan.secrets.splice(to % 2, 1);
    plan.environments?.rows.reverse();
    if (phase) phase.signOffRules.splice(0, to % 2, { name: `Rule of ${by}`, minimum: 1 });
  } else if (kind === "target") {
    const criterion = phase && pick(phase.criteria, to);
    if (criterion) Object.assign(criterion, { comparator: ">=", target: to });
  } else if (!list || !item) return;
  else if (kind === "tick") item.state = "DONE";
  else if (kind === "untick") item.state = "OPEN";
  else if (kind === "reword") item.title = `${item.title} as ${by} says`;
  else {
    list.splice(list.indexOf(item), 1);
    if (kind === "move") section?.items.splice(to % (section.items.length + 1), 0, item);
  }
}

/** A copy of a plan with edits in it. */
export function editedPlan(plan: Plan, edits: readonly Edit[], by: string): Plan {
  const copy = structuredClone(plan);
  for (const edit of edits) change(copy, edit, by);
  return copy;
}
