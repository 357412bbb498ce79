import { describe, expect, it } from "vitest";
import { parsePlan } from "./parse-plan";

const plan = (...lines: string[]) => parsePlan(lines.join("\n")).plan;
const phases = (...lines: string[]) => plan(...lines).phases.map(({ name }) => name);
const done = (heading: string) => [`## ${heading}`, "- [ ] work", ""];

describe("phases under other names", () => {
  it.each([
    [["Stage A — Domain", "Stage B — Brand", "Stage S — Sales"]],
    [["Phase 1: Base", "Phase N: Polish"]],
    [["Milestone M0 — Base", "Milestone M1 — Core"]],
    [["M3 - Closing", "M3.5 - Late", "M4 - Rest"]],
    [["Preparation Phase", "Execution Phase", "Hypercare Phase (4 weeks)"]],
    [["1. Vorbereitungsphase (T-14)", "2. Go-Live-Tag (T = 0)", "3. Hypercare-Phase"]],
    [["Phase de préparation", "Phase de bascule"]],
    [["Week 1: Inside", "Week 2: Outside"]],
    [["2026 Q1: Base", "2026 Q2: More"]],
  ])("finds %j", (headings) => {
    expect(phases("# P", ...headings.flatMap(done))).toEqual(headings);
  });

  it("takes what graduates into a named stage for it, whatever it comes from", () => {
    const read = plan(
      "# P",
      "## Graduation criteria",
      "### New -> Alpha",
      "- Behind a switch",
      "### Alpha -> Beta",
      "- 80% use it",
    );
    expect(read.phases.map(({ name, criteria }) => [name, criteria.length])).toEqual([
      ["New -> Alpha", 1],
      ["Alpha -> Beta", 1],
    ]);
  });

  it("takes P0 and P1 for phases where they have conditions, and for priorities elsewhere", () => {
    const gated = (name: string) => [`## ${name}`, "### エグジット基準", "- [ ] 承認率 90%以上"];
    const read = plan("# P", ...gated("P0: 構想"), ...gated("P1: 設計"));
    expect(read.phases.map(({ name, criteria }) => [name, criteria[0]?.target])).toEqual([
      ["P0: 構想", 90],
      ["P1: 設計", 90],
    ]);
    expect(phases("# P", ...done("P0: must have"), ...done("P1: later"))).toHaveLength(1);
  });

  it("does not number a phase by the letters of its own word", () => {
    expect(phases("# P", ...done("Stages of work"), ...done("Phases de travail"))).toHaveLength(1);
  });

  it("takes weeks for a schedule where most of the work stands elsewhere", () => {
    const list = ["## Checklist", "- [ ] a", "- [ ] b", "- [ ] c"];
    expect(phases("# P", ...list, ...done("Week 1"), ...done("Week 2"))).toHaveLength(1);
  });

  it("knows the column of a phase table by its last word", () => {
    const table = [
      "| Delivery phase | Objective |",
      "|---|---|",
      "| Phase 0 — Base | Lock scope |",
      "| Phase 1 | Ship |",
    ];
    expect(plan("# P", ...table).phases).toMatchObject([{ goals: ["Lock scope"] }, { goals: ["Ship"] }]);
  });
});

describe("labels with a word of explanation", () => {
  it("reads them as the label they are", () => {
    const read = plan("# P", "## Phase 1", "- [ ] a", "", "**Go criteria** (each step):", "- Errors < 1%");
    expect(read.phases[0]?.criteria).toMatchObject([{ comparator: "<", target: 1 }]);
  });
});

describe("what comes before, at and after the event", () => {
  it("is a phase in a document without boxes, too", () => {
    const bullets = (heading: string) => [`## ${heading}`, "- one", "- two"];
    expect(
      phases(
        "# Checklist",
        ...bullets("Before cutover"),
        ...bullets("Cutover window"),
        ...bullets("Immediate post-cutover"),
      ),
    ).toEqual(["Before cutover", "Cutover window", "Immediate post-cutover"]);
  });

  it("takes phases under a timeline where nothing else names them, and two in one heading for a mention", () => {
    const one = (name: string) => [`### ${name}`, "**Target**: ten people", "", "```", "code", "```"];
    expect(phases("# P", "## Rollout timeline", ...one("Phase 1: Few"), ...one("Phase 2: Many"))).toEqual([
      "Phase 1: Few",
      "Phase 2: Many",
    ]);
    expect(phases("# P", "## Phase 1 & 2 completion", "- [ ] a")).toHaveLength(1);
  });
});

describe("rows that are phases", () => {
  it("are named by what stands beside a bare number, and found under an empty head", () => {
    const numbered = plan(
      "# P",
      "| フェーズ | 内容 | 完了条件 |",
      "|---|---|---|",
      "| **0** | 準備 | 5分以内に起動 |",
      "| **1** | 公開 | 10分以内に応答 |",
    );
    expect(numbered.phases.map(({ name, criteria }) => [name, criteria[0]?.unit])).toEqual([
      ["フェーズ 0: 準備", "分"],
      ["フェーズ 1: 公開", "分"],
    ]);
    expect(
      phases(
        "# P",
        "| | What | Exit criteria |",
        "|---|---|---|",
        "| M0 | base | runs |",
        "| M1 | core | looks right |",
      ),
    ).toEqual(["M0", "M1"]);
    expect(
      phases(
        "# P",
        "| | What | Exit criteria |",
        "|---|---|---|",
        "| a | base | runs |",
        "| b | core | fine |",
      ),
    ).toHaveLength(1);
  });

  it("holds work in a table of deliverables where the plan has no box", () => {
    const table = ["| Deliverable | Spec |", "|---|---|", "| Schema | docs/a |"];
    const read = plan("# P", "## Phase 1", ...table, "", "## Phase 2", "- Ship it");
    expect(
      read.phases.map(({ sections }) => sections[0]?.items.map(({ title, details }) => [title, details])),
    ).toEqual([[["Schema", "Spec: docs/a"]], [["Ship it", ""]]]);
  });

  it("may be weeks in Persian, with criteria that say their least", () => {
    const read = plan(
      "# P",
      ...done("هفته 1: داده"),
      ...done("هفته 2: مدل"),
      "## معیارهای موفقیت",
      "| معیار | حداقل |",
      "|---|---|",
      "| دقت | 70% |",
    );
    expect(read.phases).toHaveLength(2);
    expect(read.criteria).toMatchObject([{ comparator: ">=", target: 70 }]);
  });

  it("hears what must be so to go, and what must not", () => {
    const read = plan(
      "# P",
      "- [ ] a",
      "",
      "**GO if:**",
      "- adoption > 20%",
      "",
      "**Abandon if:**",
      "- churn > 10%",
      "",
      "| Metric | Target |",
      "|---|---|",
      "| Incidents | 0 critical |",
    );
    expect(read.phases[0]?.criteria).toMatchObject([
      { comparator: ">", target: 20 },
      { comparator: "<=", target: 10 },
      { comparator: "=", target: 0 },
    ]);
  });
});
