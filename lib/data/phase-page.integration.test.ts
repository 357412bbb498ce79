import { expect, it } from "vitest";
import { endOfDay } from "@/lib/domain/days";
import type { Permission } from "@/lib/domain/permissions";
import { makeBareProject } from "@/prisma/factories/bare-project";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject, openProjectOfSession, openWorkspace } from "./access";
import { db } from "./client";
import { setItemState } from "./item-state";
import { changeMemberRole } from "./members";
import { getPhasePage } from "./phase-page";
import { loadHead } from "./project-head";
import { getProjectPage } from "./project-page";
import { refreshOutdatedUnscoped, refreshProjectUnscoped } from "./refresher";
import { freshStandings } from "./standings";

useTestDatabase();

async function scene() {
  const workspace = await makeWorkspace();
  const { actor } = await makeMember(workspace.id, "ADMIN", "Ana");
  const project = await makeBareProject(workspace.id, actor.memberId, ["One", "Two", "Three", "Four"]);
  const access = await openProject(actor, { slug: project.slug }, "item:work");
  return { actor, project, access };
}

it("shows a phase as it stands, whether or not its standing was stored", async () => {
  const { actor, project, access } = await scene();
  const now = () => new Date();
  const before = await getPhasePage(access, "alpha", now());
  expect(before.phase.readiness).toMatchObject({ score: 0, itemsDone: 0, itemsTotal: 4 });
  expect(before.phase.readiness.losses).toHaveLength(4);
  expect(before.phase.gate).toMatchObject({ status: "BLOCKED", ready: false });
  await refreshProjectUnscoped(project.projectId, now());
  await setItemState(access, project.itemIds[0] ?? "", { state: "DONE" });
  const opened = await openProject(actor, { slug: project.slug }, "project:read");
  const after = await getPhasePage(opened, "alpha", now());
  expect(after.phase.readiness.score).toBe(25);
  expect(after.project.phases[0]).toMatchObject({ score: 25, key: "alpha", gateStatus: "BLOCKED" });
  expect(after.project.version).toBe(1);
  // Opened before the tick: the stream begins there, so that nothing read side by side is missed.
  expect((await getPhasePage(access, "alpha", now())).project.version).toBe(0);
  await expect(getPhasePage(access, "alpha\0", now())).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(after.phase.sections[0]?.items[0]).toMatchObject({ title: "One", state: "DONE", stateBy: "Ana" });
  expect((await getProjectPage(access, now())).phases).toEqual(after.project.phases);
});

it("never serves a standing that a later change or the time has overtaken", async () => {
  const { project, access } = await scene();
  const stored = async () => (await loadHead(access, new Date())).phases[0];
  await refreshProjectUnscoped(project.projectId, new Date());
  expect(await stored()).toMatchObject({ fresh: true, score: 0 });
  await setItemState(access, project.itemIds[1] ?? "", { state: "DONE" });
  expect(await stored()).toMatchObject({ fresh: false, score: 0 });
  expect((await freshStandings(access, [project.projectId], new Date())).get(project.phaseId)?.score).toBe(
    25,
  );
  expect(await refreshOutdatedUnscoped(new Date())).toBeGreaterThan(0);
  expect(await stored()).toMatchObject({ fresh: true, score: 25 });
  await db().phaseStanding.update({
    where: { phaseId: project.phaseId },
    data: { validUntil: new Date(Date.now() - 1) },
  });
  expect(await stored()).toMatchObject({ fresh: false });
});

it("reads a page once for all its readers, and anew as soon as anything it shows has changed", async () => {
  const { actor, project, access } = await scene();
  const page = async (at = new Date()) =>
    getPhasePage(await openProject(actor, { slug: project.slug }, "project:read"), "alpha", at);
  const titleOf = ({ phase }: Awaited<ReturnType<typeof page>>) => phase.sections[0]?.items[0]?.title;
  await refreshProjectUnscoped(project.projectId, new Date());
  await page();
  // Behind the back of the door that every write uses: the only way to see that nothing was read again.
  await db().checklistItem.update({ where: { id: project.itemIds[0] ?? "" }, data: { title: "Uno" } });
  expect(titleOf(await page())).toBe("One");

  await setItemState(access, project.itemIds[1] ?? "", { state: "DONE" });
  expect(titleOf(await page())).toBe("Uno");
  await refreshProjectUnscoped(project.projectId, new Date());
  expect((await page()).phase.readiness).toMatchObject({ score: 25, trend: [{ score: 25 }] });

  const rolesOf = async () => (await page()).project.people.map(({ role }) => role);
  const ben = await makeMember(actor.workspaceId, "MEMBER", "Ben");
  expect(await rolesOf()).toEqual(["ADMIN"]);
  const lead = { memberId: ben.actor.memberId, role: "LEAD" } as const;
  await changeMemberRole(openWorkspace(actor, "workspace:administer"), lead);
  expect(await rolesOf()).toEqual(["ADMIN", "LEAD"]);
});

it("gives each reader their own page, and the same one until time alone changes it", async () => {
  const { actor, project, access } = await scene();
  const [mine = "", due = ""] = project.itemIds;
  const ben = await makeMember(actor.workspaceId, "VIEWER", "Ben");
  const page = async (who = actor, at = new Date()) =>
    getPhasePage(await openProject(who, { slug: project.slug }, "project:read"), "alpha", at);
  const rowsOf = ({ phase }: Awaited<ReturnType<typeof page>>) => phase.sections[0]?.items ?? [];
  const today = new Date().toISOString().slice(0, 10);
  await db().checklistItem.update({ where: { id: due }, data: { dueOn: new Date(today) } });
  await setItemState(access, mine, { state: "DONE" });
  await refreshProjectUnscoped(project.projectId, new Date());

  const seen = await page();
  expect(rowsOf(seen)[0]).toMatchObject({ title: "One", doneByReader: true });
  expect(rowsOf(seen)[1]).toMatchObject({ title: "Two", overdue: false });
  expect(await page()).toBe(seen);
  const bens = await page(ben.actor);
  expect(rowsOf(bens)[0]).not.toHaveProperty("doneByReader");
  expect(bens.project.may.work).toBe(false);
  expect(seen.project.may.work).toBe(true);
  expect(rowsOf(await page(actor, endOfDay(today)))[1]).toMatchObject({ overdue: true });
});

it("keeps one point a day and tells work done from a changed scope", async () => {
  const { project, access } = await scene();
  const day = (date: string) => refreshProjectUnscoped(project.projectId, new Date(`${date}T12:00:00Z`));
  await day("2026-11-01");
  await setItemState(access, project.itemIds[0] ?? "", { state: "DONE" });
  await day("2026-11-02");
  await db().checklistItem.update({
    where: { id: project.itemIds[3] ?? "" },
    data: { archivedAt: new Date() },
  });
  await day("2026-11-03");
  await day("2026-11-04");
  const points = await db().scorePoint.findMany({
    where: { phaseId: project.phaseId },
    orderBy: { day: "asc" },
  });
  expect(points.map(({ score, workDelta, scopeDelta }) => [score, workDelta, scopeDelta])).toEqual([
    [0, 0, 0],
    [25, 25, 0],
    [33, 0, 8.33],
  ]);
});

it("tells a stranger nothing", async () => {
  const { actor, project } = await scene();
  const other = await makeWorkspace();
  const stranger = await makeMember(other.id, "ADMIN");
  const { slug } = project;
  const opening = async (secret: string, permission: Permission) =>
    (await openProjectOfSession(secret, slug))?.open(permission);
  await expect(opening(stranger.secret, "project:read")).rejects.toMatchObject({ code: "NOT_FOUND" });
  const viewer = await makeMember(actor.workspaceId, "VIEWER");
  await expect(opening(viewer.secret, "item:work")).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await opening(viewer.secret, "project:read")).toEqual(
    await openProject(viewer.actor, { slug }, "project:read"),
  );
  await db().session.updateMany({
    where: { id: viewer.actor.sessionId ?? "" },
    data: { endedAt: new Date() },
  });
  expect(await openProjectOfSession(viewer.secret, slug)).toBeNull();
  await expect(openProject(stranger.actor, { slug: project.slug }, "project:read")).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(
    openProject(stranger.actor, { itemId: project.itemIds[0] ?? "" }, "project:read"),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});
