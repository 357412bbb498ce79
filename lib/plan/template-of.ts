import { isProductionName } from "@/lib/domain/environments";
import type { Plan, PlanCriterion, PlanItem } from "@/lib/schemas/plan";
import { canonicalPlan } from "./plan-file/canonical-plan";

const bareItem = ({ dueOn: _, assignees: __, ...item }: PlanItem): PlanItem => ({
  ...item,
  state: "OPEN",
  subItems: item.subItems.map(bareItem),
});

const bareCriterion = (criterion: PlanCriterion): PlanCriterion => ({ ...criterion, checked: false });

/** A value that must not be shared is this project's own: every project made from the template finds its own. */
const bareEnvironments = (environments: Plan["environments"]): Plan["environments"] =>
  environments && {
    columns: environments.columns,
    rows: environments.rows.map(({ values, ...row }) => ({
      ...row,
      values: values.map((value, column) =>
        row.mustDiffer && isProductionName(environments.columns[column] ?? "") ? "" : value,
      ),
    })),
  };

/**
 * What of a project's plan other projects can begin with: the requirements, without states, measurements, dates, the
 * people, and the production values that must not be shared.
 */
export function templateOf(plan: Plan, title: string): Plan {
  const { record: _, ...said } = plan;
  return canonicalPlan({
    ...said,
    title,
    phases: plan.phases.map(({ plannedOn: _, ...phase }) => ({
      ...phase,
      sections: phase.sections.map((section) => ({ ...section, items: section.items.map(bareItem) })),
      criteria: phase.criteria.map(bareCriterion),
      signOffRules: phase.signOffRules.map(({ people: __, ...rule }) => rule),
    })),
    criteria: plan.criteria.map(bareCriterion),
    environments: bareEnvironments(plan.environments),
    risks: plan.risks.map(({ owner: _, ...risk }) => risk),
    secrets: plan.secrets.map(({ lastRotatedOn: _, ...secret }) => ({ ...secret, owner: null })),
  });
}
