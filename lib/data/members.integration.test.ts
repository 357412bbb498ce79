import { expect, it } from "vitest";
import type { Role } from "@/lib/domain/words";
import { makeBareProject } from "@/prisma/factories/bare-project";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject, openWorkspace } from "./access";
import { findSessionActorUnscoped } from "./actor";
import { db } from "./client";
import { acceptInvitationUnscoped, inviteMember } from "./invitations";
import { changeMemberRole, listMembers, listProjectPeople, removeMember, setProjectRole } from "./members";
import { endOtherSessions, startSessionUnscoped } from "./sessions";

useTestDatabase();

async function people() {
  const { id } = await makeWorkspace();
  const ana = await makeMember(id, "ADMIN", "Ana");
  const ben = await makeMember(id, "LEAD", "Ben");
  return { id, ana, ben, access: openWorkspace(ana.actor, "workspace:administer") };
}

const eventsOf = (chain: string) => db().auditEvent.count({ where: { chain } });

it("lists people by name, and addresses only to those who administer them", async () => {
  const { ana, ben, access } = await people();
  const seen = await listMembers(access);
  expect(seen.map((member) => member.name)).toEqual(["Ana", "Ben"]);
  expect(seen.map((member) => member.email)).toEqual([ana.actor.email, ben.actor.email]);
  const seenByBen = await listMembers(openWorkspace(ben.actor, "workspace:read"));
  expect(seenByBen.map((member) => member.email)).toEqual(["", ben.actor.email]);
});

it("changes a role once, and says who may not", async () => {
  const { id, ben, access } = await people();
  await changeMemberRole(access, { memberId: ben.actor.memberId, role: "MANAGER" });
  await changeMemberRole(access, { memberId: ben.actor.memberId, role: "MANAGER" });
  expect(await findSessionActorUnscoped(ben.secret)).toMatchObject({ role: "MANAGER" });
  expect(await eventsOf(id)).toBe(1);
  for (const role of ["VIEWER", "MEMBER", "LEAD", "MANAGER"] satisfies Role[]) {
    const lesser = await makeMember(id, role);
    expect(() => openWorkspace(lesser.actor, "workspace:administer")).toThrow(/Admin/);
  }
});

it("keeps the last admin, also when two admins demote each other at once", async () => {
  const { id, ana, ben, access } = await people();
  const demote = { memberId: ana.actor.memberId, role: "VIEWER" as const };
  await expect(changeMemberRole(access, demote)).rejects.toMatchObject({ code: "RULE" });
  await expect(removeMember(access, demote)).rejects.toMatchObject({ code: "RULE" });
  await changeMemberRole(access, { memberId: ben.actor.memberId, role: "ADMIN" });
  const bens = openWorkspace({ ...ben.actor, role: "ADMIN" }, "workspace:administer");
  await Promise.allSettled([
    changeMemberRole(bens, demote),
    changeMemberRole(access, { memberId: ben.actor.memberId, role: "VIEWER" }),
  ]);
  expect(await db().member.count({ where: { workspaceId: id, role: "ADMIN", removedAt: null } })).toBe(1);
});

it("ends a removed person's sessions and keeps the person's row", async () => {
  const { ben, access } = await people();
  await removeMember(access, { memberId: ben.actor.memberId });
  expect(await findSessionActorUnscoped(ben.secret)).toBeNull();
  expect(await db().member.findUnique({ where: { id: ben.actor.memberId } })).toMatchObject({ role: "LEAD" });
  await expect(removeMember(access, { memberId: ben.actor.memberId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

it("leaves a removed person no way back: no role in a project, no link they made", async () => {
  const { id, ana, ben, access } = await people();
  const project = await makeBareProject(id, ana.actor.memberId, []);
  const inProject = await openProject(ana.actor, { slug: project.slug }, "workspace:administer");
  await changeMemberRole(access, { memberId: ben.actor.memberId, role: "ADMIN" });
  await setProjectRole(inProject, { memberId: ben.actor.memberId, role: "ADMIN" });
  const bens = openWorkspace({ ...ben.actor, role: "ADMIN" }, "workspace:administer");
  const invite = { name: "Me again", email: "me.again@example.test", role: "ADMIN" as const };
  const { token } = await inviteMember(bens, invite);
  await removeMember(access, { memberId: ben.actor.memberId });
  const again = { name: "Ben", email: ben.actor.email, role: "VIEWER" as const };
  const { token: anas } = await inviteMember(access, again);
  const joining = { name: "Ben", passwordHash: "hash" };
  await expect(acceptInvitationUnscoped({ ...joining, token })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await acceptInvitationUnscoped({ ...joining, token: anas });
  const back = await findSessionActorUnscoped((await startSessionUnscoped(ben.actor.userId, "")) ?? "");
  expect(back).toMatchObject({ memberId: ben.actor.memberId, role: "VIEWER" });
  if (!back) throw new Error("He joined again.");
  await expect(openProject(back, { slug: project.slug }, "item:work")).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

it("knows nobody of another workspace", async () => {
  const { access } = await people();
  const other = await people();
  for (const memberId of [other.ben.actor.memberId, "not an id"]) {
    const gone = { code: "NOT_FOUND" };
    await expect(changeMemberRole(access, { memberId, role: "VIEWER" })).rejects.toMatchObject(gone);
    await expect(removeMember(access, { memberId })).rejects.toMatchObject(gone);
  }
});

it("overrides a role in one project and takes it back", async () => {
  const { id, ana, ben } = await people();
  const project = await db().project.create({
    data: { workspaceId: id, slug: "portal", name: "Portal", createdById: ana.actor.memberId },
  });
  const access = await openProject(ana.actor, { slug: "portal" }, "workspace:administer");
  const memberId = ben.actor.memberId;
  await setProjectRole(access, { memberId, role: "MANAGER" });
  await setProjectRole(access, { memberId, role: "MANAGER" });
  expect(await openProject(ben.actor, { slug: "portal" }, "gate:decide")).toMatchObject({ role: "MANAGER" });
  expect((await listProjectPeople(access)).map((person) => [person.name, person.role])).toEqual([
    ["Ana", "ADMIN"],
    ["Ben", "MANAGER"],
  ]);
  await setProjectRole(access, { memberId, role: null });
  await expect(openProject(ben.actor, { slug: "portal" }, "gate:decide")).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  expect(await eventsOf(project.id)).toBe(2);
});

it("ends my other sessions and keeps this one", async () => {
  const { ana } = await people();
  const elsewhere = await startSessionUnscoped(ana.actor.userId, "another browser");
  expect(await endOtherSessions(openWorkspace(ana.actor, "workspace:read"))).toBe(1);
  expect(await findSessionActorUnscoped(elsewhere ?? "")).toBeNull();
  expect(await findSessionActorUnscoped(ana.secret)).not.toBeNull();
});
