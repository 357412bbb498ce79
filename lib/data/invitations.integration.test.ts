import { expect, it } from "vitest";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openWorkspace } from "./access";
import { db } from "./client";
import {
  acceptInvitationUnscoped,
  findInvitationUnscoped,
  inviteMember,
  listInvitations,
  revokeInvitation,
} from "./invitations";
import { removeMember } from "./members";

useTestDatabase();

let count = 0;

async function invited() {
  const { id } = await makeWorkspace();
  const { actor } = await makeMember(id, "ADMIN", "Ana");
  const access = openWorkspace(actor, "workspace:administer");
  const ben = { name: "Ben", email: `ben${++count}@example.test`, role: "LEAD" as const };
  return { access, ben, ...(await inviteMember(access, ben)) };
}

const joining = (token: string) => ({ token, name: "Ben Osei", passwordHash: "hash" });

it("makes a member from a link, once", async () => {
  const { access, ben, token } = await invited();
  expect(await findInvitationUnscoped(token, new Date())).toMatchObject(ben);
  expect(await acceptInvitationUnscoped(joining(token))).toEqual({ email: ben.email });
  const member = await db().member.findFirst({
    where: { workspaceId: access.workspaceId, user: { email: ben.email } },
    include: { user: true },
  });
  expect(member).toMatchObject({ role: "LEAD", user: { name: "Ben Osei" } });
  expect(await findInvitationUnscoped(token, new Date())).toBeNull();
  await expect(acceptInvitationUnscoped(joining(token))).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(inviteMember(access, ben)).rejects.toMatchObject({ code: "CONFLICT" });
  const events = await db().auditEvent.findMany({
    where: { chain: access.workspaceId },
    orderBy: { seq: "asc" },
  });
  expect(events.map((event) => event.action)).toEqual(["member.invited", "member.joined"]);
  expect(events.map((event) => event.canonical).join()).not.toContain("example.test");
});

it("lets one of two joins at once win", async () => {
  const { token, access } = await invited();
  const answers = await Promise.allSettled([
    acceptInvitationUnscoped(joining(token)),
    acceptInvitationUnscoped(joining(token)),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = answers.find((answer) => answer.status === "rejected");
  expect(lost?.reason).toMatchObject({ code: "CONFLICT" });
  expect(await db().member.count({ where: { workspaceId: access.workspaceId } })).toBe(2);
});

it("refuses links that are made up, expired or withdrawn", async () => {
  const { token, access } = await invited();
  const later = new Date(Date.now() + 8 * 86_400_000);
  expect(await findInvitationUnscoped(token, later)).toBeNull();
  expect(await listInvitations(access, later)).toEqual([]);
  expect(await listInvitations(access, new Date())).toMatchObject([{ name: "Ben", invitedBy: "Ana" }]);
  const [open] = await listInvitations(access, new Date());
  await revokeInvitation(access, { invitationId: open?.id ?? "" });
  await revokeInvitation(access, { invitationId: open?.id ?? "" });
  for (const secret of [token, "made up", ""])
    await expect(acceptInvitationUnscoped(joining(secret))).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await db().auditEvent.count({ where: { chain: access.workspaceId } })).toBe(2);
});

it("replaces an earlier invitation to the same address", async () => {
  const { access, ben, token } = await invited();
  const second = await inviteMember(access, { ...ben, role: "VIEWER" });
  expect(await findInvitationUnscoped(token, new Date())).toBeNull();
  expect(await findInvitationUnscoped(second.token, new Date())).toMatchObject({ role: "VIEWER" });
});

it("takes a removed person back under the same row", async () => {
  const { access, ben, token } = await invited();
  await acceptInvitationUnscoped(joining(token));
  const where = { workspaceId: access.workspaceId, user: { email: ben.email } };
  const member = await db().member.findFirstOrThrow({ where });
  await removeMember(access, { memberId: member.id });
  const again = await inviteMember(access, { ...ben, role: "MEMBER" });
  await acceptInvitationUnscoped({ ...joining(again.token), passwordHash: "new hash" });
  expect(await db().member.findFirst({ where, include: { user: true } })).toMatchObject({
    id: member.id,
    role: "MEMBER",
    removedAt: null,
    user: { passwordHash: "new hash" },
  });
});

it("does not give away an account of another workspace", async () => {
  const { token, ben } = await invited();
  const other = await makeWorkspace();
  await db().user.create({
    data: {
      name: "Ben",
      email: ben.email,
      passwordHash: "his own",
      members: { create: { workspaceId: other.id, role: "ADMIN" } },
    },
  });
  await expect(acceptInvitationUnscoped(joining(token))).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await db().user.findUnique({ where: { email: ben.email } })).toMatchObject({
    passwordHash: "his own",
  });
});

it("knows no invitation of another workspace", async () => {
  const mine = await invited();
  const theirs = await invited();
  await expect(revokeInvitation(mine.access, { invitationId: theirs.id })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
