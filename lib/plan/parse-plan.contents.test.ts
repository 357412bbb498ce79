import { describe, expect, it } from "vitest";
import { type Plan, type PlanItem, planSchema } from "@/lib/schemas/plan";
import { parsePlan } from "./parse-plan";
import { PHASED_ROLLOUT } from "./template/phased-rollout/plan";

const plan = (...lines: string[]) => parsePlan(lines.join("\n")).plan;
const flat = (items: PlanItem[]): PlanItem[] => items.flatMap((item) => [item, ...flat(item.subItems)]);
const items = (from: Plan) =>
  from.phases.flatMap(({ sections }) => sections.flatMap((section) => flat(section.items)));
const titles = (from: Plan) => items(from).map(({ title }) => title);

describe("what else a phase holds", () => {
  it("reads goals, scope, criteria, rollback and sign-offs from headings, labels and nested lists", () => {
    const read = plan(
      "# P",
      "## Phase 1: A",
      "**Goal:** Learn",
      "",
      "* **Scope**:",
      "    * Five teams",
      "* **Success Criteria**:",
      "    * > 90% satisfied",
      "    * No outages",
      "",
      "**Quality bar**:",
      "- [x] Tests green",
      "",
      "### Rollback plan",
      "1. Switch it off",
      "### Sign-off",
      "- Security: 2 people",
      "- Product Owner",
      "## Phase 2: B",
      "**Exit criteria:** 95% adopted; zero incidents",
    );
    expect(read.phases[0]).toMatchObject({
      goals: ["Learn"],
      scope: ["Five teams"],
      rollback: ["Switch it off"],
      signOffRules: [
        { name: "Security", minimum: 2 },
        { name: "Product Owner", minimum: 1 },
      ],
      criteria: [
        { text: "> 90% satisfied", comparator: ">", target: 90 },
        { text: "No outages", target: 0 },
        { text: "Tests green", checked: true },
      ],
    });
    expect(read.phases[1]?.criteria).toMatchObject([{ target: 95 }, { target: 0 }]);
    expect(read.phases[1]?.rollback).toEqual([]);
  });

  it("keeps graduation checklists as items and graduation bullets as criteria", () => {
    const read = plan(
      "# P",
      "## Graduation Criteria",
      "### Alpha",
      "- Behind a switch",
      "### Beta",
      "- [x] Docs written",
    );
    expect(read.phases[0]?.criteria).toMatchObject([{ text: "Behind a switch" }]);
    expect(items(read)).toMatchObject([{ title: "Docs written", state: "DONE" }]);
  });

  it("reads metrics outside the phases as criteria of the project", () => {
    const read = plan(
      "# P",
      "## Phase 1",
      "- [ ] a",
      "## Success metrics",
      "**Speed:**",
      "- Search < 300ms",
      "",
      "| Metric | Target | Now |",
      "|---|---|---|",
      "| Adoption | >60% | 3% |",
    );
    expect(read.criteria).toMatchObject([
      { text: "Search < 300ms", comparator: "<", target: 300, unit: "ms" },
      { text: "Adoption", comparator: ">", target: 60, unit: "%" },
    ]);
  });
});

describe("tables and risks", () => {
  it("reads an environment matrix by its columns and keeps cells as written", () => {
    const read = plan(
      "| Setting | Staging present | Production tested |",
      "|---|---|---|",
      "| **Mail** | `log` | Yes |",
      "| | | |",
    );
    expect(read.environments).toEqual({
      columns: ["Staging present", "Production tested"],
      rows: [{ key: "Mail", values: ["`log`", "Yes"] }],
    });
  });

  it("merges tables about the same secrets and never takes a value", () => {
    const read = plan(
      "| Secret | Env Var | Rotation |",
      "|---|---|---|",
      "| Mail key | `MAIL_KEY=sk-abcdefghijklmnop` | every 3 months |",
      "",
      "| Secret | Owner | Storage |",
      "|---|---|---|",
      "| mail key | Ops | Vault |",
    );
    expect(read.secrets).toEqual([
      { name: "Mail key", variable: "MAIL_KEY", owner: "Ops", rotationDays: 90, storage: "Vault" },
    ]);
  });

  it("reads risks from lists and tables", () => {
    const read = plan(
      "# P",
      "## Risks",
      "### High-Risk Items",
      "1. **Supplier** - may fail",
      "   - *Mitigation:* a second one",
      "",
      "| Risk | Likelihood | Impact | Mitigation |",
      "|---|---|---|---|",
      "| Data loss | Low | Critical | Backups |",
    );
    expect(read.risks).toMatchObject([
      { title: "Supplier - may fail", severity: "HIGH", mitigation: "a second one" },
      { title: "Data loss", severity: "CRITICAL", mitigation: "Backups" },
    ]);
  });
});

describe("who signs, in a form", () => {
  it("takes off what is to be filled in, and no words behind a bracket that nothing closes", () => {
    const { plan: read, reading } = parsePlan(
      "# P\n## Sign-off\n- [Name] Security [date] ____\n\n## Sign-offs\n- [ – Ana\n      > - [ ] Ben\n",
    );
    expect(read.phases[0]?.signOffRules).toEqual([{ name: "Security", minimum: 1 }]);
    expect(reading.slice(2).map(({ kind }) => kind)).toEqual([
      "sign-off rule",
      "section",
      "unplaced",
      "unplaced",
    ]);
  });
});

describe("what stands behind who signs", () => {
  it("is said, unless it only counts them or is to be filled in", () => {
    const read = plan(
      "# P",
      "## Sign-off",
      "- Security: 2 people",
      "- Legal (2)",
      "- QA: Name: ____ Date: ____",
      "- Owner – GO / NO-GO – [Signature]",
      "- Platform – Ana, by Friday",
      "- Two approvals from Data",
    );
    expect(read.phases[0]?.signOffRules.map(({ name, minimum }) => `${name} ${minimum}`)).toEqual([
      "Security 2",
      "Legal 2",
      "QA 1",
      "Owner 1",
      "Platform 1",
      "Data 2",
    ]);
    expect(read.notes.filter(({ line }) => line > 0)).toEqual([
      { line: 7, text: "Only who signs was kept of this line; left out: “Ana, by Friday”." },
    ]);
  });
});

describe("names that are too long", () => {
  it("are cut, and what is left out is said", () => {
    const long = `${"word ".repeat(120)}end`;
    const { notes, title, phases } = plan(
      `# ${long}`,
      `## Phase 1: ${long}`,
      "- [ ] a",
      "## Phase 2",
      "### Exit criteria",
      `- ${long}`,
    );
    expect([title.length, phases[0]?.name.length].every((length) => (length ?? 0) <= 500)).toBe(true);
    expect(notes.map(({ line, text }) => [line, /end$/.test(text)])).toEqual([
      [2, true],
      [6, true],
      [1, true],
    ]);
  });
});

describe("a criterion without words", () => {
  it("is an empty row, or not understood where something is written there", () => {
    const { plan: read, reading } = parsePlan("# P\n## Exit criteria\n- [ ]\n- <!--> 90% happy\n- calm");
    expect(read.phases[0]?.criteria.map(({ text }) => text)).toEqual(["calm"]);
    expect(reading.slice(2).map(({ kind }) => kind)).toEqual(["text", "unplaced", "criterion"]);
  });
});

describe("the document", () => {
  it.each([
    ["---\nname: Release form\nabout: x\ntitle: 'Release of X'\n---\n## Part\n- [ ] a", "Release form"],
    ["---\ntitle: My plan\n---\n- [ ] a", "My plan"],
    ["---\n# Ruled title\n---\n- [ ] a", "Ruled title"],
    ["# IMPORTANT: this moved\n# Real name\n- [ ] a", "Real name"],
    ['<h1 align="center">Big Name</h1>\n\n- [ ] a', "Big Name"],
    ["# 🗂 Filed\n- [ ] a", "Filed"],
    ["## Only heading\n- [ ] a", "Only heading"],
    ["# First\n## 1. Start\nx\n## 2. End\nx\n# Second\n## 1. Start\nx\n## 2. More\nx", "First + Second"],
    ["# Name\n- [ ] a\n# Appendix\n- [ ] b", "Name"],
  ])("names %j %j", (text, title) => {
    expect(parsePlan(text).plan.title).toBe(title);
  });

  it("reads what is folded away, with Windows line ends", () => {
    expect(
      titles(
        parsePlan("# P\r\n<details>\r\n<summary>More</summary>\r\n\r\n- [ ] inside\r\n\r\n</details>\r\n")
          .plan,
      ),
    ).toEqual(["inside"]);
  });

  it("says so when there is nothing to track", () => {
    const read = plan("Just a thought.");
    expect(read.phases).toHaveLength(1);
    expect(read.notes.map(({ text }) => text).join()).toContain("Nothing to track");
  });

  it("refuses an empty text", () => {
    expect(() => parsePlan(" \n\ufeff")).toThrow(expect.objectContaining({ code: "INVALID" }));
  });

  it("places every line for the preview", () => {
    const { reading } = parsePlan(
      "# P\nintro\n\n## Phase 1\n**Goal:** x\n- [ ] a\n  - [ ] b\n  - note\n\n## Notes\n- odd",
    );
    expect(reading.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      "1 title",
      "2 text",
      "4 phase",
      "5 goal",
      "6 item",
      "7 sub-item",
      "8 detail",
      "10 section",
      "11 unplaced",
    ]);
  });
});

describe("PHASED_ROLLOUT", () => {
  it("is a plan whose keys are its own and whose criteria say what they measure", () => {
    expect(planSchema.safeParse(PHASED_ROLLOUT).success).toBe(true);
    const keys = items(PHASED_ROLLOUT).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
