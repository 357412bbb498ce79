import { beforeAll, describe, expect, it } from "vitest";
import { auditFilterSchema, NO_AUDIT_FILTER } from "@/lib/schemas/audit";
import { type GateScene, makeGateScene, refusalOf } from "@/prisma/factories/gate";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openProject, openWorkspace } from "./access";
import { getActivity } from "./activity";
import { listAudit, listAuditChoices } from "./audit";
import { db } from "./client";

useTestDatabase();

const REASON = "We looked at it together and want to wait for the drill.";

async function story(): Promise<GateScene> {
  const scene = await makeGateScene();
  await scene.makeReady();
  await scene.review(scene.ben);
  await scene.decide(scene.mara, { outcome: "HOLD", reason: REASON });
  await scene.review(scene.ben);
  await scene.decide(scene.mara, { outcome: "GO" });
  await scene.decide(scene.mara, { outcome: "RECYCLE", reason: REASON, recycleTo: "alpha" });
  return scene;
}

let scene: GateScene;
beforeAll(async () => {
  scene = await story();
});

const list = (filter: Record<string, string> = {}, actor = scene.vera, size = 50) =>
  listAudit(
    openWorkspace(actor, "workspace:read"),
    { ...NO_AUDIT_FILTER, ...auditFilterSchema.parse(filter) },
    size,
  );

describe("the audit page", () => {
  it("tells in plain sentences what was done, newest first", async () => {
    const { entries } = await list({ project: scene.slug });
    expect(entries.map(({ by, text }) => `${by} ${text}`)).toEqual([
      "Mara decided the gate of “Alpha”: Send back to “Alpha”",
      "Mara decided the gate of “Alpha”: Go",
      "Ben requested review 2 of “Alpha”",
      "Mara decided the gate of “Alpha”: Hold",
      "Ben requested review 1 of “Alpha”",
      "Ben signed off “Alpha” under “Engineering”",
      "Chidi measured 97 for “95% of tests pass”",
      "Chidi ticked “Write the runbook”",
      "Chidi ticked “Rotate the keys”",
      "Ana created the project “Customer portal”",
    ]);
    expect(entries[0]).toMatchObject({
      project: { slug: scene.slug, name: "Customer portal" },
      byId: scene.mara.memberId,
      via: "session",
      hash: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });

  it("links each event to what it is about", async () => {
    const { entries } = await list({ project: scene.slug });
    const hrefs = new Map(entries.map(({ action, href }) => [action, href]));
    expect(hrefs.get("item.state")).toMatch(new RegExp(`^/projects/${scene.slug}/items/`));
    expect(hrefs.get("measurement.recorded")).toBe(`/projects/${scene.slug}/criteria/${scene.criterionId}`);
    expect(hrefs.get("review.requested")).toBe(`/projects/${scene.slug}/phases/alpha/gate`);
    expect(hrefs.get("gate.decided")).toMatch(/\/phases\/alpha\/gate\/decisions\//);
  });

  it("comes in pages that miss nothing and repeat nothing", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await list({ cursor }, scene.vera, 3);
      seen.push(...page.entries.map(({ chain, seq }) => `${chain}:${seq}`));
      cursor = page.nextCursor;
    }
    const all = await db().auditEvent.count({ where: { workspaceId: scene.workspace.id } });
    expect(seen).toHaveLength(all);
    expect(new Set(seen).size).toBe(all);
  });

  it("pages through events of one moment", async () => {
    const at = new Date();
    await db().$executeRaw`ALTER TABLE "AuditEvent" DISABLE TRIGGER audit_event_is_append_only`;
    const [first] = await db().auditEvent.findMany({ where: { workspaceId: scene.workspace.id }, take: 1 });
    await db().$executeRaw`UPDATE "AuditEvent" SET at = ${at} WHERE chain = ${scene.projectId}::uuid`;
    await db().$executeRaw`ALTER TABLE "AuditEvent" ENABLE TRIGGER audit_event_is_append_only`;
    const one = await list({ project: scene.slug }, scene.vera, 4);
    const two = await list({ project: scene.slug, cursor: one.nextCursor ?? "" }, scene.vera, 4);
    expect([...one.entries, ...two.entries].map(({ seq }) => seq)).toEqual([10, 9, 8, 7, 6, 5, 4, 3]);
    expect(first).toBeDefined();
  });

  it.each([
    ["an action", { action: "gate.decided" }, 3],
    ["a noun", { action: "gate" }, 3],
    ["a noun that another begins with", { action: "sign-off" }, 1],
    ["the workspace's own", { project: "-" }, 1],
    ["a project nobody has", { project: "nowhere" }, 0],
    ["before there was anything", { to: "2020-01-01" }, 0],
    ["in the future", { from: "2100-01-01" }, 0],
    ["since long ago", { from: "2020-01-01", action: "gate" }, 3],
  ])("filters by %s", async (_, filter, count) => {
    expect((await list(filter)).entries).toHaveLength(count);
  });

  it("filters by who did it", async () => {
    const { entries } = await list({ actor: scene.chidi.memberId });
    expect(entries.map(({ by }) => by)).toEqual(["Chidi", "Chidi", "Chidi"]);
  });

  it("shows a stranger nothing, and a token of one project that project alone", async () => {
    const other = await makeGateScene();
    expect((await list({ project: scene.slug }, other.ana)).entries.map(({ chain }) => chain)).toEqual([
      other.projectId,
    ]);
    expect((await list({}, other.ana)).entries.every(({ by }) => by === "Ana")).toBe(true);
    const token = { ...scene.vera, via: "token" as const, onlyProjectId: scene.projectId };
    const { entries } = await list({}, token);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every(({ project }) => project?.slug === scene.slug)).toBe(true);
    expect((await list({ project: "-" }, token)).entries).toHaveLength(0);
  });

  it.each(["%%%", "bm90aGluZw", Buffer.from("[1,2,3]").toString("base64url")])(
    "refuses the cursor %s",
    async (cursor) => {
      expect(await refusalOf(list({ cursor }))).toMatchObject({ code: "INVALID" });
    },
  );

  it.each([
    { action: "DROP TABLE" },
    { actor: "me" },
    { from: "yesterday" },
    { to: "2026-13-40" },
    { project: "x".repeat(300) },
  ])("does not accept the filter %j", (filter) => {
    expect(auditFilterSchema.safeParse(filter).success).toBe(false);
  });

  it("offers the projects and people there are", async () => {
    const choices = await listAuditChoices(openWorkspace(scene.vera, "workspace:read"));
    expect(choices.projects).toEqual([{ slug: scene.slug, name: "Customer portal" }]);
    expect(choices.people.map(({ name }) => name)).toEqual(["Ana", "Ben", "Chidi", "Mara", "Vera"]);
  });
});

describe("a project's activity", () => {
  it("is the project's own events, in pages", async () => {
    const access = await openProject(scene.vera, { slug: scene.slug }, "project:read");
    const one = await getActivity(access, null, { size: 6 });
    const two = await getActivity(access, one.nextCursor, { size: 6 });
    expect([...one.entries, ...two.entries].map(({ seq }) => seq)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(two.nextCursor).toBeNull();
    expect(one.entries[0]).toMatchObject({ by: "Mara", action: "gate.decided" });
  });
});
