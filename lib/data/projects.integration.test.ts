import { expect, it } from "vitest";
import type { Actor } from "@/lib/data/actor";
import { makeProject, plan, planCriterion, planItem, planPhase, smallPlan } from "@/prisma/factories/project";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject, openWorkspace } from "./access";
import { db } from "./client";
import {
  archiveProject,
  createProjectFromPlan,
  editProject,
  getProjectSettings,
  restoreProject,
} from "./projects";

useTestDatabase();

async function manager(): Promise<Actor> {
  const { id } = await makeWorkspace();
  return (await makeMember(id, "MANAGER", "Mara")).actor;
}

const create = (actor: Actor, made = smallPlan(), name = made.title) =>
  createProjectFromPlan(openWorkspace(actor, "project:create"), { name, plan: made, source: null });

it("makes everything a plan holds, and one event in each chain", async () => {
  const actor = await manager();
  const made = plan(
    [
      planPhase("Alpha", [planItem("Keys", { area: "Security", state: "DONE", level: "MUST" })], {
        goals: ["Find the gaps"],
        scope: ["Staff only"],
        rollback: ["Snapshot"],
        signOffRules: [{ name: "Security", minimum: 2 }],
      }),
      planPhase("Beta", [planItem("Mail", { area: "security", state: "NOT_APPLICABLE" })]),
    ],
    {
      criteria: [planCriterion("Nobody complains")],
      environments: { columns: ["Mock", "Production"], rows: [{ key: "DB", values: ["a", "b"] }] },
      secrets: [{ name: "Mail key", variable: "MAIL", owner: null, rotationDays: 90, storage: null }],
      risks: [{ title: "Vendor", severity: null, mitigation: "Second vendor" }],
    },
  );
  const { projectId, slug } = await create(actor, made);
  expect(slug).toBe("customer-portal");
  const project = await db().project.findUniqueOrThrow({
    where: { id: projectId },
    include: {
      phases: { orderBy: { position: "asc" }, include: { signOffRules: true, standing: true } },
      items: { orderBy: { key: "asc" }, include: { area: true, records: true } },
      criteria: true,
      risks: true,
      secrets: true,
      environments: true,
      configurations: { include: { values: true } },
    },
  });
  expect(project.phases).toMatchObject([
    {
      key: "alpha",
      status: "ACTIVE",
      goals: ["Find the gaps"],
      signOffRules: [{ name: "Security", minimum: 2 }],
    },
    {
      key: "beta",
      status: "PLANNED",
      signOffRules: [{ name: "Approval", minimum: 1, minimumRole: "LEAD" }],
    },
  ]);
  expect(project.phases[0]?.standing).not.toBeNull();
  expect(project.items).toMatchObject([
    {
      key: "Keys",
      state: "DONE",
      stateById: actor.memberId,
      area: { name: "Security" },
      records: [{ state: "DONE", byId: actor.memberId, reason: "Ticked in the imported plan" }],
    },
    {
      key: "Mail",
      state: "NOT_APPLICABLE",
      area: { name: "Security" },
      records: [{ reason: "Not applicable in the imported plan" }],
    },
  ]);
  expect(project.criteria).toMatchObject([{ phaseId: null, key: "nobody-complains", maximumAgeDays: 30 }]);
  expect(project.risks).toMatchObject([{ severity: "MEDIUM", state: "OPEN" }]);
  expect(project.secrets).toMatchObject([{ variable: "MAIL", rotationDays: 90 }]);
  expect(project.configurations[0]?.values).toHaveLength(2);
  const chains = [projectId, actor.workspaceId];
  const events = await db().auditEvent.findMany({ where: { chain: { in: chains } } });
  expect(events.map((event) => [event.chain, event.action])).toEqual(
    expect.arrayContaining(chains.map((chain) => [chain, "project.created"])),
  );
  expect(events).toHaveLength(2);
});

it("keeps every item of a deep plan: deeper ones become sub-items of the top one, in order", async () => {
  const deep = planItem("Top", {
    subItems: [planItem("A", { subItems: [planItem("A1", { state: "DONE" })] }), planItem("B")],
  });
  const { projectId } = await create(await manager(), plan([planPhase("Alpha", [deep])]));
  const items = await db().checklistItem.findMany({
    where: { projectId },
    orderBy: [{ parentId: { sort: "asc", nulls: "first" } }, { position: "asc" }],
  });
  const [top, ...subItems] = items;
  expect(top).toMatchObject({ title: "Top", parentId: null });
  expect(subItems.map((item) => [item.title, item.parentId])).toEqual(
    ["A", "A1", "B"].map((title) => [title, top?.id]),
  );
});

it("makes keys and addresses unique, in any script", async () => {
  const actor = await manager();
  const twice = plan([
    planPhase("Фаза", [planItem("Same"), planItem("Same")]),
    planPhase("阶段", [planItem("Same")]),
  ]);
  const made = [
    await create(actor, twice, "运维"),
    await create(actor, twice, "New"),
    await create(actor, twice, "new"),
  ];
  expect(made.map((project) => project.slug)).toEqual(["project", "new-2", "new-3"]);
  const projectId = made[0]?.projectId ?? "";
  const items = await db().checklistItem.findMany({ where: { projectId }, select: { key: true } });
  expect(new Set(items.map((item) => item.key)).size).toBe(3);
  const phases = await db().phase.findMany({ where: { projectId }, orderBy: { position: "asc" } });
  expect(phases.map((phase) => phase.key)).toEqual(["phase", "phase-2"]);
});

it("gives two projects of one name, made at once, an address each", async () => {
  const actor = await manager();
  const made = await Promise.all([create(actor), create(actor), create(actor)]);
  expect(new Set(made.map((project) => project.slug)).size).toBe(3);
});

it("attests a ticked criterion without a target, and measures none with one", async () => {
  const checked = true;
  const made = plan([
    planPhase("Alpha", [], {
      criteria: [
        planCriterion("Legal agrees", { checked }),
        planCriterion("99.9% uptime", { checked, comparator: ">=", target: 99.9, unit: "%" }),
        planCriterion("Stable for a continuous 72-hour period", {
          comparator: ">=",
          target: 72,
          unit: "hours",
        }),
        planCriterion("No alert", { window: "3 consecutive days" }),
        planCriterion("Error rate", { window: "30 days" }),
      ],
    }),
  ]);
  const { projectId } = await create(await manager(), made);
  const criteria = await db().criterion.findMany({
    where: { projectId },
    orderBy: { position: "asc" },
    include: { measurements: true },
  });
  expect(criteria.map((criterion) => criterion.measurements.map(({ value }) => value))).toEqual([
    [1],
    [],
    [],
    [],
    [],
  ]);
  expect(criteria.map((criterion) => criterion.windowHours)).toEqual([null, null, 72, 72, null]);
});

it("refuses a plan without a phase and leaves no half project", async () => {
  const actor = await manager();
  await expect(create(actor, plan([]))).rejects.toMatchObject({ code: "INVALID" });
  const huge = Array.from({ length: 10_001 }, (_, index) => planItem(`Item ${index}`));
  await expect(create(actor, plan([planPhase("Alpha", huge)]))).rejects.toMatchObject({ code: "TOO_LARGE" });
  expect(await db().project.count({ where: { workspaceId: actor.workspaceId } })).toBe(0);
});

it("holds the largest plan", async () => {
  const items = Array.from({ length: 10_000 }, (_, index) => planItem(`Item ${index}`, { state: "DONE" }));
  const { projectId } = await create(await manager(), plan([planPhase("Alpha", items)]));
  expect(await db().checklistItem.count({ where: { projectId } })).toBe(10_000);
  expect(await db().itemStateRecord.count({ where: { projectId } })).toBe(10_000);
});

it("is a manager's to do", async () => {
  const { id } = await makeWorkspace();
  const { actor } = await makeMember(id, "LEAD");
  expect(() => openWorkspace(actor, "project:create")).toThrow(/Manager/);
});

it("edits settings field by field, and tells the second of two what changed", async () => {
  const actor = await manager();
  const access = await makeProject(actor, smallPlan(), "plan:edit");
  const { archivedAt, ...basedOn } = await getProjectSettings(access);
  const input = { ...basedOn, projectId: access.projectId, basedOn };
  await editProject(access, { ...input, name: "Portal" });
  await editProject(access, { ...input, name: "Portal" });
  await editProject(access, { ...input, graceHours: 48 });
  expect(await getProjectSettings(access)).toMatchObject({ name: "Portal", graceHours: 48, archivedAt });
  await expect(editProject(access, { ...input, name: "Shop" })).rejects.toMatchObject({
    code: "CONFLICT",
    details: { current: { name: "Portal" } },
  });
  expect(await db().auditEvent.count({ where: { chain: access.projectId } })).toBe(3);
});

it("lets a lead rename, and not change the rules of the gates", async () => {
  const actor = await manager();
  const { projectId } = await makeProject(actor);
  const lead = (await makeMember(actor.workspaceId, "LEAD")).actor;
  const access = await openProject(lead, { projectId }, "plan:edit");
  const { archivedAt: _, ...basedOn } = await getProjectSettings(access);
  await editProject(access, { ...basedOn, projectId, basedOn, name: "Portal" });
  await expect(editProject(access, { ...basedOn, projectId, basedOn, fourEyes: true })).rejects.toMatchObject(
    { code: "FORBIDDEN" },
  );
  await expect(openProject(lead, { projectId }, "project:create")).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

it("archives and brings back, each once", async () => {
  const access = await makeProject(await manager(), smallPlan(), "project:create");
  await archiveProject(access);
  await archiveProject(access);
  expect((await getProjectSettings(access)).archivedAt).not.toBeNull();
  await restoreProject(access);
  await restoreProject(access);
  expect((await getProjectSettings(access)).archivedAt).toBeNull();
  expect(await db().auditEvent.count({ where: { chain: access.projectId } })).toBe(3);
});

it("is not found from another workspace", async () => {
  const { slug, projectId } = await makeProject(await manager());
  const outsider = (await makeMember((await makeWorkspace()).id, "ADMIN")).actor;
  for (const address of [{ slug }, { projectId }])
    await expect(openProject(outsider, address, "plan:edit")).rejects.toMatchObject({ code: "NOT_FOUND" });
});
