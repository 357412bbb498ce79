import { describe, expect, it } from "vitest";
import type { PlanItem } from "@/lib/schemas/plan";
import { parsePlan } from "./parse-plan";

const plan = (...lines: string[]) => parsePlan(lines.join("\n")).plan;
const items = (...lines: string[]): PlanItem[] =>
  plan(...lines).phases.flatMap(({ sections }) => sections.flatMap((section) => section.items));
const titles = (...lines: string[]) => items(...lines).map(({ title }) => title);

describe("recommendations", () => {
  it("become work that says where it comes from, beside boxes too", () => {
    const read = items(
      "# Audit",
      "- [x] done",
      "## Recommendations",
      "### Before launch",
      "1. **Enable alerts** - to the pager",
      "2. Run a load test",
      "   - with 500 users",
    );
    expect(read.map(({ title, details }) => [title, details])).toEqual([
      ["done", ""],
      ["Enable alerts - to the pager", "Source: Audit › Recommendations › Before launch"],
      ["Run a load test", "- with 500 users\nSource: Audit › Recommendations › Before launch"],
    ]);
  });

  it("are found behind a sentence that announces them, in a table, and among findings", () => {
    expect(
      titles(
        "# Report",
        "## 7. Conclusion",
        "All is well. The following recommendations are made:",
        "",
        "- Back up",
      ),
    ).toEqual(["Back up"]);
    expect(
      items(
        "# R",
        "## Recommendations",
        "| # | Recommendation | Priority |",
        "|---|---|---|",
        "| 1 | Rotate keys | High |",
      ),
    ).toMatchObject([{ title: "Rotate keys", level: "MUST", details: "Source: R › Recommendations" }]);
    expect(
      titles(
        "# Audit",
        "## Critical",
        "1. **Open port**",
        "   - Impact: anyone",
        "   - Recommendation: close it",
      ),
    ).toEqual(["Open port"]);
  });
});

describe("plain bullets and signs", () => {
  it("are not work where they say whose, when and for whom", () => {
    const read = plan(
      "# P",
      "## Stage 1: Inside",
      "- Audience: the team only.",
      "- Duration: 3 days.",
      "- Switch it on",
      "- Exit criteria:",
      "  - At least 20 sessions",
      "## Stage 2: All",
      "- Status: planned",
      "- Tell everybody",
    );
    expect(
      read.phases.map(({ scope, criteria, sections }) => [
        scope,
        criteria.map(({ target }) => target),
        sections.flatMap((section) => section.items.map(({ title }) => title)),
      ]),
    ).toEqual([
      [["the team only."], [20], ["Switch it on"]],
      [[], [], ["Tell everybody"]],
    ]);
  });

  it("are not work where they point to a place in the document or list what may be chosen", () => {
    expect(
      titles("# Release checklist", "- [Alpha](#alpha)", "- Decision: ☐ Go ☐ No-Go", "- Tag it"),
    ).toEqual(["Tag it"]);
  });

  it("say how work stands where some of it is under way, whatever stands elsewhere", () => {
    const read = items(
      "# P",
      "- [ ] box",
      "## Features",
      "1. ✅ List",
      "2. ⏳ Export",
      "3. ⏸️ Import",
      "## Goals met",
      "- ✅ fast",
    );
    expect(read.map(({ title, state }) => [title, state])).toEqual([
      ["box", "OPEN"],
      ["List", "DONE"],
      ["Export", "IN_PROGRESS"],
      ["Import", "OPEN"],
    ]);
  });

  it("open a line of a checklist without being its tick", () => {
    const read = items(
      "# Go-Live",
      "## Phase 1: Vorher",
      "✅ Daten **geprüft**  ",
      "✅ Rechte geklärt",
      "## Phase 2: Danach",
      "✅ Bericht",
    );
    expect(read.map(({ title, state }) => [title, state])).toEqual([
      ["Daten geprüft", "OPEN"],
      ["Rechte geklärt", "OPEN"],
      ["Bericht", "OPEN"],
    ]);
  });

  it("are criteria under the stages of a feature and in a document of criteria", () => {
    const read = plan("# Platform stability", "## Alpha", "- API works", "## Beta", "- Two users");
    expect(read.phases.map(({ criteria }) => criteria.length)).toEqual([1, 1]);
    const metrics = plan(
      "# Success metrics",
      "## Retention",
      "Definition: who stays.",
      "Target: 30 percent or higher.",
    );
    expect(metrics.phases[0]?.criteria).toMatchObject([{ comparator: ">=", target: 30, unit: "%" }]);
  });
});

describe("checklists", () => {
  it("mean their bullets wherever the title calls them so, but not what they say of themselves", () => {
    expect(
      titles(
        "# Launch checklist for web apps",
        "## Overview",
        "- About us",
        "## Security",
        "- Turn MFA on",
        "## Backups",
        "1. Try one",
      ),
    ).toEqual(["Turn MFA on", "Try one"]);
  });

  it("have boxes in front of words in a table", () => {
    const read = items(
      "# P",
      "| Step | Owner |",
      "|---|---|",
      "| [ ] Switch on | Ana |",
      "| [x] Tell people | Ben |",
      "",
      "| Task | Done? |",
      "|---|---|",
      "| ☑ Notify | |",
    );
    expect(read.map(({ title, state }) => [title, state])).toEqual([
      ["Switch on", "OPEN"],
      ["Tell people", "DONE"],
      ["Notify", "DONE"],
    ]);
  });

  it("may propose their name in a comment", () => {
    expect(plan("<!-- Title suggestion: Enable the thing -->", "", "## Steps", "- [ ] a").title).toBe(
      "Enable the thing",
    );
  });
});

describe("printed boxes", () => {
  it("are boxes beside real ones, unless they say what may be chosen or what they mean", () => {
    const read = items(
      "# P",
      "- [ ] real",
      "## Handover",
      "- ☐ Architecture reviewed",
      "- ☑ Backup tried",
      "  - ☐ Restore tried",
      "- Release: ☐ yes ☐ no",
      "- ☐ Not started",
    );
    expect(read.map(({ title, state, subItems }) => [title, state, subItems.length])).toEqual([
      ["real", "OPEN", 0],
      ["Architecture reviewed", "OPEN", 0],
      ["Backup tried", "DONE", 1],
    ]);
  });

  it("are not the signs of what to do and what not to", () => {
    expect(titles("# Handbook", "- ✅ Do use the vault", "- ❌ Don't commit keys")).toEqual([]);
  });

  it("are not work in a legend, and several ticks in a line are no legend", () => {
    expect(
      titles("# Status", "- ✅ Backups", "- ❌ Alerts", "## Legend", "- ✅ Current", "- ⚠️ Late"),
    ).toEqual(["Backups", "Alerts"]);
    expect(titles("# P", "## M0 - Base", "- A1 ✓, A2 ✓", "## M1 - Core", "- B1")).toEqual([
      "A1 ✓, A2 ✓",
      "B1",
    ]);
  });

  it("leave a form to fill in alone", () => {
    expect(
      titles("# Go-live checklist", "- Datum/Zeitraum: [TODO]", "- Follow-ups:", "- Switch it on"),
    ).toEqual(["Switch it on"]);
  });

  it("keeps what only looks like the beginning of a comment", () => {
    const { plan: read } = parsePlan(
      "# P\n- [ ] Build\n  - as de<!--ep as it goes\n  - Why: be<!--cause\n- [ ] Ship\n  <!-- hidden\n",
    );
    expect(read.phases[0]?.sections[0]?.items).toMatchObject([
      { details: "- as de<!--ep as it goes", why: "be<!--cause" },
      { title: "Ship", details: "" },
    ]);
  });

  it("loses no box below what looks like a legend", () => {
    const { plan: read } = parsePlan("# P\n- [ ][ ] Close\n  - [x] the first\n");
    expect(read.phases[0]?.sections[0]?.items).toMatchObject([{ title: "the first", state: "DONE" }]);
  });

  it("keeps a state and a level in words nobody knows, and takes an empty box for nothing", () => {
    const { plan: read } = parsePlan(
      "# P\n- [x]\n\n| Task | Priority | Status |\n|---|---|---|\n| Move | whenever | Done |\n| Stay | P1 | with the lawyers |\n| Go | P1 | Done |\n",
    );
    expect(read.phases[0]?.sections.flatMap(({ items }) => items)).toMatchObject([
      { title: "Move", state: "DONE", details: "Priority: whenever" },
      { title: "Stay", state: "OPEN", level: "MUST", details: "Status: with the lawyers" },
      { title: "Go", details: "" },
    ]);
  });
});
