import { beforeAll, describe, expect, it } from "vitest";
import { callApi, makeToken } from "@/prisma/factories/api";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeWorkedPlan, WORKED_PLAN } from "@/prisma/factories/worked-plan";

useTestDatabase();

const NEWER = WORKED_PLAN.replace("Invite customers", "Invite the first customers").replace(
  "- [ ] Watch the dashboards\n",
  "",
);

let scene: Awaited<ReturnType<typeof makeWorkedPlan>>;
let tokens: Record<"lead" | "viewer" | "outsider", string>;

beforeAll(async () => {
  scene = await makeWorkedPlan();
  const { lead, outsider } = scene.stage.people;
  tokens = {
    lead: await makeToken(lead),
    viewer: await makeToken(lead, { role: "VIEWER" }),
    outsider: await makeToken(outsider),
  };
});

const path = (rest: string) => `/projects/${scene.slug}${rest}`;
const markdown = { "content-type": "text/markdown" };
const post = (
  rest: string,
  body: string | object,
  as = tokens.lead,
  headers: Record<string, string> = markdown,
) => callApi(as, "POST", path(rest), { body, headers: typeof body === "string" ? headers : {} });

describe("merging by REST", () => {
  it("previews, merges what was looked at, lists it, and takes it back", async () => {
    await scene.work("Watch the dashboards");
    const looked = await (await post("/differences", NEWER)).json();
    expect(looked).toMatchObject({
      conflicts: [],
      removals: [{ title: "Watch the dashboards", hanging: { ticked: 1, evidence: 1, comments: 1 } }],
      leftOut: [],
    });
    const other = await post(`/merges?preview=${looked.preview}`, `${NEWER}\n- [ ] More\n`);
    expect([other.status, (await other.json()).detail]).toEqual([
      409,
      expect.stringContaining("another file"),
    ]);
    const key = { ...markdown, "idempotency-key": "merge-1" };
    const merged = await post(`/merges?preview=${looked.preview}`, NEWER, tokens.lead, key);
    const { id, counts } = await merged.json();
    expect([merged.status, counts]).toMatchObject([201, { edited: 1, archived: 1 }]);
    const again = await post(`/merges?preview=${looked.preview}`, NEWER, tokens.lead, key);
    expect(await again.json()).toMatchObject({ id });
    expect((await post("/merges", NEWER)).status).toBe(200);
    const list = await (await callApi(tokens.viewer, "GET", path("/merges?limit=1"))).json();
    expect(list).toMatchObject({ data: [{ id, by: "Lea", undone: null, canUndo: true }], nextCursor: null });
    expect(await (await post(`/merges/${id}/undo`, {})).json()).toEqual({ undone: true, kept: [] });
    const after = await (await callApi(tokens.viewer, "GET", path("/merges"))).json();
    expect(after).toMatchObject({ data: [{ id, undone: { by: "Lea" }, canUndo: false }] });
  });

  it("takes answers to conflicts as JSON, and refuses while one is open", async () => {
    const source = WORKED_PLAN.replace("| Vendor is late | High |", "| Vendor is late | Critical |");
    expect((await post("/merges", { source, answers: {} })).status).toBe(201);
    const risks = await (await callApi(tokens.lead, "GET", path("/risks"))).json();
    const risk = risks.data.find(({ title }: { title: string }) => title === "Vendor is late");
    await callApi(tokens.lead, "PATCH", path(`/risks/${risk.id}`), { body: { severity: "LOW" } });
    const later = source.replace("| Critical |", "| Medium |");
    const refused = await post("/merges", { source: later });
    const problem = await refused.json();
    expect([refused.status, problem.current.conflicts]).toEqual([409, ["risk:Vendor is late:severity"]]);
    const answers = { "risk:Vendor is late:severity": "file" };
    expect((await post("/merges", { source: later, answers })).status).toBe(201);
    expect((await post("/merges", { source: later, answers: { x: "both" } })).status).toBe(400);
    expect((await post("/merges", { answers })).status).toBe(400);
    expect((await post("/merges?onConflict=both", later)).status).toBe(400);
  });

  it("is for people who edit the plan", async () => {
    expect((await post("/merges", NEWER, tokens.viewer)).status).toBe(403);
    expect((await post("/merges", NEWER, tokens.outsider)).status).toBe(404);
    expect((await callApi(tokens.outsider, "GET", path("/merges"))).status).toBe(404);
    expect((await callApi(tokens.viewer, "GET", path("/merges?cursor=x"))).status).toBe(400);
    expect((await post(`/merges/${scene.projectId}/undo`, {}, tokens.viewer)).status).toBe(403);
    expect((await post(`/merges/${scene.projectId}/undo`, {})).status).toBe(404);
  });
});
