import type { Plan, PlanItem } from "@/lib/schemas/plan";
import { canonicalPlan } from "../plan-file/canonical-plan";
import type { Entity, Noun } from "./entities";

/**
 * A plan in which everything has the key the project knows it by: the last import of the next merge.
 *
 * @param entities those of the same plan
 */
export function withKeys(
  plan: Plan,
  entities: readonly Entity[],
  keyOf: (entity: Entity) => string | null,
): Plan {
  const copy = canonicalPlan(plan);
  const next = (noun: Noun) => {
    const list = entities.filter((entity) => entity.noun === noun).values();
    return (key: string | null | undefined): string | null => {
      const entity = list.next().value;
      return (entity && keyOf(entity)) ?? key ?? null;
    };
  };
  const [phase, item, criterion] = [next("phase"), next("item"), next("criterion")];
  const keyed = (given: PlanItem): PlanItem => ({
    ...given,
    key: item(given.key) ?? given.key,
    subItems: given.subItems.map(keyed),
  });
  const keyedCriteria = (criteria: Plan["criteria"]) =>
    criteria.map((given) => ({ ...given, key: criterion(given.key) }));
  return {
    ...copy,
    phases: copy.phases.map((given) => ({
      ...given,
      key: phase(given.key),
      sections: given.sections.map((section) => ({ ...section, items: section.items.map(keyed) })),
      criteria: keyedCriteria(given.criteria),
    })),
    criteria: keyedCriteria(copy.criteria),
  };
}
