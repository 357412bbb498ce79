import { describe, expect, it } from "vitest";
import type { Plan, PlanItem } from "@/lib/schemas/plan";
import { plan, planCriterion, planItem, planPhase } from "@/prisma/factories/project";
import { parsePlan } from "../parse-plan";
import { diffPlans } from "./diff-plans";

const item = (title: string, rest: Partial<PlanItem> = {}) =>
  planItem(title, { key: title.toLowerCase().replaceAll(" ", "-"), ...rest });

const base = plan(
  [
    planPhase(
      "Alpha",
      [
        item("Rotate the keys", { level: "MUST" }),
        item("Write the runbook", { subItems: [item("How to start it")] }),
        item("Restore a backup"),
      ],
      {
        key: "alpha",
        goals: ["Learn"],
        criteria: [
          planCriterion("95% of tests pass", { key: "tests", comparator: ">=", target: 95, unit: "%" }),
        ],
        signOffRules: [{ name: "Security", minimum: 1 }],
      },
    ),
    planPhase("Beta", [item("Invite customers")], { key: "beta" }),
  ],
  {
    title: "Portal",
    environments: { columns: ["Staging", "Production"], rows: [{ key: "Mail", values: ["log", "live"] }] },
    secrets: [{ name: "Mail key", variable: "MAIL", owner: null, rotationDays: 90, storage: null }],
    risks: [{ title: "Vendor is late", severity: "HIGH", mitigation: null }],
    criteria: [planCriterion("Nobody complains", { key: "complaints" })],
  },
);

/** A copy of the plan in which `change` changed something. */
function changed(change: (copy: Plan) => void): Plan {
  const copy = structuredClone(base);
  change(copy);
  return copy;
}

const alpha = ({ phases }: Plan) => phases[0] ?? planPhase("none");
const itemsIn = (from: Plan, phase = 0): PlanItem[] => from.phases[phase]?.sections[0]?.items ?? [];
const at = (from: Plan, index: number): PlanItem => itemsIn(from)[index] ?? planItem("none");
const same = structuredClone(base);

describe("what only the file changed", () => {
  it.each<[string, (copy: Plan) => void, object[]]>([
    ["nothing", () => undefined, []],
    [
      "a tick",
      (copy) => Object.assign(at(copy, 0), { state: "DONE" }),
      [{ kind: "edited", key: "rotate-the-keys", field: "state", from: "OPEN", to: "DONE" }],
    ],
    [
      "words of an item with its key",
      (copy) => Object.assign(at(copy, 0), { title: "Change every credential" }),
      [
        {
          kind: "edited",
          noun: "item",
          key: "rotate-the-keys",
          field: "title",
          to: "Change every credential",
        },
      ],
    ],
    [
      "words of an item whose key came from them",
      (copy) => Object.assign(at(copy, 2), { key: "restore-the-backup", title: "Restore the newest backup" }),
      [{ kind: "edited", key: "restore-a-backup", field: "title", to: "Restore the newest backup" }],
    ],
    [
      "numbers, where each item took the key of its neighbour",
      (copy) => {
        const keys = itemsIn(copy).map(({ key }) => key);
        itemsIn(copy).unshift(item("Name an owner", { key: "rotate-the-keys" }));
        for (const [index, each] of itemsIn(copy).slice(1).entries()) each.key = keys[index + 1] ?? "last";
      },
      [{ kind: "added", title: "Name an owner", place: ["Alpha", "Checklist"] }],
    ],
    [
      "the place of an item",
      (copy) => itemsIn(copy, 1).push(...itemsIn(copy).splice(0, 1)),
      [{ kind: "moved", key: "rotate-the-keys", place: ["Alpha", "Checklist"], to: ["Beta", "Checklist"] }],
    ],
    [
      "the order of items, and of phases",
      (copy) => {
        itemsIn(copy).reverse();
        itemsIn(copy).push(item("Call the customers"));
        copy.phases.reverse();
      },
      [
        { kind: "added", title: "Call the customers" },
        { kind: "reordered", noun: "project", what: "phase", order: [{ key: "beta" }, { key: "alpha" }] },
        {
          kind: "reordered",
          noun: "section",
          place: ["Alpha"],
          what: "item",
          order: [{ key: "restore-a-backup" }, { key: "write-the-runbook" }, { key: "rotate-the-keys" }],
        },
      ],
    ],
    [
      "an item gone with what is below it",
      (copy) => itemsIn(copy).splice(1, 1),
      [{ kind: "archived", noun: "item", key: "write-the-runbook" }],
    ],
    [
      "a section's name",
      (copy) => Object.assign(alpha(copy).sections[0] ?? {}, { title: "Before we go" }),
      [{ kind: "edited", noun: "section", title: "Checklist", field: "title", to: "Before we go" }],
    ],
    [
      "a phase's name and key",
      (copy) => Object.assign(alpha(copy), { name: "Pilot", key: null }),
      [{ kind: "edited", noun: "phase", key: "alpha", field: "name", to: "Pilot" }],
    ],
    ["a phase gone", (copy) => copy.phases.pop(), [{ kind: "archived", noun: "phase", key: "beta" }]],
    [
      "a target",
      (copy) => Object.assign(alpha(copy).criteria[0] ?? {}, { target: 99, key: null }),
      [{ kind: "edited", noun: "criterion", key: "tests", field: "target", from: 95, to: 99 }],
    ],
    [
      "an attestation, but no tick of what is measured",
      (copy) => {
        Object.assign(copy.criteria[0] ?? {}, { checked: true });
        Object.assign(alpha(copy).criteria[0] ?? {}, { checked: true });
      },
      [{ kind: "edited", key: "complaints", field: "checked", to: true }],
    ],
    [
      "goals, rules, cells, secrets and risks",
      (copy) => {
        alpha(copy).goals.push("Sleep");
        alpha(copy).signOffRules = [{ name: "Security", minimum: 2 }];
        copy.environments?.rows[0]?.values.splice(0, 1, "mock");
        Object.assign(copy.secrets[0] ?? {}, { owner: "Ops" });
        copy.risks.push({ title: "Flood", severity: null, mitigation: null });
      },
      [
        { noun: "phase", field: "goals", to: ["Learn", "Sleep"] },
        { noun: "sign-off rule", field: "minimum", to: 2 },
        { noun: "configuration item", title: "Mail", field: "in Staging", from: "log", to: "mock" },
        { noun: "secret", field: "owner", to: "Ops" },
        { kind: "added", noun: "risk", title: "Flood" },
      ],
    ],
  ])("takes over %s", (_what, change, changes) => {
    const diff = diffPlans(base, changed(change), same);
    expect(diff.conflicts).toEqual([]);
    expect(diff.changes).toHaveLength(changes.length);
    expect(diff.changes).toMatchObject(changes);
  });

  it("knows a section that was emptied of its own from one that was renamed", () => {
    const theirs = changed((copy) => {
      alpha(copy).sections = [
        { title: "Security", items: itemsIn(copy).slice(0, 1) },
        { title: "Operations", items: itemsIn(copy).slice(1) },
      ];
    });
    const { changes } = diffPlans(base, theirs, same);
    expect(changes).toMatchObject([
      { kind: "added", noun: "section", title: "Security" },
      { kind: "moved", key: "rotate-the-keys", to: ["Alpha", "Security"] },
      { kind: "edited", noun: "section", title: "Checklist", field: "title", to: "Operations" },
    ]);
  });
});

describe("what only the project changed", () => {
  it.each<[string, (copy: Plan) => void]>([
    ["a tick", (copy) => Object.assign(at(copy, 0), { state: "DONE" })],
    ["a verification", (copy) => Object.assign(at(copy, 0), { state: "VERIFIED" })],
    ["words", (copy) => Object.assign(at(copy, 0), { title: "Something else altogether" })],
    ["an item more", (copy) => itemsIn(copy).push(item("Call the customers"))],
    ["an item less", (copy) => itemsIn(copy).pop()],
    ["the place of an item", (copy) => itemsIn(copy, 1).push(...itemsIn(copy).splice(0, 1))],
    ["a criterion met", (copy) => Object.assign(alpha(copy).criteria[0] ?? {}, { checked: true })],
    ["a phase less", (copy) => copy.phases.pop()],
    ["the order of items", (copy) => itemsIn(copy).reverse()],
  ])("keeps %s", (_what, change) => {
    expect(diffPlans(base, same, changed(change))).toEqual({ changes: [], conflicts: [] });
  });
});

describe("what both changed", () => {
  it.each<[string, (copy: Plan) => void, (copy: Plan) => void, object[], object[]]>([
    [
      "alike",
      (copy) => Object.assign(at(copy, 0), { level: "COULD" }),
      (copy) => Object.assign(at(copy, 0), { level: "COULD" }),
      [],
      [],
    ],
    [
      "in different fields",
      (copy) => Object.assign(at(copy, 0), { level: "COULD" }),
      (copy) => Object.assign(at(copy, 0), { area: "Security" }),
      [{ field: "level", to: "COULD" }],
      [],
    ],
    [
      "in one field",
      (copy) => Object.assign(at(copy, 0), { title: "Rotate all keys" }),
      (copy) => Object.assign(at(copy, 0), { title: "Rotate the API keys" }),
      [],
      [
        {
          kind: "field",
          field: "title",
          base: "Rotate the keys",
          theirs: "Rotate all keys",
          ours: "Rotate the API keys",
        },
      ],
    ],
    [
      "by moving it to different places",
      (copy) => itemsIn(copy, 1).push(...itemsIn(copy).splice(0, 1)),
      (copy) => alpha(copy).sections.push({ title: "Security", items: itemsIn(copy).splice(0, 1) }),
      [],
      [
        {
          kind: "place",
          base: ["Alpha", "Checklist"],
          theirs: ["Beta", "Checklist"],
          ours: ["Alpha", "Security"],
        },
      ],
    ],
    [
      "by adding the same item",
      (copy) => itemsIn(copy).push(item("Call everybody", { level: "MUST" })),
      (copy) => itemsIn(copy).push(item("Call everybody", { key: "calls", state: "DONE" })),
      [],
      [{ kind: "field", key: "calls", field: "level", base: null, theirs: "MUST", ours: "SHOULD" }],
    ],
    [
      "both gave it files, and only the file a reason",
      (copy) => Object.assign(at(copy, 2), { files: ["a.sh"], why: "It was lost once." }),
      (copy) => Object.assign(at(copy, 2), { files: ["b.sh"] }),
      [{ kind: "edited", key: "restore-a-backup", field: "why", from: null, to: "It was lost once." }],
      [
        {
          kind: "field",
          key: "restore-a-backup",
          field: "files",
          base: [],
          theirs: ["a.sh"],
          ours: ["b.sh"],
        },
      ],
    ],
    [
      "one took it out, the other ticked it",
      (copy) => itemsIn(copy).splice(2, 1),
      (copy) => Object.assign(at(copy, 2), { state: "DONE" }),
      [{ kind: "archived", key: "restore-a-backup" }],
      [],
    ],
    [
      "the file took it out, the project reworded it",
      (copy) => itemsIn(copy).splice(2, 1),
      (copy) => Object.assign(at(copy, 2), { acceptance: "It starts" }),
      [],
      [{ kind: "gone from the file", key: "restore-a-backup", changed: ["acceptance"] }],
    ],
    [
      "the project took it out, the file reworded it",
      (copy) => Object.assign(at(copy, 2), { acceptance: "It starts" }),
      (copy) => itemsIn(copy).splice(2, 1),
      [],
      [{ kind: "archived here", key: "restore-a-backup", changed: ["acceptance"] }],
    ],
  ])("%s", (_what, theirs, ours, changes, conflicts) => {
    const diff = diffPlans(base, changed(theirs), changed(ours));
    expect([diff.changes.length, diff.conflicts.length]).toEqual([changes.length, conflicts.length]);
    expect(diff).toMatchObject({ changes, conflicts });
  });
});

describe("ticks", () => {
  const stated = (state: PlanItem["state"]) => changed((copy) => Object.assign(at(copy, 0), { state }));
  it.each<[PlanItem["state"], PlanItem["state"], PlanItem["state"], string]>([
    ["OPEN", "DONE", "IN_PROGRESS", "DONE"],
    ["OPEN", "DONE", "VERIFIED", "keeps"],
    ["OPEN", "VERIFIED", "OPEN", "DONE"],
    ["OPEN", "WAIVED", "OPEN", "keeps"],
    ["OPEN", "NOT_APPLICABLE", "OPEN", "NOT_APPLICABLE"],
    ["OPEN", "IN_PROGRESS", "DONE", "asks"],
    ["OPEN", "DONE", "NOT_APPLICABLE", "asks"],
    ["DONE", "OPEN", "DONE", "asks"],
    ["DONE", "OPEN", "VERIFIED", "asks"],
    ["DONE", "DONE", "OPEN", "keeps"],
  ])("was %s, the file says %s, the project %s: %s", (before, wish, now, outcome) => {
    const { changes, conflicts } = diffPlans(stated(before), stated(wish), stated(now));
    if (outcome === "asks") expect(conflicts).toMatchObject([{ field: "state", theirs: wish, ours: now }]);
    else if (outcome === "keeps") expect({ changes, conflicts }).toEqual({ changes: [], conflicts: [] });
    else expect(changes).toMatchObject([{ field: "state", to: outcome }]);
  });
});

it("reads a Markdown file that never had keys", () => {
  const before =
    "# P\n## Phase 1: In\n- [ ] Rotate keys\n- [ ] Check the alerts of the night\n## Phase 2: Out\n- [ ] Tell them\n";
  const after =
    "# P\n## Phase 1: In\n- [x] Check all alerts of the night\n- [ ] Rotate keys\n## Phase 2: Out\n- [ ] Tell them\n- [ ] Go home\n";
  expect(diffPlans(parsePlan(before).plan, parsePlan(after).plan, parsePlan(before).plan)).toMatchObject({
    changes: [
      { kind: "edited", key: "check-the-alerts-of-the-night", field: "title" },
      { kind: "edited", key: "check-the-alerts-of-the-night", field: "state", to: "DONE" },
      { kind: "added", title: "Go home", place: ["Phase 2: Out", "Checklist"] },
      {
        kind: "reordered",
        noun: "section",
        what: "item",
        order: [{ key: "check-the-alerts-of-the-night" }, { key: "rotate-keys" }],
      },
    ],
    conflicts: [],
  });
});
