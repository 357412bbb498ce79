import { expect, it } from "vitest";
import { makeProject, plan, planItem, planPhase, smallPlan } from "@/prisma/factories/project";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject, openWorkspace, openWorkspaceOfSession } from "./access";
import { db } from "./client";
import { setItemState } from "./item-state";
import { setProjectRole } from "./members";
import { getPortfolio } from "./portfolio";
import { archiveProject } from "./projects";
import { refreshProjectUnscoped } from "./refresher";
import { requestReview } from "./reviews";
import { signOff } from "./sign-offs";

useTestDatabase();

const DAY = 86_400_000;

async function people() {
  const { id } = await makeWorkspace();
  const [ana, ben, mara, max] = [
    (await makeMember(id, "ADMIN", "Ana")).actor,
    (await makeMember(id, "LEAD", "Ben")).actor,
    (await makeMember(id, "MANAGER", "Mara")).actor,
    (await makeMember(id, "MEMBER", "Max")).actor,
  ];
  const see = (actor: typeof ana, page = {}) =>
    getPortfolio(openWorkspace(actor, "workspace:read"), new Date(), page);
  return { id, ana, ben, mara, max, see };
}

it("shows where each project is, with true numbers before and after they are stored", async () => {
  const { ana, see } = await people();
  const access = await makeProject(ana, smallPlan(), "item:work");
  const item = await db().checklistItem.findFirstOrThrow({
    where: { projectId: access.projectId, title: "Rotate the keys" },
  });
  await setItemState(access, item.id, { state: "DONE" });
  const judged = (await see(ana)).projects[0];
  expect(judged).toMatchObject({
    slug: access.slug,
    activePhase: { key: "alpha", name: "Alpha" },
    phases: [{ key: "alpha" }, { key: "beta" }],
    waitsForMe: [],
  });
  expect(judged?.activePhase?.score).toBeGreaterThan(0);
  await refreshProjectUnscoped(access.projectId, new Date());
  const stored = await see(ana);
  expect(stored.projects[0]).toEqual({
    ...judged,
    trend: [judged?.activePhase?.score],
  });
  expect(stored.summary.blockersOnActivePhases).toBe(judged?.activePhase?.blockers);
});

it("reads a project's line once for all readers, and anew when the project has changed", async () => {
  const { ana, ben, see } = await people();
  const access = await makeProject(ana, smallPlan(), "item:work");
  await refreshProjectUnscoped(access.projectId, new Date());
  await see(ana);
  // Behind the back of the door that every write uses: the only way to see that nothing was read again.
  await db().phase.updateMany({
    where: { projectId: access.projectId, key: "alpha" },
    data: { name: "First" },
  });
  const nameOf = async (actor: typeof ana) => (await see(actor)).projects[0]?.activePhase?.name;
  expect(await nameOf(ben)).toBe("Alpha");
  const item = await db().checklistItem.findFirstOrThrow({ where: { projectId: access.projectId } });
  await setItemState(access, item.id, { state: "DONE" });
  expect(await nameOf(ben)).toBe("First");
});

it("tells a manager who did not request it to decide, and who may to sign", async () => {
  const { ana, ben, mara, max, see } = await people();
  const { projectId } = await makeProject(ana);
  const access = await openProject(mara, { projectId }, "review:request");
  await requestReview(access, { phase: "alpha", note: null, days: 7 });
  const waits = async (actor: typeof ana) => {
    const { projects, summary } = await see(actor);
    return [projects[0]?.waitsForMe, summary.gatesWaitingForMe];
  };
  expect(await waits(ana)).toEqual([["decision", "sign-off"], 1]);
  expect(await waits(mara)).toEqual([["sign-off"], 0]);
  expect(await waits(ben)).toEqual([["sign-off"], 0]);
  expect(await waits(max)).toEqual([[], 0]);
  const bens = await openProject(ben, { projectId }, "gate:sign");
  await signOff(bens, { phase: "alpha", rule: "Approval", decision: "APPROVED", comment: null });
  expect(await waits(ben)).toEqual([[], 0]);
  expect(await waits(mara)).toEqual([[], 0]);
  await setProjectRole(await openProject(ana, { projectId }, "workspace:administer"), {
    memberId: max.memberId,
    role: "MANAGER",
  });
  expect(await waits(max)).toEqual([["decision"], 1]);
});

it("counts my items due within a week and measurements that go stale within one", async () => {
  const { ana, ben, see } = await people();
  const { projectId } = await makeProject(ana);
  const items = await db().checklistItem.findMany({ where: { projectId }, orderBy: { key: "asc" } });
  const due = (days: number) => new Date(Date.now() + days * DAY);
  for (const [index, item] of items.entries()) {
    await db().checklistItem.update({
      where: { id: item.id },
      data: {
        dueOn: due(index * 6 - 1),
        assignees: { create: { memberId: ben.memberId } },
      },
    });
  }
  expect((await see(ben)).summary.myItemsDueThisWeek).toBe(2);
  expect((await see(ana)).summary.myItemsDueThisWeek).toBe(0);
  const criterion = await db().criterion.findFirstOrThrow({ where: { projectId } });
  const measure = (days: number) =>
    db().measurement.create({
      data: { projectId, criterionId: criterion.id, value: 96, measuredAt: due(days), byId: ana.memberId },
    });
  await measure(-29);
  expect((await see(ana)).summary.measurementsGoingStale).toBe(1);
  await refreshProjectUnscoped(projectId, new Date());
  expect((await see(ana)).summary.measurementsGoingStale).toBe(1);
  await measure(-1);
  expect((await see(ana)).summary.measurementsGoingStale).toBe(0);
});

it("pages through many without a gap, and refuses a made-up cursor", async () => {
  const { ana, see } = await people();
  const tiny = plan([planPhase("Alpha", [planItem("One")])]);
  for (let count = 0; count < 5; count++) await makeProject(ana, { ...tiny, title: `Project ${count}` });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof see>> = await see(ana, { cursor, limit: 2 });
    expect(page.projects.length).toBeLessThanOrEqual(2);
    expect(page.summary.blockersOnActivePhases).toBeGreaterThanOrEqual(page.projects.length);
    seen.push(...page.projects.map((project) => project.name));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual([4, 3, 2, 1, 0].map((count) => `Project ${count}`));
  for (const cursor of ["made up", "", "e30"])
    await expect(see(ana, { cursor })).rejects.toMatchObject({ code: "INVALID" });
});

it("leaves out archived projects, other workspaces, and what a token may not see", async () => {
  const { ana, see } = await people();
  const kept = await makeProject(ana, { ...smallPlan(), title: "Kept" });
  const gone = await makeProject(ana, { ...smallPlan(), title: "Gone" }, "project:create");
  await archiveProject(gone);
  const other = await people();
  await makeProject(other.ana);
  expect((await see(ana)).projects.map((project) => project.name)).toEqual(["Kept"]);
  const second = await makeProject(ana, { ...smallPlan(), title: "Second" });
  const token = { ...ana, via: "token" as const, onlyProjectId: second.projectId };
  expect((await see(token)).projects.map((project) => project.name)).toEqual(["Second"]);
  expect(kept.slug).toBe("kept");
});

it("is read once for a session while nothing changes, and anew for any change, hour or reader that moves it", async () => {
  const { id } = await makeWorkspace();
  const [ana, ben] = [await makeMember(id, "ADMIN", "Ana"), await makeMember(id, "MEMBER", "Ben")];
  const access = await makeProject(ana.actor, smallPlan(), "item:work");
  await refreshProjectUnscoped(access.projectId, new Date());
  const now = new Date();
  const see = async ({ secret }: typeof ana, at = now) => {
    const session = await openWorkspaceOfSession(secret);
    if (!session) throw new Error("no session");
    return getPortfolio(session.open("workspace:read"), at);
  };
  const first = await see(ana);
  expect(await see(ana)).toBe(first);
  expect(await see(ben)).not.toBe(first);
  // Two days on, other items are due within a week.
  expect(await see(ana, new Date(now.getTime() + 2 * DAY))).not.toBe(first);

  const again = await see(ana);
  const item = await db().checklistItem.findFirstOrThrow({ where: { projectId: access.projectId } });
  await setItemState(access, item.id, { state: "DONE" });
  const changed = await see(ana);
  expect(changed).not.toBe(again);
  expect(changed.projects[0]?.itemsDone).toBe(1);
  // Not judged again yet: what is shown is true now, but not kept.
  expect(await see(ana)).not.toBe(changed);
  await refreshProjectUnscoped(access.projectId, new Date());
  expect(await see(ana)).toBe(await see(ana));

  const ofBen = await see(ben);
  const { projectId } = access;
  await setProjectRole(await openProject(ana.actor, { projectId }, "workspace:administer"), {
    memberId: ben.actor.memberId,
    role: "MANAGER",
  });
  expect(await see(ben)).not.toBe(ofBen);
});

it("is not kept beyond the moment a review that waits for the reader ends", async () => {
  const { id } = await makeWorkspace();
  const [ana, mara] = [await makeMember(id, "ADMIN", "Ana"), await makeMember(id, "MANAGER", "Mara")];
  const { projectId } = await makeProject(ana.actor);
  await requestReview(await openProject(ana.actor, { projectId }, "review:request"), {
    phase: "alpha",
    note: null,
    days: 1,
  });
  await refreshProjectUnscoped(projectId, new Date());
  const see = async (at: Date) => {
    const session = await openWorkspaceOfSession(mara.secret);
    return session && getPortfolio(session.open("workspace:read"), at);
  };
  const { expiresAt } = await db().review.findFirstOrThrow({ where: { projectId } });
  const before = new Date(expiresAt.getTime() - 1_000);
  expect((await see(before))?.summary.gatesWaitingForMe).toBe(1);
  expect((await see(new Date(expiresAt.getTime() + 1_000)))?.summary.gatesWaitingForMe).toBe(0);
});
