import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planSchema } from "@/lib/schemas/plan";
import { anyPlan } from "@/prisma/factories/any-plan";
import { runs } from "@/prisma/factories/runs";
import { parsePlan } from "../parse-plan";
import { readSource } from "../read-source";
import { canonicalPlan } from "./canonical-plan";
import { planToMarkdown } from "./write-plan";

const readBack = (markdown: string) => parsePlan(readSource(new TextEncoder().encode(markdown)).text).plan;

describe("a plan file", () => {
  it("reads back as the plan it was written from", () =>
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(readBack(planToMarkdown(plan))).toEqual(canonicalPlan(plan));
      }),
      runs(300),
    ));

  it("is written the same again, with any line ends", () =>
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const markdown = planToMarkdown(plan);
        const windows = readBack(`\ufeff${markdown.replaceAll("\n", "\r\n")}`);
        expect(planToMarkdown(windows)).toBe(markdown);
      }),
      runs(100),
    ));

  it("says a plan in one way, which the schema takes", () =>
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const once = canonicalPlan(plan);
        expect(planSchema.safeParse(once).error).toBeUndefined();
        expect(canonicalPlan(once)).toEqual(once);
      }),
      runs(200),
    ));
});

const odd = fc.constantFrom(
  "\n",
  "- [x] ",
  "## ",
  "### Goals\n",
  "`due: 2026-02-31`",
  "<!-- key: x -->",
  "<!--",
  "~~~\n",
  "| a |\n",
  "  ",
  "x".repeat(700),
  "\t- [ ] y\n",
  "**How we know:** z\n",
  "**Why:** z\n",
  "__Files:__ a.ts\n",
);
const mutated = fc
  .tuple(anyPlan, fc.array(fc.tuple(fc.nat(), fc.nat(40), odd), { minLength: 1, maxLength: 8 }))
  .map(([plan, edits]) =>
    edits.reduce((text, [place, cut, put]) => {
      // The first line says what the file is.
      const at = 130 + (place % Math.max(1, text.length - 130));
      return text.slice(0, at) + put + text.slice(at + cut);
    }, planToMarkdown(plan)),
  );

describe("a plan file that was edited at random", () => {
  it("is read, every line of it placed, as a plan the schema takes", () =>
    fc.assert(
      fc.property(mutated, (text) => {
        const { plan, reading } = parsePlan(text);
        expect(planSchema.safeParse(plan).error).toBeUndefined();
        const lines = text.replace(/\r\n?/g, "\n").split("\n");
        const written = lines.flatMap((line, index) => (/[\p{L}\p{N}\p{P}]/u.test(line) ? [index + 1] : []));
        const placed = new Set(reading.map(({ line }) => line));
        expect(written.filter((line) => !placed.has(line))).toEqual([]);
        expect({ ...canonicalPlan(plan), unplaced: plan.unplaced, notes: plan.notes }).toEqual(plan);
      }),
      runs(200),
    ));
});
