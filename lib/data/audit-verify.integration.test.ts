import { describe, expect, it } from "vitest";
import { GENESIS_HASH, nextHash } from "@/lib/domain/audit";
import { canonicalJson } from "@/lib/domain/canonical-hash";
import { type GateScene, makeGateScene } from "@/prisma/factories/gate";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openWorkspace } from "./access";
import { exportAudit } from "./audit-export";
import { readCheckpoints, verifyAuditLines } from "./audit-lines";
import { verifyAudit, verifyAuditUnscoped } from "./audit-verify";
import { db } from "./client";
import { writeProject } from "./write";

useTestDatabase();

async function readyScene(): Promise<GateScene> {
  const scene = await makeGateScene();
  await scene.makeReady();
  return scene;
}

/** Changes the table as somebody with the database's password could, behind the trigger. */
async function behindTheTrigger(change: () => Promise<unknown>): Promise<void> {
  await db().$executeRaw`ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL`;
  await change();
  await db().$executeRaw`ALTER TABLE "AuditEvent" ENABLE TRIGGER ALL`;
}

const verify = (scene: GateScene) => verifyAudit(openWorkspace(scene.ana, "workspace:administer"));

const at = (scene: GateScene, seq: number) => ({ chain_seq: { chain: scene.projectId, seq } });

async function linesOf(scene: GateScene): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportAudit(openWorkspace(scene.ana, "workspace:administer"))) lines.push(line);
  return lines;
}

describe("the table", () => {
  it.each([
    ["an update", () => db().$executeRaw`UPDATE "AuditEvent" SET action = 'nothing'`],
    ["a delete", () => db().$executeRaw`DELETE FROM "AuditEvent"`],
    ["a truncate", () => db().$executeRaw`TRUNCATE "AuditEvent"`],
  ])("refuses %s by itself", async (_, change) => {
    const scene = await readyScene();
    await expect(change()).rejects.toThrow(/append-only/);
    expect(await verify(scene)).toMatchObject({ ok: true });
  });
});

describe("verifying a live database", () => {
  it("finds nothing wrong where nothing is", async () => {
    const scene = await readyScene();
    expect(await verify(scene)).toMatchObject({ ok: true, chains: 2, events: 6 });
    expect(await verifyAuditUnscoped(null)).toMatchObject({ ok: true });
  });

  it.each([
    ["a column", { action: "comment.added" }, "action"],
    ["who did it", { memberId: null }, "memberId"],
    ["in which phase it was", { phaseId: null }, "phaseId"],
    ["when", { at: new Date("2020-01-01") }, "at"],
    ["the text", { canonical: '{"action":"item.state"}' }, "text"],
    ["the hash", { hash: "f".repeat(64) }, "hash"],
    ["the hash before", { previousHash: "f".repeat(64) }, "hash"],
  ])("names the event where somebody changed %s", async (_, data, why) => {
    const scene = await readyScene();
    await behindTheTrigger(() => db().auditEvent.update({ where: at(scene, 3), data }));
    expect(await verify(scene)).toMatchObject({
      ok: false,
      broken: {
        chain: scene.projectId,
        project: "Customer portal",
        seq: 3,
        action: expect.any(String),
        why: expect.stringContaining(why),
      },
    });
  });

  it("goes on trusting a chain of events from before their phase was hashed", async () => {
    const scene = await readyScene();
    const rows = await db().auditEvent.findMany({
      where: { chain: scene.projectId },
      orderBy: { seq: "asc" },
    });
    let hash = GENESIS_HASH;
    await behindTheTrigger(async () => {
      for (const { seq, canonical: text } of rows) {
        const { phaseId: _, ...older } = JSON.parse(text);
        const canonical = canonicalJson(older);
        const previousHash = hash;
        hash = nextHash(previousHash, canonical);
        await db().auditEvent.update({ where: at(scene, seq), data: { canonical, previousHash, hash } });
      }
    });
    await db().project.update({ where: { id: scene.projectId }, data: { auditHash: hash } });
    expect(await verify(scene)).toMatchObject({ ok: true, events: 6 });
    expect(await verifyAuditLines(await linesOf(scene))).toMatchObject({ ok: true, events: 6 });
    await scene.set(scene.chidi, "Rotate the keys", "OPEN");
    expect(await verify(scene)).toMatchObject({ ok: true, events: 7 });
  });

  it("names what was changed inside the text, even with every column left alone", async () => {
    const scene = await readyScene();
    const row = await db().auditEvent.findUniqueOrThrow({ where: at(scene, 4) });
    const canonical = row.canonical.replace('"value":97', '"value":99');
    expect(canonical).not.toBe(row.canonical);
    await behindTheTrigger(() => db().auditEvent.update({ where: at(scene, 4), data: { canonical } }));
    expect(await verify(scene)).toMatchObject({
      ok: false,
      broken: { seq: 4, action: "measurement.recorded" },
    });
  });

  it("names the missing event when one was taken out of the middle", async () => {
    const scene = await readyScene();
    await behindTheTrigger(() => db().auditEvent.delete({ where: at(scene, 3) }));
    expect(await verify(scene)).toMatchObject({
      ok: false,
      broken: { seq: 3, at: null, why: "Event 3 is missing." },
    });
  });

  it("sees the newest events cut off, and events added behind the door", async () => {
    const scene = await readyScene();
    const last = await db().auditEvent.findUniqueOrThrow({ where: at(scene, 5) });
    await behindTheTrigger(() => db().auditEvent.delete({ where: at(scene, 5) }));
    expect(await verify(scene)).toMatchObject({
      ok: false,
      broken: { seq: 5, why: expect.stringContaining("cut off") },
    });
    await db().auditEvent.create({ data: last });
    expect(await verify(scene)).toMatchObject({ ok: true });
    await db().project.update({
      where: { id: scene.projectId },
      data: { version: 4, auditHash: last.previousHash },
    });
    expect(await verify(scene)).toMatchObject({
      ok: false,
      broken: { seq: 5, why: expect.stringContaining("behind") },
    });
  });

  it("sees a head that was cut off with its project only against a checkpoint", async () => {
    const scene = await readyScene();
    const lines = await linesOf(scene);
    const last = await db().auditEvent.findUniqueOrThrow({ where: at(scene, 5) });
    await behindTheTrigger(() => db().auditEvent.delete({ where: at(scene, 5) }));
    await db().project.update({
      where: { id: scene.projectId },
      data: { version: 4, auditHash: last.previousHash },
    });
    expect(await verify(scene)).toMatchObject({ ok: true });
    const checkpoints = await readCheckpoints(lines);
    expect(await verifyAuditUnscoped(scene.workspace.id, checkpoints)).toMatchObject({
      ok: false,
      broken: { seq: 5, why: expect.stringContaining("checkpoint") },
    });
  });

  it("is not disturbed by people who go on working", async () => {
    const scene = await readyScene();
    const work = async () => {
      for (let count = 0; count < 8; count++)
        await scene.set(scene.chidi, "Rotate the keys", count % 2 === 0 ? "OPEN" : "DONE");
    };
    const [, ...verdicts] = await Promise.all([work(), ...Array.from({ length: 6 }, () => verify(scene))]);
    expect(verdicts.every(({ ok }) => ok)).toBe(true);
  });

  it("holds however a caller wrote the id of a phase", async () => {
    const scene = await readyScene();
    const id = scene.phaseId("Alpha").toUpperCase();
    await writeProject(await scene.open(scene.ana), async ({ record }) => {
      record({ action: "item.edited", targetType: "item", targetId: "x", phase: id });
      record({ action: "item.moved", targetType: "item", targetId: "x", data: { phaseId: { from: id } } });
    });
    expect(await verify(scene)).toMatchObject({ ok: true, events: 8 });
  });

  it("reads long chains by pages", async () => {
    const scene = await readyScene();
    const access = await scene.open(scene.ana);
    await writeProject(access, async ({ record }) => {
      for (let count = 0; count < 2_300; count++)
        record({
          action: "item.edited",
          targetType: "item",
          targetId: scene.itemId("Rotate the keys"),
          data: { count },
        });
    });
    expect(await verify(scene)).toMatchObject({ ok: true, events: 2_306 });
    await behindTheTrigger(() => db().auditEvent.update({ where: at(scene, 2_100), data: { via: "cli" } }));
    expect(await verify(scene)).toMatchObject({ ok: false, broken: { seq: 2_100 } });
    expect(await verifyAuditLines(await linesOf(scene))).toMatchObject({ ok: true, events: 2_306 });
  });
});

describe("verifying an exported file", () => {
  it("accepts it as exported", async () => {
    const scene = await readyScene();
    const lines = await linesOf(scene);
    expect(lines).toHaveLength(8);
    expect(await verifyAuditLines([...lines, ""])).toMatchObject({ ok: true, chains: 2, events: 6 });
  });

  it.each([
    [
      "a line was changed",
      (lines: string[]) => lines.map((line) => line.replace('"value":97', '"value":99')),
      5,
    ],
    ["a line is missing", (lines: string[]) => lines.toSpliced(2, 1), 3],
    ["the newest are missing", (lines: string[]) => lines.toSpliced(5, 1), 7],
    [
      "two lines changed places",
      (lines: string[]) => lines.toSpliced(2, 2, lines[3] ?? "", lines[2] ?? ""),
      3,
    ],
    ["a line is no event", (lines: string[]) => lines.toSpliced(1, 0, "hello"), 2],
  ])("names the first line that does not hold when %s", async (_, change, line) => {
    const scene = await readyScene();
    const verdict = await verifyAuditLines(change(await linesOf(scene)));
    expect(verdict).toMatchObject({ ok: false, line, why: expect.any(String) });
  });

  it("says of an empty file that it holds nothing", async () => {
    expect(await verifyAuditLines([])).toEqual({ ok: true, chains: 0, events: 0, heads: [] });
  });
});
