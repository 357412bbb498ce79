import { describe, expect, it } from "vitest";
import { NO_CORRECTIONS } from "@/lib/domain/plan-corrections";
import type { Plan, PlanItem } from "@/lib/schemas/plan";
import { parsePlan } from "./parse-plan";

const plan = (...lines: string[]) => parsePlan(lines.join("\n")).plan;
const flat = (items: PlanItem[]): PlanItem[] => items.flatMap((item) => [item, ...flat(item.subItems)]);
const items = (from: Plan) =>
  from.phases.flatMap(({ sections }) => sections.flatMap((section) => flat(section.items)));
const titles = (from: Plan) => items(from).map(({ title }) => title);
const phases = (from: Plan) => from.phases.map(({ name }) => name);

describe("what is an item", () => {
  it("takes every kind of box, and none from code, comments or shell lines", () => {
    const read = plan(
      "# Plan",
      "1. [ ] ordered",
      "* [x] star",
      "+ [X] plus",
      "",
      "```sh",
      "# - not a heading",
      "- [ ] in code",
      "```",
      "<!--",
      "- [ ] in a comment",
      "-->",
      "- [ ] real <!-- hint -->",
    );
    expect(items(read).map(({ title, state }) => [title, state])).toEqual([
      ["ordered", "OPEN"],
      ["star", "DONE"],
      ["plus", "DONE"],
      ["real", "OPEN"],
    ]);
  });

  it("lets the box win over an emoji, and takes emoji for decoration where there are boxes", () => {
    const read = plan("# P", "- [ ] ✅ Alerts", "", "## Target", "1. ✅ Everything monitored");
    expect(items(read)).toMatchObject([{ title: "Alerts", state: "OPEN" }]);
    expect(read.unplaced).toEqual([{ line: 5, text: "1. ✅ Everything monitored" }]);
  });

  it.each([
    ["🚀 Portal", "Portal"],
    [":rocket: ➡️ Portal", "Portal"],
    ["™Portal®", "™Portal®"],
  ])("takes %j for a heading that says %j", (heading, title) => {
    expect(parsePlan(`# ${heading}\n- [ ] Backups`).plan.title).toBe(title);
  });

  it("takes emoji for boxes where they say done and not done and nothing else does", () => {
    const read = plan("# Status", "- ✅ Backups", "- ❌ Alerts", "- 🚧 Docs");
    expect(items(read).map(({ state }) => state)).toEqual(["DONE", "OPEN", "IN_PROGRESS"]);
  });

  it("reads a status column, not a column that says where something applies", () => {
    const status = plan(
      "| Task | Status |",
      "|---|---|",
      "| Backups | ✅ Complete |",
      "| Alerts | In progress |",
      "| [Task] | |",
    );
    expect(items(status).map(({ title, state }) => [title, state])).toEqual([
      ["Backups", "DONE"],
      ["Alerts", "IN_PROGRESS"],
    ]);
    const applies = plan(
      "| Check | Basic | Full |",
      "|---|---|---|",
      "| Unit tests | | ✅ |",
      "| Tracing | ✅ | ✅ |",
    );
    expect(items(applies).map(({ state, details }) => [state, details])).toEqual([
      ["OPEN", "Applies to: Full"],
      ["OPEN", "Applies to: Basic, Full"],
    ]);
  });

  it("does not take a legend, a choice or an empty row for work", () => {
    const read = plan(
      "# P",
      "- [ ] Load test",
      "  - Status: ☐ Open / ☑ Complete",
      "- [ ] ____",
      "",
      "## Decision",
      "- [ ] GO",
      "- [ ] NO-GO",
    );
    expect(items(read)).toMatchObject([
      { title: "Load test", state: "OPEN", details: "- Status: ☐ Open / ☑ Complete" },
    ]);
  });

  it("keeps the ticks of parents and children as written, to any depth", () => {
    const depth = 40;
    const lines = Array.from(
      { length: depth },
      (_, level) => `${"  ".repeat(level)}- [${level % 2 === 0 ? "x" : " "}] level ${level}`,
    );
    const all = items(plan("# P", ...lines));
    expect(all.map(({ state }) => state)).toEqual(
      lines.map((_, level) => (level % 2 === 0 ? "DONE" : "OPEN")),
    );
  });

  it("keeps details, acceptance, level, area and number apart from the title", () => {
    const read = plan(
      "# P",
      "## Security hardening",
      "- [ ] **1.2** Rotate `keys` ([guide](https://example.org)) (optional)",
      "  - Owner: Ana",
      "  - Test: an old key is refused",
      "- [ ] ![High][high] Scan images",
      "",
      "[high]: high.png",
    );
    expect(items(read)).toEqual([
      {
        key: "1.2",
        title: "Rotate keys (guide)",
        details: "guide: https://example.org\n\n- Owner: Ana",
        state: "OPEN",
        level: "COULD",
        area: "Security",
        acceptance: "an old key is refused",
        subItems: [],
      },
      expect.objectContaining({ key: "scan-images", title: "Scan images", level: "MUST" }),
    ]);
  });

  it("gives every item a key of its own, the same one each time", () => {
    const lines = ["# P", "- [ ] Test", "- [ ] Test", "- [ ] آزمون", "- [ ] 🎉", "- [ ] Test 2"];
    const keys = items(plan(...lines)).map(({ key }) => key);
    expect(keys).toEqual(["test", "test-2", "آزمون", "item", "test-2-2"]);
    expect(items(plan(...lines)).map(({ key }) => key)).toEqual(keys);
  });

  it("shortens an endless title, keeps the rest and says so", () => {
    const read = plan("# P", `- [ ] ${"word ".repeat(200)}end`);
    const [item] = items(read);
    expect(item?.title.length).toBeLessThanOrEqual(500);
    expect(item?.details).toMatch(/word end$/);
    expect(read.notes).toContainEqual(expect.objectContaining({ line: 2 }));
  });

  it("stores text without control characters and keeps right-to-left writing and emoji", () => {
    expect(titles(plan("# P", "- [ ] a\u0007b\u202e c", "- [ ] می‌خواهیم 👩‍💻"))).toEqual([
      "ab c",
      "می‌خواهیم 👩‍💻",
    ]);
  });
});

describe("what is a phase", () => {
  const done = (heading: string) => [heading, "- [ ] work", ""];

  it.each([
    [["## Phase 0: Prepare", "## 🚀 Phase 1 - Try", "## Phase 2"]],
    [["### Fase 1: Piloto", "### Fase 2: Todos"]],
    [["## Stage One", "## Stage Two"]],
    [["## Étape 1 : essai", "## Étape 2 : tous"]],
    [["## Этап 1", "## Этап 2"]],
    [["## 第一阶段：内测", "## 第二阶段：公测"]],
    [["## フェーズ1：準備", "## フェーズ2：公開"]],
    [["## 1단계: 준비", "## 2단계: 출시"]],
    [["## فاز ۱: آزمایش", "## فاز ۲: همه"]],
    [["## M0 — Setup", "## M1 — Core"]],
    [["#### Alpha (v1):", "#### Beta", "#### GA"]],
    [["## Pre-launch", "## Launch day", "## Post-launch"]],
    [["**Phase 1: Inside**\n", "**Phase 2: Outside**\n"]],
    [["# Phase 1", "# Phase 2"]],
  ])("finds %j", (headings) => {
    const read = parsePlan(["Intro", "", ...headings.flatMap(done)].join("\n")).plan;
    expect(read.phases).toHaveLength(headings.length);
    expect(read.phases.every(({ sections }) => sections.length === 1)).toBe(true);
  });

  it("takes the rows of a phase table where no heading is a phase", () => {
    const read = plan(
      "| Stage | Audience | Exit criteria |",
      "|---|---|---|",
      "| Pilot | 4 staff | 90% done; no bugs |",
      "| GA | all | 99% uptime |",
    );
    expect(read.phases).toMatchObject([
      { name: "Pilot", scope: ["4 staff"], criteria: [{ target: 90 }, { target: 0 }] },
      { name: "GA", scope: ["all"], criteria: [{ target: 99 }] },
    ]);
  });

  it("takes list entries that name phases and hold the work", () => {
    expect(
      phases(plan("# P", "1. **Phase 1: In**", "   - [ ] a", "2. **Phase 2: Out**", "   - [ ] b")),
    ).toEqual(["Phase 1: In", "Phase 2: Out"]);
  });

  it("ignores summaries, numbered chapters, weeks and a second mention", () => {
    const read = plan(
      "# P",
      "## 1. Introduction",
      "**Phase 1 (Week 1):** small  ",
      "**Phase 2 (Week 2):** large",
      ...done("## Phase 1: Small"),
      ...done("### Week 1"),
      ...done("## Phase 2: Large"),
      "## Metrics Summary",
      "### Phase 1 Small",
      "- users: TBD",
    );
    expect(phases(read)).toEqual(["Phase 1: Small", "Phase 2: Large"]);
  });

  it("keeps a phase without tasks and puts what stands outside last", () => {
    const read = plan(
      "# P",
      "- [x] before",
      "## Phase 1",
      "## Phase 2",
      "- [ ] work",
      "## Deployment checklist",
      "- [ ] after",
    );
    expect(
      read.phases.map(({ name, sections }) => [
        name,
        sections.flatMap((s) => s.items.map(({ title }) => title)),
      ]),
    ).toEqual([
      ["Phase 1", []],
      ["Phase 2", ["work"]],
      ["General", ["before", "after"]],
    ]);
  });

  it("lets the reader say which headings are phases", () => {
    const text = "# P\n## Phase 1\n- [ ] a\n## Week two\n- [ ] b\n## Phase 2\n- [ ] c";
    const read = parsePlan(text, {
      ...NO_CORRECTIONS,
      phases: [
        { line: 4, text: "", isPhase: true },
        { line: 6, text: "", isPhase: false },
      ],
    }).plan;
    expect(phases(read)).toEqual(["Phase 1", "Week two", "General"]);
  });

  it("gives levels by the priority a heading states", () => {
    const read = plan(
      "# P",
      ...done("## Phase 1: Data (CRITICAL)"),
      ...done("## Phase 2: Docs (LOW PRIORITY)"),
      ...done("## Phase 3"),
    );
    expect(items(read).map(({ level }) => level)).toEqual(["MUST", "COULD", "SHOULD"]);
  });
});
