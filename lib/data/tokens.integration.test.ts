import { expect, it } from "vitest";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject, openWorkspace } from "./access";
import { findTokenActorUnscoped, hashSecret } from "./actor";
import { db } from "./client";
import { createToken, listTokens, revokeToken } from "./tokens";

useTestDatabase();

async function people() {
  const { id } = await makeWorkspace();
  const ana = await makeMember(id, "ADMIN", "Ana");
  const ben = await makeMember(id, "LEAD", "Ben");
  return {
    id,
    ana,
    ben,
    anas: openWorkspace(ana.actor, "token:own"),
    bens: openWorkspace(ben.actor, "token:own"),
  };
}

const pipeline = { name: "Pipeline", role: "MEMBER" as const, projectId: null, days: 30 };

it("makes a token that acts for its maker with its own role and is stored only as a hash", async () => {
  const { bens, ben } = await people();
  const { token, id } = await createToken(bens, pipeline);
  expect(token).toMatch(/^pgt_[\w-]{43}$/);
  expect(await findTokenActorUnscoped(token)).toMatchObject({
    memberId: ben.actor.memberId,
    role: "MEMBER",
    via: "token",
    tokenName: "Pipeline",
  });
  const row = await db().apiToken.findUniqueOrThrow({ where: { id } });
  expect(row.tokenHash).toBe(hashSecret(token));
  expect(JSON.stringify(row)).not.toContain(token);
});

it("is never stronger than its maker, now or later", async () => {
  const { bens, ben } = await people();
  await expect(createToken(bens, { ...pipeline, role: "ADMIN" })).rejects.toMatchObject({ code: "RULE" });
  const { token } = await createToken(bens, { ...pipeline, role: "LEAD" });
  await db().member.update({ where: { id: ben.actor.memberId }, data: { role: "VIEWER" } });
  expect(await findTokenActorUnscoped(token)).toMatchObject({ role: "VIEWER" });
});

it("opens only its project when it is limited to one, and makes no tokens", async () => {
  const { anas, ana, id } = await people();
  const make = (slug: string) =>
    db().project.create({ data: { workspaceId: id, slug, name: slug, createdById: ana.actor.memberId } });
  const [mine] = await Promise.all([make("mine"), make("other")]);
  const { token } = await createToken(anas, { ...pipeline, projectId: mine.id });
  const actor = await findTokenActorUnscoped(token);
  if (!actor) throw new Error("the token should work");
  expect(await openProject(actor, { slug: "mine" }, "project:read")).toMatchObject({ projectId: mine.id });
  await expect(openProject(actor, { slug: "other" }, "project:read")).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(() => openWorkspace(actor, "token:own")).toThrow();
  const whole = await findTokenActorUnscoped((await createToken(anas, pipeline)).token);
  if (!whole) throw new Error("the token should work");
  await expect(createToken(openWorkspace(whole, "token:own"), pipeline)).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

it("shows people their own tokens, and admins all; revoking ends one at once, and only once", async () => {
  const { anas, bens, id } = await people();
  const now = new Date();
  const { token, id: tokenId } = await createToken(bens, pipeline);
  await createToken(anas, { ...pipeline, name: "Ana's" });
  expect((await listTokens(bens, now)).map((row) => [row.name, row.isMine])).toEqual([["Pipeline", true]]);
  expect((await listTokens(anas, now)).map((row) => row.person)).toEqual(["Ana", "Ben"]);
  await revokeToken(anas, { tokenId });
  await revokeToken(bens, { tokenId });
  expect(await findTokenActorUnscoped(token)).toBeNull();
  expect(await db().auditEvent.count({ where: { chain: id } })).toBe(3);
});

it("knows no token of another person or workspace, and no project of another workspace", async () => {
  const here = await people();
  const there = await people();
  const theirs = await createToken(there.anas, pipeline);
  const anas = await createToken(here.anas, pipeline);
  const gone = { code: "NOT_FOUND" };
  for (const tokenId of [theirs.id, anas.id, "not an id"])
    await expect(revokeToken(here.bens, { tokenId })).rejects.toMatchObject(gone);
  await expect(revokeToken(here.anas, { tokenId: theirs.id })).rejects.toMatchObject(gone);
  const project = await db().project.create({
    data: {
      workspaceId: there.id,
      slug: "theirs",
      name: "Theirs",
      createdById: there.ana.actor.memberId,
    },
  });
  await expect(createToken(here.anas, { ...pipeline, projectId: project.id })).rejects.toMatchObject(gone);
});
