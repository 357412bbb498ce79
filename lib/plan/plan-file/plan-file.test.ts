import { describe, expect, it } from "vitest";
import { NO_CORRECTIONS } from "@/lib/domain/plan-corrections";
import { plan, planCriterion, planItem, planPhase } from "@/prisma/factories/project";
import { parsePlan } from "../parse-plan";
import { readSource } from "../read-source";
import { isPlanFile } from "./comment";
import { planToMarkdown } from "./write-plan";

const given = plan(
  [
    planPhase(
      "Alpha",
      [
        planItem("Rotate the keys", {
          key: "keys",
          level: "MUST",
          state: "DONE",
          area: "Security",
          dueOn: "2026-12-31",
          details: "Why: they leak.\n\n- `vault`\n- pager",
          acceptance: "An old key is refused.",
          why: "Last year's are in a public log.",
          impact: "Nobody signs in while\nthey are wrong.",
          files: ["ops/rotate.sh", "https://example.org/runbooks/keys_1"],
          subItems: [planItem("Tell the team", { key: "tell", state: "IN_PROGRESS" })],
        }),
        planItem("Write the runbook", { key: "runbook" }),
      ],
      {
        key: "alpha",
        audience: "Colleagues",
        minimumScore: 90,
        goals: ["Learn"],
        scope: ["Staging only"],
        criteria: [
          planCriterion("95% of tests pass", { comparator: ">=", target: 95, unit: "%", window: "7 days" }),
        ],
        signOffRules: [{ name: "Security", minimum: 2 }],
        rollback: ["Redeploy the last build."],
      },
    ),
    planPhase("Risks", [], { key: "risks" }),
  ],
  {
    title: "Portal",
    environments: {
      columns: ["Staging", "Production"],
      rows: [{ key: "Mail", values: ["log", "real | live"] }],
    },
    secrets: [{ name: "Mail key", variable: "MAIL_KEY", owner: "Ops", rotationDays: 90, storage: null }],
    risks: [{ title: "Late", severity: "HIGH", mitigation: "Start.\nNow." }],
  },
);

const FILE = `<!-- phasegate plan 1: edit it freely. The comments hold keys, by which a thing is known again when it was reworded. -->

# Portal

## Alpha <!-- phase: alpha -->

**Audience:** Colleagues

**Minimum score:** 90

### Goals

- Learn

### Scope

- Staging only

### Checklist

- [x] Rotate the keys \`MUST\` \`area: Security\` \`due: 2026-12-31\` <!-- key: keys -->

  **Why:** Last year's are in a public log.

  **Impact:** Nobody signs in while\\
  they are wrong.

  Why: they leak.

  - \`vault\`
  - pager

  **Files:** ops/rotate.sh\\
  https://example.org/runbooks/keys_1

  **How we know:** An old key is refused.

  - [ ] Tell the team \`in progress\` <!-- key: tell -->

- [ ] Write the runbook <!-- key: runbook -->

### Success criteria

- [ ] 95% of tests pass \`target: >= 95 %\` \`over: 7 days\`

### Sign-offs

- Security: 2 people

### Rollback plan

1. Redeploy the last build.

## Risks <!-- phase: risks -->

## Environments

| Configuration | Staging | Production |
| --- | --- | --- |
| Mail | log | real \\| live |

## Secrets

| Secret | Variable | Owner | Rotation | Storage | Last rotated |
| --- | --- | --- | --- | --- | --- |
| Mail key | MAIL_KEY | Ops | 90 days |  |  |

## Risks

| Risk | Severity | Mitigation |
| --- | --- | --- |
| Late | HIGH | Start.<br>Now. |
`;

const read = (text: string) => parsePlan(text).plan;
const edited = (from: string | RegExp, to: string) => read(FILE.replace(from, to));
const itemsOf = (text: string) => read(text).phases[0]?.sections.flatMap(({ items }) => items) ?? [];

describe("planToMarkdown", () => {
  it("writes what reads well, and reads it back", () => {
    expect(planToMarkdown(given)).toBe(FILE);
    expect(planToMarkdown(read(FILE))).toBe(FILE);
    expect(read(FILE)).toMatchObject({ title: "Portal", phases: [{ key: "alpha" }, { name: "Risks" }] });
  });

  it.each([
    ["a box", "before\n- [ ] box"],
    ["an open fence", "before\n```sh\nrm"],
    ["an open comment", "<!-- note"],
    ["words of ours", "**How we know:** it works"],
    ["a fence of its own", "~~~~\ncode\n~~~~\n- [x] box"],
  ])("keeps details with %s", (_what, details) => {
    const [item] = itemsOf(
      planToMarkdown(plan([planPhase("A", [planItem("x", { details }), planItem("y")])])),
    );
    expect(item).toMatchObject({ title: "x", details, acceptance: null, subItems: [] });
  });

  it.each([
    ["VERIFIED", "*\n[ ] y"],
    ["DONE", "*\n[ ] |"],
    ["OPEN", "*\n[x] y"],
  ] as const)("keeps the box of an item that is %s before details like %j", (state, details) => {
    const back = itemsOf(planToMarkdown(plan([planPhase("A", [planItem("x", { state, details })])])));
    expect(back).toEqual([expect.objectContaining({ state, details })]);
  });

  it("is not repaired, also where it looks like text decoded wrongly", () => {
    const markdown = planToMarkdown(plan([planPhase("A", [planItem("CafÃ©")])]));
    expect(readSource(new TextEncoder().encode(markdown)).text).toBe(markdown);
    expect(isPlanFile("\ufeff\r\n<!-- phasegate plan 1 -->")).toBe(true);
    expect(isPlanFile("# x\n<!-- phasegate plan 1 -->")).toBe(false);
    expect(isPlanFile("<!-- phasegate plan 12 -->")).toBe(false);
  });
});

describe("a plan file that people edited", () => {
  it("takes a tick, also where a badge says otherwise", () => {
    expect(edited("[ ] Tell", "[x] Tell").phases[0]?.sections[0]?.items[0]?.subItems[0]?.state).toBe("DONE");
    expect(edited("[x] Rotate", "[ ] Rotate").phases[0]?.sections[0]?.items[0]?.state).toBe("OPEN");
  });

  it("knows an item again that was reworded, moved or marked up", () => {
    const text = FILE.replace("Write the runbook", "Write **two** [runbooks](https://example.org)").replace(
      "- [ ] Write",
      "* [X] Write",
    );
    expect(itemsOf(text)[1]).toMatchObject({ key: "runbook", title: "Write two runbooks", state: "DONE" });
  });

  it("takes new items, whose keys are not those of others", () => {
    const text = FILE.replace(
      "- [ ] Write the runbook",
      "1. [ ] Runbook\n2. [x] Call `npm ci` `must`\n   more words\n\n- [ ] Write the runbook",
    );
    expect(itemsOf(text).map(({ key, title, level, details }) => [key, title, level, details])).toEqual([
      ["keys", "Rotate the keys", "MUST", "Why: they leak.\n\n- `vault`\n- pager"],
      ["runbook-2", "Runbook", "SHOULD", ""],
      ["call-npm-ci", "Call `npm ci`", "MUST", "more words"],
      ["runbook", "Write the runbook", "SHOULD", ""],
    ]);
  });

  it("gives a copied line a key of its own", () => {
    const line = "- [ ] Write the runbook <!-- key: runbook -->";
    expect(itemsOf(FILE.replace(line, `${line}\n${line}`)).map(({ key }) => key)).toEqual([
      "keys",
      "runbook",
      "runbook-2",
    ]);
  });

  it("takes new phases and sections, and items that stand right under a phase", () => {
    const { phases } = edited(
      "## Environments",
      "## Beta\n- [ ] invite\n### Data\n- [ ] move\n\n## Environments",
    );
    expect(phases.map(({ name }) => name)).toEqual(["Alpha", "Risks", "Beta"]);
    expect(phases[2]?.sections).toMatchObject([
      { title: "Checklist", items: [{ title: "invite" }] },
      { title: "Data", items: [{ title: "move" }] },
    ]);
  });

  it("lists what stands where it means nothing", () => {
    const { unplaced, phases } = edited("### Goals\n", "### Goals\n\nA sentence.\n");
    expect(unplaced).toEqual([{ line: 13, text: "A sentence." }]);
    expect(phases[0]?.goals).toEqual(["Learn"]);
  });

  it("takes targets as people write them", () => {
    const { phases } = edited("`target: >= 95 %` `over: 7 days`", "`target: <3.5s` `could`");
    expect(phases[0]?.criteria[0]).toMatchObject({ comparator: "<", target: 3.5, unit: "s", level: "COULD" });
  });

  it("lets the reader say which headings are phases", () => {
    const line = FILE.split("\n").indexOf("### Checklist") + 1;
    expect(
      parsePlan(FILE, { ...NO_CORRECTIONS, phases: [{ line, text: "", isPhase: true }] }).plan.phases.map(
        ({ name }) => name,
      ),
    ).toEqual(["Alpha", "Checklist", "Risks"]);
  });

  it("keeps the end of a title that is too long, and says what else was shortened", () => {
    const { phases, notes } = edited(
      "Write the runbook",
      `Write ${"word ".repeat(150)}end \`area: ${"a".repeat(99)}\``,
    );
    const item = phases[0]?.sections[0]?.items[1];
    expect([item?.title.length, item?.details.endsWith("word end"), item?.area?.length]).toEqual([
      expect.any(Number),
      true,
      80,
    ]);
    expect(notes).toEqual([{ line: 0, text: "Too long, and shortened: phases 0 sections 0 items 1 area." }]);
  });

  it("takes no credential, and no day that is none", () => {
    const token = ["ghp", "0123456789abcdefABCD"].join("_");
    const { environments, phases } = edited("| log |", `| ${token} |`);
    expect(environments?.rows[0]?.values[0]).toBe("[removed]");
    expect(
      edited("due: 2026-12-31", "due: 2026-02-31").phases[0]?.sections[0]?.items[0]?.dueOn,
    ).toBeUndefined();
    expect(phases[0]?.sections[0]?.items[0]?.dueOn).toBe("2026-12-31");
  });

  it("keeps what people wrote under the record by hand, in a list or not", () => {
    const file = planToMarkdown({ ...given, record: ["Gate of Alpha: GO by Ana"] });
    expect(parsePlan(file).plan.record).toEqual(["Gate of Alpha: GO by Ana"]);
    expect(parsePlan(`${file}- Ben called the bank\n\nIt went well.\n`).plan).toMatchObject({
      record: ["Gate of Alpha: GO by Ana", "Ben called the bank", "It went well."],
      unplaced: [],
    });
  });

  it("marks every line it was read from", () => {
    const kinds = new Map(parsePlan(FILE).reading.map(({ text, kind }) => [text, kind]));
    expect(kinds.get("- [ ] Write the runbook <!-- key: runbook -->")).toBe("item");
    expect(kinds.get("- [ ] Tell the team `in progress` <!-- key: tell -->")).toBe("sub-item");
    expect(kinds.get("## Alpha <!-- phase: alpha -->")).toBe("phase");
    expect([...kinds.values()]).not.toContain("text");
  });
});
