import { describe, expect, it } from "vitest";
import {
  type Correction,
  type Corrections,
  NO_CORRECTIONS,
  NO_WORD,
  withCorrection,
} from "@/lib/domain/plan-corrections";
import type { PlanItem, PlanPhase } from "@/lib/schemas/plan";
import { suggestFold } from "./fold-phases";
import { parsePlan } from "./parse-plan";

/** Corrects a document as the page does: line by line, each line named by how it reads. */
function corrected(text: string, ...corrections: Correction[]) {
  const lines = text.split("\n");
  const said = corrections.reduce<Corrections>(
    (all, correction) => withCorrection(all, correction, (line) => lines[line - 1] ?? ""),
    NO_CORRECTIONS,
  );
  return { said, ...parsePlan(text, said) };
}

const flat = (items: PlanItem[]): PlanItem[] => items.flatMap((item) => [item, ...flat(item.subItems)]);
const itemsOf = ({ sections }: PlanPhase) => sections.flatMap(({ items }) => flat(items));
const titles = (phase: PlanPhase | undefined) => (phase ? itemsOf(phase).map(({ title }) => title) : []);
const names = (phases: readonly PlanPhase[]) => phases.map(({ name }) => name);
const notes = (parsed: ReturnType<typeof parsePlan>) => parsed.effects.map(({ text }) => text);

const PLAN = `# Harbour

## Rollout

Work before the first phase.

- [ ] Count the ropes

### Phase 1: Quay

- [x] Paint the bollards
- [ ] Grease the winch

#### What must hold

- 95% of ships moored
- No rope older than 5 years

### Phase 2: Pier

- [ ] Light the lamp

## Notes

- The tide is high
- The moon is full
`;
const line = (words: string) => PLAN.split("\n").findIndex((text) => text.includes(words)) + 1;

describe("a heading as a phase", () => {
  it("keeps the phases that stand below it", () => {
    const { plan } = corrected(PLAN, { kind: "phase", line: line("## Rollout"), isPhase: true });
    expect(names(plan.phases)).toEqual(["Rollout", "Phase 1: Quay", "Phase 2: Pier"]);
    expect(plan.phases.map((phase) => itemsOf(phase).length)).toEqual([1, 2, 1]);
  });

  it("keeps phases of another kind: bold words, entries of a list, rows of a table", () => {
    const bold = "# P\n\n**Phase 1: In**\n\n- [ ] a\n\n**Phase 2: Out**\n\n- [ ] b\n\n## More\n\n- [ ] c\n";
    expect(names(corrected(bold, { kind: "phase", line: 11, isPhase: true }).plan.phases)).toEqual([
      "Phase 1: In",
      "Phase 2: Out",
      "More",
    ]);
    const rows =
      "# P\n\n| Phase | Goal |\n|---|---|\n| Alpha | learn |\n| Beta | sell |\n\n## More\n\n- [ ] c\n";
    expect(names(corrected(rows, { kind: "phase", line: 8, isPhase: true }).plan.phases)).toEqual([
      "Alpha",
      "Beta",
      "More",
    ]);
    const without = corrected(rows, { kind: "phase", line: 6, isPhase: false });
    expect(names(without.plan.phases)).toEqual(["Alpha", "General"]);
    expect(without.plan.unplaced.map((entry) => entry.line)).toEqual([6]);
  });

  it("goes, and what stood in it stays", () => {
    const { plan, effects } = corrected(PLAN, { kind: "phase", line: line("Phase 2"), isPhase: false });
    expect(plan.phases.flatMap(titles)).toContain("Light the lamp");
    expect(effects).toEqual([
      {
        line: line("Phase 2"),
        text: "You said that “Phase 2: Pier” is not a phase.",
        takeBack: { kind: "phase", line: line("Phase 2"), isPhase: null },
      },
    ]);
  });
});

describe("a list read as something else", () => {
  const ropes = line("- 95% of ships");

  it("becomes criteria, with their targets", () => {
    const { plan, reading } = corrected(PLAN, { kind: "list", line: ropes, as: "criteria" });
    expect(plan.phases[0]?.criteria).toMatchObject([
      { comparator: ">=", target: 95 },
      { text: "No rope older than 5 years" },
    ]);
    expect(reading.find((entry) => entry.line === ropes)?.kind).toBe("criterion");
  });

  it("becomes criteria by the heading it stands under", () => {
    const { plan } = corrected(PLAN, { kind: "list", line: line("What must hold"), as: "criteria" });
    expect(plan.phases[0]?.criteria).toHaveLength(2);
  });

  it.each([
    ["goals", (phase: PlanPhase) => phase.goals],
    ["scope", (phase: PlanPhase) => phase.scope],
    ["rollback", (phase: PlanPhase) => phase.rollback],
  ] as const)("becomes %s", (as, listOf) => {
    const { plan } = corrected(PLAN, { kind: "list", line: ropes, as });
    const [phase] = plan.phases;
    expect(phase && listOf(phase)).toEqual(["95% of ships moored", "No rope older than 5 years"]);
  });

  it("becomes work although the document has boxes, and risks", () => {
    const work = corrected(PLAN, { kind: "list", line: ropes, as: "items" });
    expect(titles(work.plan.phases[0])).toContain("95% of ships moored");
    const risks = corrected(PLAN, { kind: "list", line: line("The tide"), as: "risks" });
    expect(risks.plan.risks.map(({ title }) => title)).toEqual(["The tide is high", "The moon is full"]);
  });

  it("becomes text, and says which ticks went", () => {
    const boxes = line("- [x] Paint");
    const { plan, reading } = corrected(PLAN, { kind: "list", line: boxes, as: "text" });
    expect(titles(plan.phases[0])).toEqual([]);
    expect(
      reading.filter(({ line: at }) => at === boxes || at === boxes + 1).map(({ kind }) => kind),
    ).toEqual(["text", "text"]);
    expect(plan.notes).toContainEqual({
      line: boxes,
      text: "A tick of this list went, because it is read as text.",
    });
  });

  it("can stand below what names it, or below an item", () => {
    const text =
      "# P\n\n## Phase 1\n\n- **Why:**\n  - to sleep\n  - to eat\n- **Checks:**\n  - 90% dry\n- **Else:**\n  - nothing\n- [ ] Work\n  - by night\n";
    const { handles } = parsePlan(text);
    expect(handles.map(({ line }) => line)).toEqual([1, 3, 5, 6, 9, 11]);
    const { plan, reading } = corrected(
      text,
      { kind: "list", line: 6, as: "goals" },
      { kind: "list", line: 9, as: "criteria" },
      { kind: "list", line: 13, as: "scope" },
    );
    const [phase] = plan.phases;
    expect(phase?.goals).toEqual(["to sleep", "to eat"]);
    expect(phase?.criteria).toMatchObject([{ target: 90 }]);
    expect(phase?.scope).toEqual(["by night"]);
    expect(titles(phase)).toEqual(["Work"]);
    expect(reading.map(({ line, kind }) => `${line} ${kind}`)).toEqual(
      "1 title,3 phase,5 label,6 goal,7 goal,8 label,9 criterion,10 unplaced,11 unplaced,12 item,13 scope".split(
        ",",
      ),
    );
    const all = corrected(
      text,
      { kind: "list", line: 5, as: "text" },
      { kind: "list", line: 9, as: "criteria" },
    );
    expect(all.plan.phases[0]).toMatchObject({ criteria: [{ target: 90 }], sections: [] });
    expect(all.reading.filter(({ kind }) => kind === "criterion").map(({ line }) => line)).toEqual([9]);
  });

  it("can be a table, whose first words name each row", () => {
    const text =
      "# P\n\n## Phase 1\n\n- [ ] a\n\n| # | Thing | Remark |\n|---|---|---|\n| 1 | Ropes | old |\n| 2 | Bells | new |\n";
    expect(parsePlan(text).plan.unplaced).toHaveLength(2);
    const work = corrected(text, { kind: "list", line: 7, as: "items" }).plan;
    expect(titles(work.phases[0])).toEqual(["a", "Ropes", "Bells"]);
    expect(work.unplaced).toEqual([]);
    const said = (as: "criteria" | "scope" | "risks" | "text") =>
      corrected(text, { kind: "list", line: 7, as }).plan;
    expect(said("criteria").phases[0]?.criteria.map((criterion) => criterion.text)).toEqual([
      "Ropes",
      "Bells",
    ]);
    expect(said("risks").risks.map(({ title }) => title)).toEqual(["Ropes", "Bells"]);
    expect(said("scope").phases[0]?.scope).toEqual(["1 – Ropes – old", "2 – Bells – new"]);
    expect(said("text").unplaced).toEqual([]);
    expect(titles(corrected(text, { kind: "list", line: 3, as: "items" }).plan.phases[0])).toContain("Bells");
  });

  it("gives goals outside every phase to the first one", () => {
    const { plan } = corrected(PLAN, { kind: "list", line: line("The tide"), as: "goals" });
    expect(plan.phases[0]?.goals).toEqual(["The tide is high", "The moon is full"]);
    expect(plan.notes.map(({ text }) => text).join()).toContain("given to the first one, “Phase 1: Quay”");
  });

  it("reads the sentences under a heading that has no list", () => {
    const text = "# P\n\n## Phase 1\n\n- [ ] a\n\n### We want\n\nTo sleep well.\n\nTo wake up.\n";
    const { plan } = corrected(text, { kind: "list", line: 7, as: "goals" });
    expect(plan.phases[0]?.goals).toEqual(["To sleep well.", "To wake up."]);
  });
});

describe("words for levels", () => {
  const text = `# P

## Phase 1: Data (CRITICAL)

- [ ] Back up
- [ ] Restore (low)

## Phase 2

- [ ] **High** Scan
- [ ] Rest

| Task | Status | Priority |
|---|---|---|
| Row | Done | Medium |
`;

  it("are found with how much each decides", () => {
    const { levels } = parsePlan(text);
    expect(levels).toEqual(
      ["critical", "low", "high", "medium"]
        .map((word) => expect.objectContaining({ word, count: 1, said: null }))
        .concat(expect.objectContaining({ word: NO_WORD, count: 1, level: "SHOULD" })),
    );
  });

  it("mean what the reader says, also where nothing is said", () => {
    const { plan, levels, effects } = corrected(
      text,
      { kind: "level", word: "critical", level: "SHOULD" },
      { kind: "level", word: "low", level: "MUST" },
      { kind: "level", word: NO_WORD, level: "COULD" },
    );
    expect(plan.phases.flatMap(itemsOf).map(({ title, level }) => [title, level])).toEqual([
      ["Back up", "SHOULD"],
      ["Restore", "MUST"],
      ["Scan", "MUST"],
      ["Rest", "COULD"],
      ["Row", "SHOULD"],
    ]);
    expect(levels[0]).toEqual({ word: "critical", count: 1, level: "MUST", said: "SHOULD" });
    expect(effects[0]?.text).toBe("You said that “critical” means SHOULD.");
  });
});

describe("folded phases", () => {
  const twelve = `# Ready\n\n${Array.from(
    { length: 12 },
    (_, at) =>
      `## Phase ${at + 1}: Part ${at + 1}\n\n**Goals:**\n\n- Goal ${at + 1}\n\n### Checks\n\n- [ ] Item ${at + 1}\n\n### Success criteria\n\n- ${at + 50}% done\n\n### Sign-off\n\n- Operations\n`,
  ).join("\n")}`;

  it("become the three of a rollout, and lose nothing", () => {
    const found = parsePlan(twelve);
    const fold = suggestFold(found.phases.map(({ name }) => name));
    const { plan, effects, phases } = corrected(twelve, { kind: "fold", fold });
    expect(names(plan.phases)).toEqual(["Alpha", "Beta", "Launch"]);
    expect(plan.phases.flatMap(titles)).toEqual(found.plan.phases.flatMap(titles));
    expect(plan.phases.flatMap(({ goals }) => goals)).toEqual(
      found.plan.phases.flatMap(({ goals }) => goals),
    );
    expect(plan.phases.map(({ criteria }) => criteria.length)).toEqual([4, 4, 4]);
    expect(plan.phases[0]?.signOffRules).toEqual([{ name: "Operations", minimum: 1 }]);
    expect(plan.phases[0]?.sections[0]?.title).toBe("Phase 1: Part 1: Checks");
    expect(phases).toHaveLength(12);
    expect(effects).toHaveLength(3);
    expect(effects[0]?.text).toMatch(/^You said that “Phase 1: Part 1”, .+ become “Alpha”\.$/);
  });

  it("join one that has the name already, in the order they stand", () => {
    const text = "# P\n\n## Phase 1\n\n- [ ] a\n\n## Phase 2\n\n- [ ] b\n\n## Phase 3\n\n- [ ] c\n";
    const { plan } = corrected(text, { kind: "fold", fold: [{ phase: "Phase 3", into: "Phase 1" }] });
    expect(plan.phases.map((phase) => [phase.name, titles(phase)])).toEqual([
      ["Phase 1", ["a", "c"]],
      ["Phase 2", ["b"]],
    ]);
    const back = corrected(
      text,
      { kind: "becomes", phase: "Phase 3", into: "Late" },
      { kind: "becomes", phase: "Phase 2", into: "Late" },
      { kind: "becomes", phase: "Phase 2", into: null },
    );
    expect(names(back.plan.phases)).toEqual(["Phase 1", "Phase 2", "Late"]);
    const renamed = corrected(text, { kind: "fold", fold: [{ phase: "Phase 2", into: "Beta" }] });
    expect(names(renamed.plan.phases)).toEqual(["Phase 1", "Beta", "Phase 3"]);
  });

  it("are suggested by what their names say", () => {
    const of = (...phases: string[]) => suggestFold(phases).map(({ into }) => into);
    expect(of("Pilot", "Phase 2", "Production", "Post-launch")).toEqual([
      "Beta",
      "Alpha",
      "Launch",
      "Launch",
    ]);
    expect(of("a", "b", "c")).toEqual(["Alpha", "Beta", "Launch"]);
    expect(suggestFold(["a", "b", "c", "d"], ["Now", "Then"]).map(({ into }) => into)).toEqual([
      "Now",
      "Now",
      "Then",
      "Then",
    ]);
  });
});

describe("several documents in one file", () => {
  const two = `# Report

## 1. Data

- [ ] Look

# Plan

## 1. Start

- [ ] Begin

## 2. End

- [ ] Stop
`;

  it("are found, and one of them is read", () => {
    const { plan, documents, reading } = corrected(two, { kind: "document", line: 7 });
    expect(documents).toEqual([
      { line: 1, title: "Report" },
      { line: 7, title: "Plan" },
    ]);
    expect(plan.title).toBe("Plan");
    expect(plan.phases.flatMap(titles)).toEqual(["Begin", "Stop"]);
    expect(reading.filter(({ kind }) => kind === "other document").map(({ line: at }) => at)).toEqual([
      1, 3, 5,
    ]);
    expect(corrected(two, { kind: "document", line: 1 }).plan.phases.flatMap(titles)).toEqual(["Look"]);
    expect(parsePlan(two).plan.title).toBe("Report + Plan");
  });

  it("are all read where the chosen one is not there", () => {
    const parsed = corrected(two, { kind: "document", line: 9 });
    expect(parsed.plan.title).toBe("Report + Plan");
    expect(notes(parsed)).toEqual([
      "You said that of this file only “1. Start” is read. That changes nothing in this document.",
    ]);
  });
});

describe("corrections of a file that changed", () => {
  it("hold for the line that reads the same, and say where there is none", () => {
    const { said } = corrected(
      PLAN,
      { kind: "phase", line: line("## Notes"), isPhase: true },
      { kind: "list", line: line("- 95% of ships"), as: "goals" },
    );
    const changed = `Intro.\n\n${PLAN.replace("95% of ships", "90% of ships")}`;
    const parsed = parsePlan(changed, said);
    expect(names(parsed.plan.phases)).toContain("Notes");
    expect(parsed.plan.phases[0]?.goals).toEqual([]);
    expect(notes(parsed)).toEqual([
      "You said that “Notes” is a phase.",
      "You said that “95% of ships moored” is read as goals. That changes nothing in this document.",
    ]);
  });

  it("are taken back one by one", () => {
    const { said, effects } = corrected(
      PLAN,
      { kind: "phase", line: line("## Notes"), isPhase: true },
      { kind: "level", word: NO_WORD, level: "MUST" },
      { kind: "fold", fold: [{ phase: "Phase 2: Pier", into: "Phase 1: Quay" }] },
    );
    const lines = PLAN.split("\n");
    const after = effects.reduce(
      (all, { takeBack }) => withCorrection(all, takeBack, (at) => lines[at - 1] ?? ""),
      said,
    );
    expect(after).toEqual(NO_CORRECTIONS);
    expect(withCorrection(said, { kind: "everything" }, () => "")).toEqual(NO_CORRECTIONS);
  });
});
