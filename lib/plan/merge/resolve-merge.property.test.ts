import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan, PlanCriterion, PlanItem } from "@/lib/schemas/plan";
import { anyPlan } from "@/prisma/factories/any-plan";
import { anyEdits, type Edit, editedPlan } from "@/prisma/factories/edited-plan";
import { runs } from "@/prisma/factories/runs";
import { canonicalPlan } from "../plan-file/canonical-plan";
import { diffPlans } from "./diff-plans";
import { type Entity, entitiesOf, type Noun } from "./entities";
import { grantedState } from "./merge-field";
import { mergePlans } from "./merge-plans";
import { NOTHING_FIXED, type ResolvedMerge, type Side } from "./merged";
import { childrenOf } from "./order-children";
import type { PlanMerge } from "./plan-merge";
import { resolveMerge } from "./resolve-merge";
import { withKeys } from "./with-keys";

const ALL = (otherwise: Side) => ({ each: {}, otherwise });

/** The merged project as a plan: what the data layer does, without a database. */
function model(
  merge: PlanMerge,
  merged: ResolvedMerge,
): { plan: Plan; keyOf: (entity: Entity) => string | null } {
  const here = (entity: Entity) => merge.known.get(entity) ?? entity;
  const holderOf = (entity: Entity): Entity | null => {
    const holder = merged.moved.get(entity) ?? (entity.parent && here(entity.parent));
    const above = holder?.noun === "item" ? holderOf(holder) : null;
    return above?.noun === "item" ? above : holder;
  };
  const gone = new Set(merged.archived);
  const isGone = (entity: Entity | null): boolean =>
    entity !== null && (gone.has(entity) || isGone(holderOf(entity)));
  const all = [...merge.ours.filter((entity) => !isGone(entity)), ...merged.added];
  const held = childrenOf(all, holderOf);
  for (const { holder, what, order } of merged.orders) held.get(holder)?.set(what, order);
  const taken = new Set(merge.ours.map(({ noun, key }) => `${noun}${key}`));
  const keys = new Map<Entity, string>();
  for (const entity of merged.added) {
    let key = entity.key ?? entity.title;
    while (taken.has(`${entity.noun}${key}`)) key += "+";
    taken.add(`${entity.noun}${key}`);
    keys.set(entity, key);
  }
  const keyOf = (entity: Entity) => keys.get(here(entity)) ?? here(entity).key;
  const of = (holder: Entity | undefined, noun: Noun): Entity[] =>
    (holder && held.get(holder)?.get(noun)) ?? [];
  const fields = (entity: Entity): Record<string, unknown> => ({
    ...entity.fields,
    ...Object.fromEntries([...(merged.edited.get(entity) ?? [])].map(([name, { to }]) => [name, to])),
  });
  const item = (entity: Entity): PlanItem => {
    const said = fields(entity);
    const state = grantedIf(entity, merge, said.state);
    return {
      ...said,
      state,
      key: keyOf(entity) ?? "",
      subItems: of(entity, "item").map(item),
    } as unknown as PlanItem;
  };
  const criterion = (entity: Entity) =>
    ({ ...fields(entity), key: keyOf(entity) }) as unknown as PlanCriterion;
  const [root] = merge.ours;
  const columns = of(root, "environment").map((entity) => fields(entity).name as string);
  const plan = {
    ...(root && fields(root)),
    phases: of(root, "phase").map((phase) => ({
      ...fields(phase),
      key: keyOf(phase),
      sections: of(phase, "section").map((section) => ({
        ...fields(section),
        items: of(section, "item").map(item),
      })),
      criteria: of(phase, "criterion").map(criterion),
      signOffRules: of(phase, "sign-off rule").map(fields),
    })),
    criteria: of(root, "criterion").map(criterion),
    environments:
      columns.length + of(root, "configuration item").length === 0
        ? null
        : {
            columns,
            rows: of(root, "configuration item").map((entity) => {
              const said = fields(entity);
              return { ...said, values: columns.map((name) => said[`in ${name}`] ?? "") };
            }),
          },
    secrets: of(root, "secret").map(fields),
    risks: of(root, "risk").map(fields),
    unplaced: [],
    notes: [],
  } as unknown as Plan;
  return { plan: canonicalPlan(plan), keyOf };
}

const grantedIf = (entity: Entity, merge: PlanMerge, state: unknown) =>
  merge.ours.includes(entity) ? state : grantedState(state as PlanItem["state"]);

/** What a project says of a file, whatever keys it calls things by, and without what a file cannot say. */
function essence(plan: Plan): unknown {
  const entities = entitiesOf(plan);
  return entities.map(({ noun, title, parent, fields }) => ({
    noun,
    title,
    parent: parent && entities.indexOf(parent),
    fields: {
      ...fields,
      checked: null,
      ...(noun === "item" && { state: grantedState(fields.state as PlanItem["state"]) }),
    },
  }));
}

const distinctColumns = (plan: Plan): Plan => ({
  ...plan,
  environments: plan.environments && {
    ...plan.environments,
    columns: plan.environments.columns.map((name, at) => `${name} ${at}`),
  },
});

const side = fc.constantFrom<Side[]>("file", "project");

/** A plan that was edited in its file and in its project, merged with every conflict answered alike. */
function edited(given: Plan, inFile: Edit[], here: Edit[], answer: Side) {
  const base = canonicalPlan(distinctColumns(given));
  const theirs = editedPlan(base, inFile, "the file");
  const merge = mergePlans(base, theirs, editedPlan(base, here, "the project"));
  return { theirs, merge, merged: resolveMerge(merge, ALL(answer), NOTHING_FIXED) };
}

describe("resolveMerge", () => {
  it("gives the file where the project said nothing of its own", () =>
    fc.assert(
      fc.property(anyPlan, anyEdits, (given, edits) => {
        const base = canonicalPlan(distinctColumns(given));
        const theirs = editedPlan(base, edits, "the file");
        const merge = mergePlans(base, theirs, base);
        const { plan } = model(merge, resolveMerge(merge, ALL("file"), NOTHING_FIXED));
        expect(essence(plan)).toEqual(essence(canonicalPlan(theirs)));
      }),
      runs(150),
    ));

  it("changes nothing when the same file is merged again", () =>
    fc.assert(
      fc.property(anyPlan, anyEdits, anyEdits, side, (given, inFile, here, answer) => {
        const { theirs, merge, merged } = edited(given, inFile, here, answer);
        expect(merged.open).toEqual([]);
        const { plan, keyOf } = model(merge, merged);
        expect(diffPlans(withKeys(theirs, merge.theirs, keyOf), theirs, plan)).toEqual({
          changes: [],
          conflicts: [],
        });
      }),
      runs(150),
    ));

  it("ends every conflict as it was answered, and keeps every tick that nobody took away", () =>
    fc.assert(
      fc.property(anyPlan, anyEdits, anyEdits, side, (given, inFile, here, answer) => {
        const { merge, merged } = edited(given, inFile, here, answer);
        const asked = new Map(merge.questions.map((question) => [question.ours, question]));
        for (const { conflict, ours } of merge.questions) {
          if (!ours || merged.archived.includes(ours) || conflict.kind !== "field") continue;
          const edit = merged.edited.get(ours)?.get(conflict.field);
          if (answer === "project") expect(edit).toBeUndefined();
          else if (edit && conflict.field !== "state") expect(edit.to).toEqual(conflict.theirs);
        }
        for (const [entity, fields] of merged.edited) {
          const state = fields.get("state");
          if (state && !asked.has(entity)) expect(["OPEN", "IN_PROGRESS"]).toContain(state.from);
        }
      }),
      runs(150),
    ));
});
