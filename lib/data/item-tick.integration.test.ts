import { describe, expect, it } from "vitest";
import { verifyChain } from "@/lib/domain/audit";
import type { ItemState, Role } from "@/lib/domain/words";
import { makeBareProject } from "@/prisma/factories/bare-project";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject } from "./access";
import { hashSecret, newSecret } from "./actor";
import { db } from "./client";
import { setItemState } from "./item-state";
import { tickItemUnscoped } from "./item-tick";

useTestDatabase();

async function scene(role: Role = "MEMBER") {
  const workspace = await makeWorkspace();
  const { actor, secret } = await makeMember(workspace.id, role, "Ben");
  const project = await makeBareProject(workspace.id, actor.memberId, ["One", "Two", "Three"]);
  const [first, second] = project.itemIds;
  if (!first || !second) throw new Error("the factory makes three items");
  return { workspace, actor, secret, project, first, second };
}

const eventsOf = (chain: string) => db().auditEvent.findMany({ where: { chain }, orderBy: { seq: "asc" } });

async function chainVerdict(chain: string) {
  const events = await eventsOf(chain);
  return verifyChain(
    events.map((event) => ({
      chain: event.chain,
      seq: event.seq,
      at: event.at.toISOString(),
      actor: event.memberId,
      via: event.via,
      action: event.action,
      targetType: event.targetType,
      targetId: event.targetId,
      phaseId: event.phaseId,
      data: JSON.parse(event.canonical).data,
      hash: event.hash,
    })),
  );
}

const tick = (secret: string, itemId: string, to: ItemState = "DONE", via: "session" | "token" = "session") =>
  tickItemUnscoped(via, secret, itemId, to, new Date());

describe("the one-statement tick", () => {
  it("leaves the same rows behind as the ordinary path", async () => {
    const { actor, secret, project, first, second } = await scene();
    expect(await tick(secret, first)).toEqual({ id: first, state: "DONE", version: 2, changed: true });
    const access = await openProject(actor, { itemId: second }, "item:work");
    expect(await setItemState(access, second, { state: "DONE" })).toMatchObject({
      version: 2,
      changed: true,
    });

    const bare = { id: 0, key: 0, title: 0, position: 0, itemId: 0, at: 0, stateAt: 0, targetId: 0, seq: 0 };
    const without = (row: object) => ({ ...row, ...bare, canonical: 0, hash: 0, previousHash: 0 });
    const items = await db().checklistItem.findMany({ where: { id: { in: [first, second] } } });
    expect(items.map(without)[0]).toEqual(items.map(without)[1]);
    const records = await db().itemStateRecord.findMany({ where: { projectId: project.projectId } });
    expect(records).toHaveLength(2);
    expect(records.map(without)[0]).toEqual(records.map(without)[1]);
    const events = await eventsOf(project.projectId);
    expect(events.map(without)[0]).toEqual(events.map(without)[1]);
    expect(await chainVerdict(project.projectId)).toMatchObject({ ok: true, count: 2 });
    const after = await db().project.findUniqueOrThrow({ where: { id: project.projectId } });
    expect(after).toMatchObject({ version: 2, changedIn: 2, auditHash: events[1]?.hash });
  });

  it("changes nothing when the item has the state already", async () => {
    const { secret, project, first } = await scene();
    await tick(secret, first);
    expect(await tick(secret, first)).toBeNull();
    expect(await eventsOf(project.projectId)).toHaveLength(1);
  });

  it("keeps the chain whole when forty people tick at once", async () => {
    const { secret, project, actor } = await scene();
    const access = await openProject(actor, { slug: project.slug }, "item:work");
    const states: ItemState[] = ["DONE", "OPEN", "IN_PROGRESS"];
    await Promise.all(
      Array.from({ length: 40 }, (_, turn) => {
        const itemId = project.itemIds[turn % 3] ?? "";
        const state = states[turn % 4 === 0 ? 1 : turn % 3] ?? "DONE";
        return turn % 5 === 0 ? setItemState(access, itemId, { state }) : tick(secret, itemId, state);
      }),
    );
    const events = await eventsOf(project.projectId);
    const records = await db().itemStateRecord.count({ where: { projectId: project.projectId } });
    expect(await chainVerdict(project.projectId)).toMatchObject({ ok: true, count: events.length });
    expect(records).toBe(events.length);
    const items = await db().checklistItem.findMany({ where: { projectId: project.projectId } });
    expect(items.reduce((sum, item) => sum + item.version - 1, 0)).toBe(events.length);
  });

  it("does nothing for a viewer, a stranger, an ended session, an archived item or a made-up id", async () => {
    const { secret, project, first, second } = await scene("VIEWER");
    const stranger = await scene("ADMIN");
    await db().session.updateMany({ where: { tokenHash: hashSecret(stranger.secret) }, data: {} });
    expect(await tick(secret, first)).toBeNull();
    expect(await tick(stranger.secret, first)).toBeNull();
    expect(await tick("made up", first)).toBeNull();
    expect(await tick(stranger.secret, "not an id")).toBeNull();
    await db().checklistItem.update({ where: { id: second }, data: { archivedAt: new Date() } });
    expect(await tick(secret, second)).toBeNull();
    expect(await eventsOf(project.projectId)).toHaveLength(0);
  });

  it("follows the project's role override, capped by a token's own role", async () => {
    const { workspace, actor, secret, project, first, second } = await scene("VIEWER");
    await db().projectRole.create({
      data: { projectId: project.projectId, memberId: actor.memberId, role: "LEAD" },
    });
    expect(await tick(secret, first)).not.toBeNull();
    const token = newSecret();
    await db().apiToken.create({
      data: {
        workspaceId: workspace.id,
        memberId: actor.memberId,
        createdById: actor.memberId,
        name: "ci",
        role: "VIEWER",
        hint: "x",
        tokenHash: hashSecret(token),
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
    expect(await tick(token, second, "DONE", "token")).toBeNull();
    await db().apiToken.updateMany({ where: { name: "ci" }, data: { role: "MEMBER" } });
    await db().member.update({ where: { id: actor.memberId }, data: { role: "MEMBER" } });
    expect(await tick(token, second, "DONE", "token")).not.toBeNull();
  });
});

it("leaves an archived project alone, by either path", async () => {
  const { actor, secret, project, first } = await scene();
  await db().project.update({ where: { id: project.projectId }, data: { archivedAt: new Date() } });
  expect(await tick(secret, first)).toBeNull();
  const access = await openProject(actor, { itemId: first }, "item:work");
  await expect(setItemState(access, first, { state: "DONE" })).rejects.toMatchObject({ code: "RULE" });
  expect(await eventsOf(project.projectId)).toHaveLength(0);
});
