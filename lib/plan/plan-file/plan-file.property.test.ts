import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planSchema } from "@/lib/schemas/plan";
import { anyPlan } from "@/prisma/factories/any-plan";
import { parsePlan } from "../parse-plan";
import { readSource } from "../read-source";
import { canonicalPlan } from "./canonical-plan";
import { planToMarkdown } from "./write-plan";

const readBack = (markdown: string) => parsePlan(readSource(new TextEncoder().encode(markdown)).text).plan;

describe("a plan file", { timeout: 120_000 }, () => {
  it("reads back as the plan it was written from", () =>
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(readBack(planToMarkdown(plan))).toEqual(canonicalPlan(plan));
      }),
      { numRuns: 300 },
    ));

  it("is written the same again, with any line ends", () =>
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const markdown = planToMarkdown(plan);
        const windows = readBack(`\ufeff${markdown.replaceAll("\n", "\r\n")}`);
        expect(planToMarkdown(windows)).toBe(markdown);
      }),
      { numRuns: 100 },
    ));

  it("says a plan in one way, which the schema takes", () =>
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const once = canonicalPlan(plan);
        expect(planSchema.safeParse(once).error).toBeUndefined();
        expect(canonicalPlan(once)).toEqual(once);
      }),
      { numRuns: 200 },
    ));
});
