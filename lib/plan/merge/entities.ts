import type { Plan, PlanCriterion, PlanItem, PlanPhase } from "@/lib/schemas/plan";
import { canonicalPlan } from "../plan-file/canonical-plan";

/** What a plan is made of, as a merge looks at it. */
export const NOUNS = [
  "project",
  "phase",
  "section",
  "item",
  "criterion",
  "sign-off rule",
  "environment",
  "configuration item",
  "secret",
  "risk",
] as const;
export type Noun = (typeof NOUNS)[number];

export type FieldValue = string | number | boolean | null | readonly string[];

/** One thing of a plan, apart from what it holds. */
export interface Entity {
  noun: Noun;
  /** null: nothing but its words tells it from others */
  key: string | null;
  /** what people call it */
  title: string;
  parent: Entity | null;
  /** where it stands in the plan */
  index: number;
  fields: Readonly<Record<string, FieldValue>>;
}

/** A plan that names no rule has this one in every phase (design 2.3). */
const DEFAULT_RULES: PlanPhase["signOffRules"] = [{ name: "Approval", minimum: 1 }];

class Entities {
  readonly list: Entity[] = [];

  add(
    noun: Noun,
    parent: Entity | null,
    key: string | null | undefined,
    title: string,
    fields: Record<string, FieldValue | undefined>,
  ): Entity {
    // What is not said and what says nothing are the same.
    const said = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? null]));
    const entity: Entity = { noun, key: key ?? null, title, parent, index: this.list.length, fields: said };
    this.list.push(entity);
    return entity;
  }

  /** A project has one level below an item; what a file nests deeper follows there, in order. */
  addItem(parent: Entity, item: PlanItem): void {
    const { key, title, details, state, level, area, acceptance, why, impact, dueOn, subItems } = item;
    const files = item.files ?? [];
    const assignees = item.assignees ?? [];
    const fields = { title, details, state, level, area, acceptance, why, impact, files, dueOn, assignees };
    const entity = this.add("item", parent, key, title, fields);
    const owner = parent.noun === "item" ? parent : entity;
    for (const subItem of subItems) this.addItem(owner, subItem);
  }

  addCriterion(parent: Entity, criterion: PlanCriterion): void {
    const { key, text, ...fields } = criterion;
    const { area, minimumSample, maximumAgeDays } = criterion;
    this.add("criterion", parent, key, text, { text, ...fields, area, minimumSample, maximumAgeDays });
  }

  addPhase(project: Entity, phase: PlanPhase): void {
    const { name, key, audience, minimumScore, plannedOn, overdueSecretsBlock, goals, scope, rollback } =
      phase;
    const rollbackTriggers = phase.rollbackTriggers ?? [];
    const fields = { name, audience, minimumScore, plannedOn, overdueSecretsBlock };
    const texts = { goals, scope, rollback, rollbackTriggers };
    const entity = this.add("phase", project, key, name, { ...fields, ...texts });
    for (const { title, items } of phase.sections) {
      const section = this.add("section", entity, null, title, { title });
      for (const item of items) this.addItem(section, item);
    }
    for (const criterion of phase.criteria) this.addCriterion(entity, criterion);
    const rules = phase.signOffRules.length > 0 ? phase.signOffRules : DEFAULT_RULES;
    for (const { name: rule, minimum, people, minimumRole } of rules) {
      const said = { name: rule, minimum, minimumRole: minimumRole ?? "LEAD", people: people ?? [] };
      this.add("sign-off rule", entity, null, rule, said);
    }
  }

  addExtras(project: Entity, { environments, secrets, risks }: Plan): void {
    const { columns, rows } = environments ?? { columns: [], rows: [] };
    for (const name of columns) this.add("environment", project, null, name, { name });
    for (const { key, values, mustDiffer } of rows) {
      const cells = Object.fromEntries(columns.map((name, at) => [`in ${name}`, values[at] || null]));
      this.add("configuration item", project, null, key, { key, mustDiffer, ...cells });
    }
    for (const { lastRotatedOn, ...secret } of secrets)
      this.add("secret", project, null, secret.name, { ...secret, lastRotatedOn });
    for (const { title, mitigation, likelihood, impact, severity, owner } of risks) {
      const fields = { title, mitigation, likelihood, impact, severity: severity ?? "MEDIUM", owner };
      this.add("risk", project, null, title, fields);
    }
  }
}

/** A plan as a list of its things; whatever holds others comes before them. */
export function entitiesOf(given: Plan): Entity[] {
  const plan = canonicalPlan(given);
  const entities = new Entities();
  const { title, description } = plan;
  const project = entities.add("project", null, null, title, { title, description });
  for (const phase of plan.phases) entities.addPhase(project, phase);
  for (const criterion of plan.criteria) entities.addCriterion(project, criterion);
  entities.addExtras(project, plan);
  return entities.list;
}

export const sameValue = (a: FieldValue | undefined, b: FieldValue | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Whether two plans say the same, whatever keys they call their things by. */
export function sayTheSame(one: Plan, other: Plan): boolean {
  const words = (plan: Plan): string =>
    JSON.stringify(
      entitiesOf(plan).map(({ noun, title, parent, fields }) => [noun, title, parent?.index ?? null, fields]),
    );
  return words(one) === words(other);
}
