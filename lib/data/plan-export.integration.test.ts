import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { Client } from "pg";
import { describe, expect, it, vi } from "vitest";
import { diffPlans } from "@/lib/plan/merge/diff-plans";
import { parsePlan } from "@/lib/plan/parse-plan";
import { canonicalPlan } from "@/lib/plan/plan-file/canonical-plan";
import { planToMarkdown } from "@/lib/plan/plan-file/write-plan";
import type { Plan, PlanItem } from "@/lib/schemas/plan";
import { anyPlan } from "@/prisma/factories/any-plan";
import { makeProject, plan, planCriterion, planItem, planPhase } from "@/prisma/factories/project";
import { FUZZ, runs } from "@/prisma/factories/runs";
import { makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject, openWorkspace } from "./access";
import type { Actor } from "./actor";
import { db } from "./client";
import { archiveCriterion } from "./criteria";
import { importMarkdown } from "./import-drafts";
import { archiveItem } from "./item-plan-moves";
import { setItemState } from "./item-state";
import { recordMeasurement } from "./measurements";
import { archivePhase } from "./phase-order";
import { exportPlan } from "./plan-export";

useTestDatabase();

const now = () => new Date();

async function manager(): Promise<Actor> {
  const { id } = await makeWorkspace();
  return (await makeMember(id, "MANAGER", "Mara")).actor;
}

async function importAndExport(actor: Actor, markdown: string): Promise<Plan> {
  const imported = await importMarkdown(openWorkspace(actor, "project:create"), {
    name: null,
    content: markdown,
  });
  return exportPlan(await openProject(actor, imported, "project:read"), now());
}

const flat = (items: PlanItem[]): PlanItem[] => items.flatMap((item) => [item, ...flat(item.subItems)]);
const itemsOf = ({ phases }: Plan) =>
  phases.flatMap(({ sections }) => sections.flatMap(({ items }) => flat(items)));

const full = plan(
  [
    planPhase(
      "Alpha",
      [
        planItem("Rotate", {
          key: "1.1",
          level: "MUST",
          area: "Security",
          state: "DONE",
          dueOn: "2027-01-31",
          details: "Why: they leak.\n\n- [ ] not an item",
          acceptance: "The old key\nis refused.",
          why: "They leaked.",
          impact: "Nobody\nsigns in.",
          files: ["ops/rotate.sh", "*.pem"],
          subItems: [planItem("Tell them", { key: "1.1.1", state: "IN_PROGRESS" }), planItem("Wait")],
        }),
        planItem("Skip", { state: "NOT_APPLICABLE", level: "COULD" }),
      ],
      {
        key: "alpha",
        audience: "Staff",
        minimumScore: 95,
        plannedOn: "2027-02-01",
        overdueSecretsBlock: true,
        goals: ["Learn"],
        scope: ["Staging"],
        rollback: ["Stop", "Redeploy"],
        rollbackTriggers: ["Errors over 5%"],
        signOffRules: [{ name: "Security", minimum: 2 }],
        criteria: [
          planCriterion("Everybody is happy", { key: "happy", checked: true, maximumAgeDays: 14 }),
          planCriterion("95% pass", {
            key: "pass",
            comparator: ">=",
            target: 95,
            unit: "%",
            window: "7 days",
            area: "Testing",
            minimumSample: 30,
          }),
        ],
      },
    ),
    planPhase("Beta", [], {
      key: "beta",
      sections: [{ title: "Later", items: [] }],
      signOffRules: [{ name: "Approval", minimum: 1 }],
    }),
  ],
  {
    title: "Portal",
    description: "What customers see first.",
    environments: {
      columns: ["Mock", "Production"],
      rows: [
        { key: "DB", values: ["local", "n/a"], mustDiffer: true },
        { key: "Mail", values: ["", "live"] },
      ],
    },
    secrets: [
      {
        name: "Mail key",
        variable: "MAIL",
        owner: "Ops",
        rotationDays: 90,
        storage: "Vault",
        lastRotatedOn: "2026-11-01",
      },
    ],
    risks: [
      { title: "Vendor", severity: "HIGH", mitigation: "A second one", likelihood: "HIGH", impact: "LOW" },
    ],
    criteria: [planCriterion("Nobody complains", { key: "complaints" })],
  },
);

describe("exportPlan", () => {
  it("gives back everything a plan says", async () => {
    const access = await makeProject(await manager(), full);
    expect(await exportPlan(access, now())).toEqual(canonicalPlan(full));
  });

  it("is the same after it was imported again, whatever it says", { timeout: FUZZ + 240_000 }, async () => {
    const actor = await manager();
    await fc.assert(
      fc.asyncProperty(anyPlan, async (made) => {
        fc.pre(made.phases.length > 0);
        const first = await importAndExport(actor, planToMarkdown(made));
        expect(await importAndExport(actor, planToMarkdown(first))).toEqual(first);
      }),
      runs(10),
    );
  });

  it("leaves out what was archived", async () => {
    const stage = await makeStage();
    const access = await stage.open(stage.people.lead, "plan:edit");
    await archiveItem(access, await stage.item("Write the runbook"));
    await archiveCriterion(access, await stage.criterion("95% of tests pass"));
    await archivePhase(access, await stage.phase("Beta"));
    const { phases } = await exportPlan(await stage.open(stage.people.viewer, "project:read"), now());
    expect(phases.map(({ name, criteria }) => [name, criteria])).toEqual([["Alpha", []]]);
    expect(phases[0]?.sections[0]?.items.map(({ title }) => title)).toEqual(["Rotate the keys"]);
  });

  it("ticks a criterion while it is met", async () => {
    const stage = await makeStage();
    const access = await stage.open(stage.people.lead, "item:work");
    const ticks = async () =>
      (await exportPlan(access, now())).phases.flatMap(({ criteria }) =>
        criteria.map(({ checked }) => checked),
      );
    expect(await ticks()).toEqual([false]);
    await recordMeasurement(access, await stage.criterion("95% of tests pass"), { value: 97, note: null });
    expect(await ticks()).toEqual([true]);
  });

  it("asks the database as often for a large plan as for a small one", async () => {
    const actor = await manager();
    const many = Array.from({ length: 300 }, (_, at) => planItem(`Item ${at}`, { details: "Why: so" }));
    const large = plan(Array.from({ length: 10 }, (_, at) => planPhase(`Phase ${at}`, at === 0 ? many : [])));
    const queries = async (made: Plan) => {
      const access = await makeProject(actor, made);
      const asked = vi.spyOn(Client.prototype, "query");
      await exportPlan(access, now());
      const { length } = asked.mock.calls;
      asked.mockRestore();
      return length;
    };
    const small = plan([planPhase("Alpha", [planItem("Item", { details: "Why: so" })])]);
    expect(await queries(large)).toBe(await queries(small));
  });

  it("reads as the seed plans do: what a file says is in the project's file", async () => {
    const text =
      "# Trial\n## Phase 1: In (HIGH)\n- [ ] 1.1 Build\n  - [x] sub\n\n### Exit criteria\n- 99% uptime\n";
    const exported = await importAndExport(await manager(), text);
    expect(parsePlan(planToMarkdown(exported)).plan).toEqual(exported);
    expect(exported.phases[0]).toMatchObject({
      name: "Phase 1: In (HIGH)",
      sections: [{ items: [{ key: "1.1", title: "Build", level: "MUST", subItems: [{ state: "DONE" }] }] }],
      criteria: [{ comparator: ">=", target: 99, unit: "%" }],
    });
  });

  it.each(["transition-plan", "strategic-plan"])("gives a worked %s back with nothing lost", async (name) => {
    const text = await readFile(`e2e/plans/${name}.md`, "utf8");
    const actor = await manager();
    const imported = await importMarkdown(openWorkspace(actor, "project:create"), {
      name: null,
      content: text,
    });
    const { projectId } = await openProject(actor, imported, "project:read");
    const access = await openProject(actor, { projectId }, "item:work");
    const items = await db().checklistItem.findMany({ where: { projectId }, select: { id: true } });
    for (const { id } of items) await setItemState(access, id, { state: "DONE" });
    const before = parsePlan(text).plan;
    const after = parsePlan(planToMarkdown(await exportPlan(access, now()))).plan;
    const words = ({ key, title, acceptance, why, impact, files }: PlanItem) => {
      return { key, title, acceptance, why, impact, files };
    };
    expect(itemsOf(after).map(words)).toEqual(itemsOf(before).map(words));
    expect(new Set(itemsOf(after).map(({ state }) => state))).toEqual(new Set(["DONE"]));
    const said = ({ phases, environments, secrets, risks, criteria }: Plan) => [
      phases.map(({ name, goals, scope, rollback, criteria: own }) => [
        name,
        goals,
        scope,
        rollback,
        own.length,
      ]),
      [environments?.columns, environments?.rows.map(({ key }) => key)],
      [secrets.map(({ name }) => name), risks.map(({ title }) => title), criteria.length],
    ];
    expect(said(after)).toEqual(said(before));
    expect(diffPlans(before, after, after)).toEqual({ changes: [], conflicts: [] });
    expect(diffPlans(after, before, after).changes).toEqual([]);
  });
});
