import { openProject, openWorkspace, type ProjectAccess } from "@/lib/data/access";
import type { Actor } from "@/lib/data/actor";
import { createProjectFromPlan } from "@/lib/data/projects";
import type { Permission } from "@/lib/domain/permissions";
import { EMPTY_PLAN, emptyPhase } from "@/lib/plan/empty-plan";
import type { Plan, PlanCriterion, PlanItem, PlanPhase } from "@/lib/schemas/plan";

export const planItem = (title: string, rest: Partial<PlanItem> = {}): PlanItem => ({
  key: title,
  title,
  details: "",
  state: "OPEN",
  level: "SHOULD",
  area: null,
  acceptance: null,
  subItems: [],
  ...rest,
});

export const planCriterion = (text: string, rest: Partial<PlanCriterion> = {}): PlanCriterion => ({
  text,
  comparator: null,
  target: null,
  unit: null,
  window: null,
  level: "MUST",
  checked: false,
  ...rest,
});

export const planPhase = (
  name: string,
  items: PlanItem[] = [],
  rest: Partial<PlanPhase> = {},
): PlanPhase => ({
  ...emptyPhase(name),
  sections: items.length > 0 ? [{ title: "Checklist", items }] : [],
  ...rest,
});

export const plan = (phases: PlanPhase[], rest: Partial<Plan> = {}): Plan => ({
  ...EMPTY_PLAN,
  title: "Customer portal",
  phases,
  ...rest,
});

/** Two phases; the first with a MUST, a SHOULD with two sub-items, and a measured criterion. */
export const smallPlan = (): Plan =>
  plan([
    planPhase(
      "Alpha",
      [
        planItem("Rotate the keys", { level: "MUST", area: "Security" }),
        planItem("Write the runbook", { subItems: [planItem("Start"), planItem("Stop")] }),
      ],
      { criteria: [planCriterion("95% of tests pass", { comparator: ">=", target: 95, unit: "%" })] },
    ),
    planPhase("Beta", [planItem("Invite customers")]),
  ]);

/**
 * A project made as people make one.
 * @returns access to it for `actor`
 */
export async function makeProject<P extends Permission = "project:read">(
  actor: Actor,
  made: Plan = smallPlan(),
  permission?: P,
): Promise<ProjectAccess<P>> {
  const creator: Actor = { ...actor, role: "ADMIN" };
  const access = openWorkspace(creator, "project:create");
  const { projectId } = await createProjectFromPlan(access, { name: made.title, plan: made, source: null });
  // Without the argument, P is its default, which the compiler cannot follow.
  return openProject(actor, { projectId }, permission ?? ("project:read" as P));
}
