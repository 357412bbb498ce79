import fc from "fast-check";
import { expect, it } from "vitest";
import { type Corrections, NO_CORRECTIONS, NO_WORD, READ_AS } from "@/lib/domain/plan-corrections";
import { LEVELS } from "@/lib/domain/words";
import { type PlanItem, planSchema } from "@/lib/schemas/plan";
import { correctionsSchema } from "@/lib/schemas/plan-corrections";
import { runs } from "@/prisma/factories/runs";
import { parseMarkdown } from "./parse-markdown";
import { parsePlan } from "./parse-plan";

const BLOCKS = [
  "# Report\n\n## 1. Data",
  "# Plan\n\n## 1. Start",
  "## Rollout",
  "### Phase 1: In (HIGH)",
  "### Phase 2: Out",
  "**Phase 3: Over**",
  "#### Goals",
  "#### Success criteria",
  "#### Things",
  "- [ ] [P1] Build\n  - [x] Part\n  - Test: it runs\n- [x] Done (low)",
  "- plain\n- **Group:**\n  - one\n  - two\n- last",
  "1. first\n2. second\n   - below",
  "- > 90% happy\n- at least 10 teams and 5 groups",
  "> - [ ] quoted\n> - said",
  "| Phase | Goal |\n|---|---|\n| Alpha | learn |\n| Beta | sell |",
  "| Task | Status | Priority |\n|---|---|---|\n| Row | Done | Medium |",
  "A sentence. **Goal:** learn\n\nAnother one.",
  "```\n- [ ] code\n```",
  "<!-- a note -->",
];
const document = fc
  .array(fc.constantFrom(...BLOCKS), { minLength: 1, maxLength: 14 })
  .map((blocks) => blocks.join("\n\n"));

const anchor = { line: fc.integer({ min: 1, max: 70 }), text: fc.constant("") };
const name = fc.constantFrom(
  "Alpha",
  "Beta",
  "Rollout",
  "General",
  "Launch",
  "Phase 1: In (HIGH)",
  "Phase 2: Out",
  "1. Start",
);
const corrections: fc.Arbitrary<Corrections> = fc.record({
  phases: fc.array(fc.record({ ...anchor, isPhase: fc.boolean() }), { maxLength: 5 }),
  lists: fc.array(fc.record({ ...anchor, as: fc.constantFrom(...READ_AS) }), { maxLength: 8 }),
  levels: fc.array(
    fc.record({
      word: fc.constantFrom("high", "p1", "low", "medium", NO_WORD),
      level: fc.constantFrom(...LEVELS),
    }),
    { maxLength: 4 },
  ),
  fold: fc.array(fc.record({ phase: name, into: name }), { maxLength: 4 }),
  document: fc.option(fc.record(anchor)),
});

const flat = (items: PlanItem[]): PlanItem[] => items.flatMap((item) => [item, ...flat(item.subItems)]);

it("places every line, whatever the reader says of whichever line", () => {
  const holds = (text: string, said: Corrections) => {
    expect(correctionsSchema.parse(said)).toEqual(said);
    const { plan, reading, phases } = parsePlan(text, said);
    expect(planSchema.safeParse(plan).error).toBeUndefined();
    const written = text.split("\n").flatMap((line, at) => (line.trim() === "" ? [] : [at + 1]));
    expect(reading.map(({ line }) => line)).toEqual(written);
    const unread = reading.filter(({ kind }) => kind === "unplaced").map(({ line }) => line);
    expect(plan.unplaced.map(({ line }) => line)).toEqual(unread);
    const keys = plan.phases.flatMap(({ sections }) =>
      sections.flatMap(({ items }) => flat(items).map(({ key }) => key)),
    );
    expect(new Set(keys).size).toBe(keys.length);
    // Folding moves what there is, and loses and doubles none of it.
    const { plan: kept, phases: found } = parsePlan(text, { ...said, fold: [] });
    expect(phases).toEqual(found);
    const count = (list: typeof plan.phases) => ({
      items: list.flatMap(({ sections }) => sections.flatMap(({ items }) => flat(items))).length,
      criteria: list.flatMap(({ criteria }) => criteria).length,
      goals: new Set(list.flatMap(({ goals }) => goals)),
      scope: new Set(list.flatMap(({ scope }) => scope)),
      rollback: new Set(list.flatMap(({ rollback }) => rollback)),
    });
    expect(count(plan.phases)).toEqual(count(kept.phases));
    // A tree that is kept is not changed by what is read from it.
    const tree = parseMarkdown(text.split("\n"));
    parsePlan(text, NO_CORRECTIONS, () => tree);
    expect(parsePlan(text, said, () => tree)).toEqual(parsePlan(text, said));
  };
  fc.assert(fc.property(document, corrections, holds), runs(80));
});
