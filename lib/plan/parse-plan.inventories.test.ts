import { describe, expect, it } from "vitest";
import { parsePlan } from "./parse-plan";
import { planToMarkdown } from "./plan-file/write-plan";

const plan = (...lines: string[]) => parsePlan(lines.join("\n")).plan;

describe("secrets, as people list them", () => {
  it("takes the rotation from the heading where the columns only say when it was", () => {
    const read = plan(
      "# Rotation log",
      "## API keys (90-day rotation)",
      "| Secret | Last Rotated | Next Due | Rotated By |",
      "|---|---|---|---|",
      "| Mail key | 2026-02-05 | 2026-05-06 | ana |",
      "## Root keys (only on compromise)",
      "| Secret | Created | Last Rotated | Notes |",
      "|---|---|---|---|",
      "| Disk key | - | Never | in the safe |",
    );
    expect(
      read.secrets.map(({ name, rotationDays, lastRotatedOn }) => [name, rotationDays, lastRotatedOn]),
    ).toEqual([
      ["Mail key", 90, "2026-02-05"],
      ["Disk key", null, undefined],
    ]);
  });

  it("tells rows of one table apart by whose secret it is", () => {
    const read = plan(
      "| Service | Secret Type | Rotation Frequency |",
      "|---|---|---|",
      "| Mail | API key | Monthly |",
      "| Maps | API key | Quarterly |",
      "",
      "| Secret | Used by | Owner |",
      "|---|---|---|",
      "| DB password | web | Ops |",
      "| DB password | worker | Ops |",
    );
    expect(read.secrets.map(({ name }) => name)).toEqual([
      "Mail API key",
      "Maps API key",
      "DB password",
      "DB password (worker)",
    ]);
  });

  it("reads an inventory that says only what each secret is for", () => {
    const read = plan(
      "# P",
      "| Secret Name | Description | Required | Environment |",
      "|---|---|---|---|",
      "| `DEPLOY_KEY` | to the server | Yes | Production |",
    );
    expect(read.secrets).toMatchObject([{ name: "DEPLOY_KEY", variable: "DEPLOY_KEY", owner: null }]);
    expect(read.phases[0]?.sections).toEqual([]);
  });
});

describe("tables with more columns than a plan has places for", () => {
  it("says which it leaves out, and takes an environment by whatever name", () => {
    const read = plan(
      "# P",
      "| Variable | Local | CI | Production | Notes |",
      "|---|---|---|---|---|",
      "| URL | a | b | c | ask Ana |",
      "",
      "| Secret | Owner | Purpose |",
      "|---|---|---|",
      "| Mail key | Ops | mail |",
      "",
      "## Sign-off",
      "| Role | Name | Comment |",
      "|---|---|---|",
      "| Security | [Name] | with the second key |",
    );
    expect(read.environments?.columns).toEqual(["Local", "CI", "Production"]);
    expect(read.notes.map(({ line, text }) => [line, text])).toEqual(
      expect.arrayContaining([
        [2, "The environment matrix has no place for what this table says under “Notes”; it was left out."],
        [6, "A secret has no place for what this table says under “Purpose”; it was left out."],
        [11, "A sign-off rule has no place for what this table says under “Comment”; it was left out."],
      ]),
    );
  });

  it("says what stands behind the last column of a row", () => {
    const read = parsePlan("# P\n## Risks\nRisk||Impact\n---|---|---\nLate||High||ask||Ana\n").plan;
    expect(read.notes).toContainEqual({
      line: 5,
      text: "This row goes on behind the last column; left out: “ask”, “Ana”.",
    });
  });

  it("says what stands under a column whose head names nothing", () => {
    const read = plan(
      "# P",
      "## Success criteria",
      "| --- | --- | # |",
      "|---|---|---|",
      "| Latency | below it | M-1 |",
      "| Errors | | 2 |",
    );
    expect(read.phases[0]?.criteria.map(({ text }) => text)).toEqual(["Latency", "Errors"]);
    expect(read.notes.filter(({ line }) => line > 0)).toEqual([
      { line: 5, text: "This row goes on under a column without a name; left out: “below it”." },
    ]);
  });

  it("goes on with a phase whose name stands in the first of its rows only", () => {
    const read = plan(
      "# P",
      "| Phase | Goal | Exit criteria |",
      "|---|---|---|",
      "| Phase 1 | learn | 5 users |",
      "| | listen | no outages |",
      "| Phase 2 | grow | |",
    );
    expect(read.phases).toMatchObject([
      { name: "Phase 1", goals: ["learn", "listen"], criteria: [{ target: 5 }, { target: 0 }] },
      { name: "Phase 2", goals: ["grow"] },
    ]);
  });
});

describe("success metrics in a table", () => {
  it("takes the window from its column, keeps words about how it stands, and says what it leaves out", () => {
    const read = plan(
      "# P",
      "## Success metrics",
      "| Metric | Baseline | Target | Window | Status |",
      "|---|---|---|---|---|",
      "| Activation | 20% | 35% | 30 days | at risk |",
      "| Errors | 2% | <1% | | Met |",
      "| Mood of the crew | | at least 75% content (n >= 12) | | |",
      "",
      "| Criterion | Required | Status |",
      "|---|---|---|",
      "| All blockers fixed | Yes | ✅ |",
    );
    expect(read.phases[0]?.criteria).toMatchObject([
      { text: "Activation (at risk)", target: 35, window: "30 days", checked: false },
      { text: "Errors", comparator: "<", target: 1, window: null, checked: true },
      { text: "Mood of the crew: at least 75% content (n >= 12)", target: 75, unit: "%", minimumSample: 12 },
      { text: "All blockers fixed", target: null, checked: true },
    ]);
    // So it stays when it is written to a file.
    expect(parsePlan(planToMarkdown(read)).plan.phases[0]?.criteria[2]).toMatchObject({
      target: 75,
      minimumSample: 12,
    });
    expect(read.notes.map(({ text }) => text)).toContain(
      "A criterion has no place for what this table says under “Baseline”; it was left out.",
    );
  });
});

describe("risks, as people list them", () => {
  it("joins a risk and the mitigation in the entry behind it, or behind an arrow", () => {
    const read = plan(
      "# P",
      "## Risks & mitigations",
      "- Risk: staging differs.",
      "- Mitigation: one template.",
      "- Scope creep → keep a baseline. **Owner:** PM.",
    );
    expect(read.risks).toMatchObject([
      { title: "staging differs.", severity: null, mitigation: "one template." },
      { title: "Scope creep", severity: null, mitigation: "keep a baseline. Owner: PM." },
    ]);
  });

  it("splits risk and mitigation at the colon where the heading promises both", () => {
    const lines = ["- Late vendor: ask a second one", "- R2: outage at night", "- Nobody knows why"];
    const met = (heading: string) => plan("# P", heading, ...lines).risks.map(({ mitigation }) => mitigation);
    expect(met("## Risks & mitigations")).toEqual(["ask a second one", null, null]);
    expect(met("## Risks")).toEqual([null, null, null]);
  });

  it("takes bold names above lists of what there is to say for risks", () => {
    const card = (name: string, impact: string) => [
      `**${name}**`,
      "- **Likelihood:** Low",
      `- **Impact:** ${impact}`,
      "- **Mitigation:**",
      "  - snapshots",
      "  - a drill",
      "",
    ];
    const read = plan(
      "# P",
      "## Key risks",
      ...card("R1: Data loss", "High"),
      ...card("R2: Late vendor", "Low"),
    );
    expect(read.risks).toMatchObject([
      {
        title: "Data loss",
        severity: "MEDIUM",
        likelihood: "LOW",
        impact: "HIGH",
        mitigation: "snapshots; a drill",
      },
      { title: "Late vendor", severity: "LOW", mitigation: "snapshots; a drill" },
    ]);
  });

  it("keeps how likely and how bad, whose and until when, unless the severity beside it says otherwise", () => {
    const read = plan(
      "# P",
      "| Risk | Severity | Probability | Impact | Mitigation | Owner | Status | Due |",
      "|---|---|---|---|---|---|---|---|",
      "| Late vendor |  | H | M | a second one | Ben | Open | TBD |",
      "| Full disk | Low | High | High | alert |  |  | 2027-01-31 |",
      "| Fire |  | low | Critical |  | Ana |  |  |",
    );
    expect(read.risks).toEqual([
      {
        title: "Late vendor",
        severity: "HIGH",
        likelihood: "HIGH",
        impact: "MEDIUM",
        mitigation: "a second one\nOwner: Ben\nStatus: Open",
      },
      { title: "Full disk", severity: "LOW", mitigation: "alert\nDue: 2027-01-31" },
      { title: "Fire", severity: "CRITICAL", likelihood: "LOW", mitigation: "Owner: Ana" },
    ]);
  });

  it("keeps one risk that a table and a chapter of its own tell of, and takes off its number", () => {
    const read = plan(
      "# P",
      "## Risks",
      "| ID | Risk | Impact |",
      "|---|---|---|",
      "| R-001 | Key person leaves | High |",
      "### R-001: Key Person Leaves",
      "- **Mitigation**:",
      "  - pair",
      "### 2. Late supplier",
      "- **Probability**: 40%",
      "- **Mitigation**: a second one",
    );
    expect(read.risks).toMatchObject([
      { title: "Key person leaves", severity: "HIGH", mitigation: "pair" },
      { title: "Late supplier", severity: null, mitigation: "a second one" },
    ]);
  });
});

describe("tables of status and targets", () => {
  it("takes a cell that lists what may be chosen for nothing chosen", () => {
    const read = plan(
      "# P",
      "| Punkt | Verantwortlich | Status |",
      "|---|---|---|",
      "| Plan fertig | Ana | ☐ offen ☐ ok |",
      "| Rückweg getestet | Ben | ☐ offen ☑ ok |",
    );
    const items = read.phases[0]?.sections.flatMap((section) => section.items) ?? [];
    expect(items.map(({ title, state }) => [title, state])).toEqual([
      ["Plan fertig", "OPEN"],
      ["Rückweg getestet", "OPEN"],
    ]);
  });

  it("reads criteria with a threshold and a box in French", () => {
    const read = plan(
      "# Critères",
      "| Critère | Seuil | Vérifié |",
      "|---|---|---|",
      "| Précision | > 80% | [x] |",
      "| Sécurité | Audit passé | [ ] |",
    );
    expect(read.phases[0]?.criteria).toMatchObject([
      { text: "Précision", comparator: ">", target: 80, checked: true },
      { text: "Sécurité: Audit passé", target: null, checked: false },
    ]);
  });
});

describe("tables, as templates leave them", () => {
  it("takes Y/N, ✓/✗ and a column of phases that come again for what they are", () => {
    const read = plan(
      "# P",
      "| Phase | Requirement | Status | Blocker? |",
      "|---|---|---|---|",
      "| Phase 1 | Case approved | ✓/✗ | Y/N |",
      "| Phase 1 | Price set | Y/N | Y/N |",
    );
    expect(read.phases.flatMap(({ sections }) => sections[0]?.items ?? [])).toMatchObject([
      { title: "Case approved", state: "OPEN" },
      { title: "Price set", state: "OPEN" },
    ]);
  });

  it("reads criteria that are judged without a figure, and those whose figure is required", () => {
    const read = plan(
      "# P",
      "| Criterion | Status | Notes |",
      "|---|---|---|",
      "| Code complete | Done | |",
      "",
      "| # | Criterion | Current Status | Required |",
      "|---|---|---|---|",
      "| 1 | Unit tests pass | ❌ 3% | 100% |",
    );
    expect(read.phases[0]?.criteria).toMatchObject([
      { text: "Code complete", checked: true, target: null },
      { text: "Unit tests pass", checked: false, comparator: ">=", target: 100 },
    ]);
  });

  it("reads a table of triggers under a rollback plan", () => {
    const read = plan(
      "# P",
      "- [ ] work",
      "## Rollback triggers",
      "| Trigger | Threshold | Action |",
      "|---|---|---|",
      "| Errors | > 2% | Roll back |",
    );
    expect(read.phases[0]?.rollback).toEqual(["Errors; Threshold: > 2%; Action: Roll back"]);
  });

  it("takes the head of such a table for no step, and a table of heads alone for none", () => {
    const rows = (...lines: string[]) => {
      const { plan: read, reading } = parsePlan(["# P", "## Rollback", ...lines].join("\n"));
      return [read.phases[0]?.rollback, reading.slice(2).map(({ kind }) => kind)];
    };
    expect(rows("| Sign | Step |", "|---|---|", "| Errors | Switch off |")).toEqual([
      ["Errors; Step: Switch off"],
      ["label", "label", "rollback"],
    ]);
    expect(rows("| Sign | Step |", "|---|---|")).toEqual([[], ["text", "text"]]);
  });

  it("leaves {{names}} to fill in out", () => {
    const read = plan("# P", "- [ ] {{task}}", "- [ ] Tell {{person}}", "## Risks", "{{risks}}");
    expect(read.phases[0]?.sections[0]?.items.map(({ title }) => title)).toEqual(["Tell {{person}}"]);
    expect(read.risks).toMatchObject([]);
  });
});

describe("environment matrices", () => {
  it("takes the columns of several tables together, whatever they call an environment", () => {
    const read = plan(
      "# P",
      "| Variable | Dev | Stage/Preview | Prod |",
      "|---|---|---|---|",
      "| URL | a | b | c |",
      "",
      "| Setting | Production | Development |",
      "|---|---|---|",
      "| Mail | real | log |",
    );
    expect(read.environments).toEqual({
      columns: ["Dev", "Stage/Preview", "Prod"],
      rows: [
        { key: "URL", values: ["a", "b", "c"] },
        { key: "Mail", values: ["log", "", "real"] },
      ],
    });
  });

  it("keeps two columns of one environment apart", () => {
    const read = plan(
      "| Key | Prod EU | Production config |",
      "|---|---|---|",
      "| A | 1 | 2 |",
      "",
      "| Key | Prod value | Prod status | Dev |",
      "|---|---|---|---|",
      "| B | 1 | ok | 2 |",
    );
    expect(read.environments?.columns).toEqual(["Prod value", "Prod status", "Dev"]);
  });
});

describe("what a table of work says besides", () => {
  it("takes a column of checks for how one knows it is done", () => {
    const read = plan(
      "| # | Step | Verification | Status |",
      "|---|---|---|---|",
      "| 1 | Switch DNS | dig shows it | Done |",
    );
    expect(read.phases[0]?.sections[0]?.items).toMatchObject([
      { title: "Switch DNS", acceptance: "dig shows it", state: "DONE", details: "" },
    ]);
  });
});
