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
