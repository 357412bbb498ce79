import { expect, it } from "vitest";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { findSessionActorUnscoped } from "./actor";
import { db } from "./client";
import { endSessionUnscoped } from "./sessions";

useTestDatabase();

it("finds the person of a session until the session is ended", async () => {
  const workspace = await makeWorkspace();
  const { secret, actor } = await makeMember(workspace.id, "LEAD", "Ben");
  expect(await findSessionActorUnscoped(secret)).toEqual(actor);
  await endSessionUnscoped(secret);
  expect(await findSessionActorUnscoped(secret)).toBeNull();
});

it("finds nobody for a removed member, a disabled person, an expired session or a made-up secret", async () => {
  const workspace = await makeWorkspace();
  const removed = await makeMember(workspace.id, "ADMIN");
  const disabled = await makeMember(workspace.id, "ADMIN");
  const expired = await makeMember(workspace.id, "ADMIN");
  await db().member.update({ where: { id: removed.actor.memberId }, data: { removedAt: new Date() } });
  await db().user.update({ where: { id: disabled.actor.userId }, data: { disabledAt: new Date() } });
  await db().session.updateMany({ where: { userId: expired.actor.userId }, data: { expiresAt: new Date() } });
  for (const secret of [removed.secret, disabled.secret, expired.secret, "made up", ""])
    expect(await findSessionActorUnscoped(secret)).toBeNull();
});
