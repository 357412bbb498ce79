import { describe, expect, it } from "vitest";
import type { PlanItem } from "@/lib/schemas/plan";
import { parsePlan } from "./parse-plan";

const plan = (...lines: string[]) => parsePlan(lines.join("\n")).plan;
const items = (...lines: string[]): PlanItem[] =>
  plan(...lines).phases.flatMap(({ sections }) => sections.flatMap((section) => section.items));

describe("items, as people write them", () => {
  it.each([
    ["Scan images (@ana)", "Scan images", "Owner: @ana"],
    ["Scan images — due 2026-12-01", "Scan images", "", "2026-12-01"],
    ["Scan images. *Owner: Ana, due 2026-12-01*", "Scan images.", "Owner: Ana", "2026-12-01"],
    ["Scan images | **Owner:** Ana Lee | **Due:** 1 Mar 2026", "Scan images", "Owner: Ana Lee", "2026-03-01"],
    ["Scan images (due next week)", "Scan images", "due next week"],
    ["Scan images (owner: Ana) @ben", "Scan images", "owner: Ana\nOwner: @ben"],
    ["Tell @everyone", "Tell", "Owner: @everyone"],
    ["Mail ana@example.org", "Mail ana@example.org", ""],
  ])("takes who and when off %j", (text, title, details, dueOn?: string) => {
    const [item] = items(`- [ ] ${text}`);
    expect(item).toMatchObject({ title, details });
    expect(item?.dueOn).toBe(dueOn);
  });

  it("knows boxes that were typed wrong or for another program, and what was crossed out", () => {
    const read = items(
      "- [ ] a",
      "- [x]b",
      "- [] c",
      "- [ x ] d",
      "- [-] e",
      "- [/] f",
      "- [ ] ~~g~~",
      "- [x] ~~h~~",
      "- [i](https://example.org)",
    );
    expect(read.map(({ title, state }) => `${title} ${state}`)).toEqual([
      "a OPEN",
      "b DONE",
      "c OPEN",
      "d DONE",
      "e NOT_APPLICABLE",
      "f IN_PROGRESS",
      "g NOT_APPLICABLE",
      "h DONE",
    ]);
  });

  it.each<[string, string[], string[], string[]]>([
    [
      "below an item",
      ["- [ ] a", "-[ ] b", "*[x] c", "1.[ ] d"],
      ["a", "b", "c", "d"],
      ["item", "item", "item", "item"],
    ],
    ["below a line of words", ["Now we do it.", "+[x] a", "> -[ ] b"], ["a", "b"], ["text", "item", "item"]],
    ["below the item it is part of", ["-[ ] a", "  -[~] b"], ["a", "a > b"], ["item", "sub-item"]],
    ["in code", ["- [ ] a", "  ```", "  -[ ] b", "  ```"], ["a"], ["item", "code", "code", "code"]],
    ["in a comment", ["- [ ] a", "<!--", "-[ ] b", "-->"], ["a"], ["item", "comment", "comment", "comment"]],
    ["where it is a link", ["- [ ] a", "-[x](b.md)"], ["a -x"], ["item", "detail"]],
    ["where it leans", ["- [ ] a", "", "*[x] so it is*"], ["a"], ["item", "unplaced"]],
    ["where it leans inside", ["- [ ] a", "*[x] so *it* is"], ["a", "so it is"], ["item", "item"]],
  ])("reads a box that touches its bullet %s", (_, lines, titles, kinds) => {
    const { plan: read, reading } = parsePlan(["# P", ...lines].join("\n"));
    const [all = []] = read.phases.map(({ sections }) => sections.flatMap((section) => section.items));
    const named = all.flatMap(({ title, subItems }) => [
      title,
      ...subItems.map((sub) => `${title} > ${sub.title}`),
    ]);
    expect(named).toEqual(titles);
    expect(reading.slice(1).map(({ kind }) => kind)).toEqual(kinds);
    // Each line is shown as it was written.
    const written = lines.map((text, index) => ({ line: index + 2, text: text.trim() }));
    expect(reading.slice(1)).toMatchObject(written.filter(({ text }) => text !== ""));
  });

  it("keeps answers whose boxes touch their bullets as one bullet each", () => {
    expect(items("- [ ] Decide", "  -[ ] GO", "  -[ ] NO-GO")).toMatchObject([
      { title: "Decide", details: "- [ ] GO\n- [ ] NO-GO", subItems: [] },
    ]);
  });

  it("reads a level in bold", () => {
    expect(items("- [ ] **Required** Scan", "- [ ] **[P2]** Log", "- [ ] **Backups** tested")).toMatchObject([
      { title: "Scan", level: "MUST" },
      { title: "Log", level: "SHOULD" },
      { title: "Backups tested", level: "SHOULD" },
    ]);
  });

  it("reads a board, numbers of rows, shares of work and answers", () => {
    const board = items("| To do | Doing | Done |", "|---|---|---|", "| a<br>b | c | |", "| | | d |");
    expect(board.map(({ title, state }) => `${title} ${state}`)).toEqual([
      "a OPEN",
      "b OPEN",
      "c IN_PROGRESS",
      "d DONE",
    ]);
    const table = items(
      "| ID | Task | Progress |",
      "|---|---|---|",
      "| OPS-7 | a<br>b | 100% |",
      "| 2 | c | 40 % |",
    );
    expect(table.map(({ key, title, state, details }) => [key, title, state, details])).toEqual([
      ["OPS-7", "a b", "DONE", ""],
      ["c", "c", "IN_PROGRESS", ""],
    ]);
    const answers = items(
      "| Check | Yes | No | N/A |",
      "|---|---|---|---|",
      "| a | ☑ | ☐ | ☐ |",
      "| b | ☐ | ☐ | ☑ |",
    );
    expect(answers.map(({ title, state, details }) => [title, state, details])).toEqual([
      ["a", "DONE", ""],
      ["b", "NOT_APPLICABLE", ""],
    ]);
  });
});

describe("phases, as people lay them out", () => {
  it("takes weeks with exit criteria for phases, and what comes before and after them", () => {
    const weeks = [
      "## Week 1-2: Inside",
      "### Exit criteria",
      "- 5 teams",
      "## Week 3: Outside",
      "### Exit criteria",
      "- 9 teams",
    ];
    const names = plan("# P", "## Pre-rollout checklist", "- [ ] a", ...weeks).phases.map(({ name }) => name);
    expect(names).toEqual(["Pre-rollout checklist", "Week 1-2: Inside", "Week 3: Outside"]);
    const schedule = plan(
      "# P",
      "## Checklist",
      "- [ ] a",
      "- [ ] b",
      "## Week 1",
      "- [ ] c",
      "## Week 2",
      "- [ ] b",
    ).phases;
    expect(schedule).toHaveLength(1);
  });

  it("gives a phase what a later section says of it", () => {
    const read = plan(
      "# P",
      "## 1. Phase 1: In",
      "- [ ] a",
      "## 2. Phase 2: Out",
      "- [ ] b",
      "## 3. Success criteria",
      "### 3.1 Phase 1成功条件",
      "- [x] 5 teams",
      "- [x] 6 tests",
      "### 3.2 Phase 2",
      "- 9 teams",
      "## 4. Rollback",
      "### Phase 2 rollback",
      "- Stop",
    );
    expect(read.phases.map(({ criteria, rollback }) => [criteria.length, rollback])).toEqual([
      [2, []],
      [1, ["Stop"]],
    ]);
    expect(read.criteria).toEqual([]);
  });

  it("reads Alpha -> Beta as what Beta needs", () => {
    const read = plan(
      "# P",
      "## Graduation criteria",
      "### Alpha",
      "- a",
      "### Alpha -> Beta",
      "- b",
      "### Beta -> GA",
      "- c",
    );
    expect(read.phases.map(({ criteria }) => criteria.length)).toEqual([1, 1, 1]);
  });

  it("reads numbers in boxes and anchors in headings, and headings underlined", () => {
    const read = parsePlan("Plan\n====\n\n## Phase 1️⃣: In {#in}\n- [ ] a\n\nPhase 2: Out\n---\n- [ ] b");
    expect(read.plan.phases.map(({ name }) => name)).toEqual(["Phase 1: In", "Phase 2: Out"]);
    expect(read.reading.filter(({ kind }) => kind === "text")).toEqual([]);
  });

  it("names a document without headings by the bold words it opens with", () => {
    expect(
      plan(
        "**Move to the new hall**",
        "",
        "**Phase 1: Pack**",
        "",
        "- [ ] a",
        "",
        "**Phase 2: Go**",
        "",
        "- [ ] b",
      ).title,
    ).toBe("Move to the new hall");
  });

  it("keeps boxes and goals of one list apart, and reads labels among the boxes", () => {
    const [phase] = plan(
      "# P",
      "## Phase 1",
      "**Goals:**",
      "- Learn",
      "- [ ] a",
      "- Rollback: switch back",
      "- Approver: Ana + Ben",
      "## Phase 2",
    ).phases;
    expect(phase).toMatchObject({
      goals: ["Learn"],
      rollback: ["switch back"],
      sections: [{ title: "Checklist" }],
    });
    expect(phase?.signOffRules.map(({ name }) => name)).toEqual(["Ana", "Ben"]);
  });
});

describe("statements, as people lay them out", () => {
  it("turns what must not be so around", () => {
    const [phase] = plan("# P", "## No-go criteria", "- More than 4 open defects", "- Ana says no").phases;
    expect(phase?.criteria).toMatchObject([
      { text: "No-go: More than 4 open defects", comparator: "<=", target: 4 },
      { text: "No-go: Ana says no", comparator: null },
    ]);
  });

  it("reads kill switches as a reason to roll back", () => {
    const read = plan(
      "# P",
      "## Phase 1",
      "- [ ] a",
      "",
      "**Kill switch triggers**:",
      "- Errors > 5%",
      "## Phase 2",
    );
    expect(read.phases[0]?.rollback).toEqual(["Errors > 5%"]);
  });

  it("reads a risk that has a heading of its own", () => {
    const read = plan(
      "# P",
      "## Risks",
      "### Risk 1: Late (High)",
      "**Mitigation**:",
      "- Start",
      "- Add people",
      "### Supplier",
      "**Impact:** low",
      "**Mitigation:** a second one",
      "### High-risk items",
      "1. **Power**",
      "   - Mitigation: generator",
    );
    expect(read.risks).toMatchObject([
      { title: "Late (High)", severity: "HIGH", mitigation: "Start; Add people" },
      { title: "Supplier", severity: "LOW", mitigation: "a second one" },
      { title: "Power", severity: "HIGH", mitigation: "generator" },
    ]);
  });

  it("turns a table that lists environments one below the other", () => {
    const read = plan(
      "| Environment | URL | Debug |",
      "|---|---|---|",
      "| Staging | s | on |",
      "| Production | p | off |",
    );
    expect(read.environments).toEqual({
      columns: ["Staging", "Production"],
      rows: [
        { key: "URL", values: ["s", "p"] },
        { key: "Debug", values: ["on", "off"] },
      ],
    });
  });

  it("takes no environment for the name of a variable", () => {
    expect(
      plan("| Secret | Env | Rotation |", "|---|---|---|", "| Mail | prod | 30 days |").secrets,
    ).toMatchObject([{ variable: null }]);
  });

  it("puts what is folded away under its summary", () => {
    const read = plan(
      "# P",
      "**Exit criteria**",
      "- 5 users",
      "",
      "<details><summary>Work</summary>",
      "",
      "- [ ] a",
      "",
      "</details>",
    );
    expect(read.phases[0]).toMatchObject({
      criteria: [{ target: 5 }],
      sections: [{ items: [{ title: "a" }] }],
    });
  });

  it("takes stray signs of emphasis behind a label for nothing", () => {
    const read = plan("# P", "## Phase 1: A", "*x Rollback plan:**", "- Switch it off");
    expect(read.phases[0]?.rollback).toEqual(["Switch it off"]);
  });

  it("asks for a decision however its answers are worded, under recommendations too", () => {
    const read = plan(
      "# P",
      "- [ ] Work",
      "## Recommendation",
      "- [ ] GO - everything holds",
      "- [ ] NO GO - something does not",
      "## Verdict",
      "- [ ] **APPROVED** - go on",
      "- [ ] **CONDITIONAL** - go on with care",
      "- [ ] **REJECTED** - go back",
      "## Final decision",
      "- [ ] Go for GA",
      "- [ ] No-go (work is left)",
    );
    expect(read.phases[0]?.sections.flatMap(({ items: all }) => all.map(({ title }) => title))).toEqual([
      "Work",
    ]);
    expect(read.notes.filter(({ text }) => /answers/.test(text))).toHaveLength(3);
  });

  it("finds phases behind what is said of them, and those that a list of a rollout only names", () => {
    const named = (...lines: string[]) => plan(...lines).phases.map(({ name }) => name);
    expect(
      named("# P", "## 📋 Checklist - Fase 1: Dentro", "- [ ] a", "## Checklist – Fase 2", "- [ ] b"),
    ).toEqual(["Checklist - Fase 1: Dentro", "Checklist – Fase 2"]);
    const listed = ["- Phase 0: look only", "- Phase 1: write too", "- Always: behind a switch"];
    expect(named("# P", "## Rollout plan", ...listed)).toEqual(["Phase 0: look only", "Phase 1: write too"]);
    expect(named("# P", "## History", ...listed)).toEqual(["Launch"]);
  });

  it("takes criteria under a rollback plan for what sets it off, and rows of a form for nothing", () => {
    const read = plan(
      "# P",
      "## Phase 1: A",
      "- [ ] a",
      "### Rollback plan",
      "**When:** data is lost",
      "",
      "**Trigger criteria:**",
      "- Error rate > 5%",
      "",
      "**Steps:**",
      "1. Flip the switch",
      "### Scope",
      "- Owner:",
      "- everybody",
      "## Phase 2: B",
      "### Rollback triggers",
      "- Data is lost",
    );
    expect(read.phases).toMatchObject([
      {
        rollbackTriggers: ["data is lost", "Error rate > 5%"],
        rollback: ["Flip the switch"],
        scope: ["everybody"],
        criteria: [],
      },
      { rollback: ["Data is lost"], criteria: [] },
    ]);
    expect(read.phases[1]?.rollbackTriggers).toBeUndefined();
  });

  it("says of what only looks like a box that it is not understood", () => {
    const read = plan("# P", "- [x] real", "", "[ ] without a bullet");
    expect(read.unplaced).toEqual([{ line: 4, text: "[ ] without a bullet" }]);
  });
});
