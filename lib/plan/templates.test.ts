import { describe, expect, it } from "vitest";
import { type PlanItem, planSchema } from "@/lib/schemas/plan";
import { parsePlan } from "./parse-plan";
import { canonicalPlan } from "./plan-file/canonical-plan";
import { planToMarkdown } from "./plan-file/write-plan";
import { builtInTemplate, planCounts, TEMPLATES } from "./templates";

const flat = (items: readonly PlanItem[]): PlanItem[] =>
  items.flatMap((item) => [item, ...flat(item.subItems)]);

describe("the catalogue", () => {
  it("has a key and a title of its own for each, and is found by key", () => {
    expect(new Set(TEMPLATES.map(({ key }) => key)).size).toBe(TEMPLATES.length);
    expect(new Set(TEMPLATES.map(({ title }) => title)).size).toBe(TEMPLATES.length);
    expect(builtInTemplate("launch")?.title).toBe("Launch");
    expect(builtInTemplate("nothing")).toBeNull();
  });
});

describe.each(TEMPLATES)("the template $key", ({ plan, summary }) => {
  const items = flat(plan.phases.flatMap(({ sections }) => sections.flatMap((section) => section.items)));

  it("is a valid plan that says everything in one way only", () => {
    expect(planSchema.safeParse(plan).error?.issues ?? []).toEqual([]);
    expect(canonicalPlan(plan)).toEqual(plan);
    expect(summary).toMatch(/^[A-Z].{20,110}\.$/);
  });

  it("comes back from Markdown as it was", () => {
    const { plan: read } = parsePlan(planToMarkdown(plan));
    expect(read).toEqual(canonicalPlan(plan));
  });

  it("has keys of its own, nothing ticked, and a test for every MUST", () => {
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    expect(items.filter(({ state }) => state !== "OPEN")).toEqual([]);
    expect(items.filter(({ level, acceptance }) => level === "MUST" && !acceptance)).toEqual([]);
    expect(items.filter(({ area }) => !area)).toEqual([]);
    expect(new Set(items.map(({ level }) => level)).size).toBe(3);
    expect(planCounts(plan).items).toBe(items.length);
  });

  it.each(plan.phases)("$name can be worked to a decision", (phase) => {
    const { goals, scope, criteria, signOffRules, rollback, rollbackTriggers, sections } = phase;
    expect(goals.length).toBeGreaterThan(0);
    expect(scope.length).toBeGreaterThan(0);
    expect(criteria.length).toBeGreaterThan(0);
    expect(criteria.filter(({ comparator, target }) => comparator === null || target === null)).toEqual([]);
    expect(signOffRules.length).toBeGreaterThan(0);
    expect(new Set(signOffRules.map(({ name }) => name)).size).toBe(signOffRules.length);
    expect(rollback.length).toBeGreaterThan(0);
    expect(rollbackTriggers?.length).toBeGreaterThan(0);
    expect(phase.audience).toBeTruthy();
    expect(sections.flatMap((section) => section.items).some(({ level }) => level === "MUST")).toBe(true);
  });
});
