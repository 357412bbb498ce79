import { describe, expect, it } from "vitest";
import type { Plan, PlanItem } from "@/lib/schemas/plan";
import { plan, planItem, planPhase } from "@/prisma/factories/project";
import type { Entity } from "./entities";
import { mergePlans } from "./merge-plans";
import { type Fixed, NOTHING_FIXED, type Side } from "./merged";
import { resolveMerge } from "./resolve-merge";

const item = (title: string, rest: Partial<PlanItem> = {}) =>
  planItem(title, { key: title.toLowerCase().replaceAll(" ", "-"), ...rest });

const base = plan(
  [
    planPhase("Alpha", [item("Rotate the keys"), item("Write the runbook"), item("Restore a backup")], {
      key: "alpha",
      signOffRules: [{ name: "Security", minimum: 1 }],
    }),
    planPhase("Beta", [item("Invite customers")], { key: "beta" }),
  ],
  { title: "Portal" },
);

const changed = (change: (copy: Plan) => void): Plan => {
  const copy = structuredClone(base);
  change(copy);
  return copy;
};
const itemsIn = (from: Plan, phase = 0): PlanItem[] => from.phases[phase]?.sections[0]?.items ?? [];
const titles = (entities: readonly Entity[]) => entities.map(({ title }) => title);

function resolved(
  theirs: (copy: Plan) => void,
  ours: (copy: Plan) => void,
  { otherwise = "file", fixed = NOTHING_FIXED }: { otherwise?: Side | null; fixed?: Fixed } = {},
) {
  const merge = mergePlans(base, changed(theirs), changed(ours));
  const merged = resolveMerge(merge, { each: {}, otherwise }, fixed);
  return {
    merged,
    archived: titles(merged.archived),
    added: titles(merged.added),
    orders: merged.orders.map(({ what, order }) => [what, ...titles(order)]),
  };
}

const dropBeta = (copy: Plan) => copy.phases.pop();
const addToBeta = (copy: Plan) => itemsIn(copy, 1).push(item("Call the press"));

describe("resolveMerge", () => {
  it("keeps what holds something the project added, and archives the rest of it", () => {
    expect(resolved(dropBeta, () => undefined).archived).toEqual(["Beta"]);
    expect(resolved(dropBeta, addToBeta)).toMatchObject({ archived: ["Invite customers"] });
  });

  it("keeps a thing whole that somebody chose to keep", () => {
    const renamed = (copy: Plan) => Object.assign(copy.phases[1] ?? {}, { name: "Pilot" });
    expect(resolved(dropBeta, renamed, { otherwise: "project" }).archived).toEqual([]);
    expect(resolved(dropBeta, renamed).archived).toEqual(["Pilot"]);
    const open = resolved(dropBeta, renamed, { otherwise: null });
    expect(open.archived).toEqual([]);
    expect(open.merged.open).toEqual(["phase:beta:gone from the file"]);
  });

  it("puts what came after what it follows in the file, and lets the project's own stand where it is", () => {
    const { orders } = resolved(
      (copy) => itemsIn(copy).splice(1, 0, item("Name an owner")),
      (copy) => itemsIn(copy).splice(1, 0, item("Call the press")),
    );
    expect(orders).toEqual([
      ["item", "Rotate the keys", "Name an owner", "Call the press", "Write the runbook", "Restore a backup"],
    ]);
  });

  it("brings back what was archived in the project to hold what the file adds", () => {
    const { added } = resolved(addToBeta, dropBeta);
    expect(added).toEqual(["Beta", "Approval", "Checklist", "Call the press"]);
  });

  it("says what is not the file's to change", () => {
    const fixed = (title: string): Fixed => ({
      stays: (entity) => (entity.title === title ? "It is decided." : null),
      leads: (entity) => (entity.title === title && title === "Alpha" ? "It is decided." : null),
    });
    const { archived, merged } = resolved(dropBeta, () => undefined, { fixed: fixed("Beta") });
    expect(archived).toEqual([]);
    expect(merged.leftOut).toMatchObject([{ noun: "phase", title: "Beta", why: "It is decided." }]);
    const turned = resolved(
      (copy) => copy.phases.reverse(),
      () => undefined,
      { fixed: fixed("Alpha") },
    );
    expect(turned.orders).toEqual([]);
    expect(turned.merged.leftOut).toMatchObject([{ title: "Alpha" }]);
  });

  it("leaves a phase its last sign-off rule", () => {
    const { archived, merged } = resolved(
      (copy) => Object.assign(copy.phases[0] ?? {}, { signOffRules: [{ name: "Operations", minimum: 1 }] }),
      () => undefined,
    );
    expect(archived).toEqual(["Security"]);
    expect(titles(merged.added)).toEqual(["Operations"]);
  });
});
