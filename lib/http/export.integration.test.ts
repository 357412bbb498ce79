import { beforeAll, describe, expect, it } from "vitest";
import { callApi, makeToken } from "@/prisma/factories/api";
import { makeStage, type Stage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";

useTestDatabase();

let stage: Stage;
let viewer: string;

beforeAll(async () => {
  stage = await makeStage();
  viewer = await makeToken(stage.people.member, { role: "VIEWER" });
});

const get = (query: string, as: string | null = viewer, headers = {}) =>
  callApi(as, "GET", `/projects/${stage.slug}/export${query}`, { headers });

describe("GET /projects/{slug}/export", () => {
  it("gives everybody who reads a file in Markdown, as a download nothing can run", async () => {
    const response = await get("");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/markdown; charset=utf-8",
      "content-disposition": expect.stringContaining(`attachment; filename="${stage.slug}.md"`),
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache",
    });
    const text = await response.text();
    expect(text).toContain("- [ ] Rotate the keys `MUST` `area: Security` <!-- key:");
    const etag = response.headers.get("etag") ?? "";
    const again = await get("?format=markdown", viewer, { "if-none-match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it("gives JSON and CSV, and what it gives can be imported", async () => {
    const json = await get("?format=json");
    expect(json.headers.get("content-type")).toMatch(/^application\/json/);
    const plan = await json.json();
    expect(plan).toMatchObject({ title: "Customer portal", phases: [{ key: "alpha" }, { key: "beta" }] });
    const csv = await get("?format=csv");
    expect(csv.headers.get("content-disposition")).toContain(`${stage.slug}.csv`);
    expect((await csv.text()).split("\r\n")).toHaveLength(8);
    const made = await callApi(await makeToken(stage.people.manager), "POST", "/projects/import?name=Again", {
      body: JSON.stringify(plan),
      headers: { "content-type": "text/markdown" },
    });
    const { slug } = await made.json();
    const copy = await callApi(viewer, "GET", `/projects/${slug}/export?format=json`);
    expect(await copy.json()).toEqual({ ...plan, title: "Again" });
  });

  it("gives the imported document whole, but for what must not be kept, where there is one", async () => {
    const text =
      "# Berth desk\n\nWritten at sea. AKIAIOSFODNN7EXAMPLQ\n\n## Phase 1: Alpha\n\n- [ ] Rotate the keys\n";
    const made = await callApi(await makeToken(stage.people.manager), "POST", "/projects/import", {
      body: text,
      headers: { "content-type": "text/markdown" },
    });
    const { slug } = await made.json();
    const kept = await callApi(viewer, "GET", `/projects/${slug}/export?format=imported`);
    expect(kept.headers.get("content-disposition")).toContain(`${slug}-imported.md`);
    expect(await kept.text()).toBe(text.replace("AKIAIOSFODNN7EXAMPLQ", "[removed]"));
    expect((await get("?format=imported")).status).toBe(404);
  });

  it("refuses another format, a stranger and nobody", async () => {
    const wrong = await get("?format=pdf");
    expect([wrong.status, (await wrong.json()).detail]).toEqual([
      400,
      expect.stringContaining("One of markdown, json, csv, imported."),
    ]);
    expect((await get("", await makeToken(stage.people.outsider))).status).toBe(404);
    expect((await get("", null)).status).toBe(401);
  });
});

describe("POST /projects/{slug}/differences", () => {
  const post = (as: string | null, body: string) =>
    callApi(as, "POST", `/projects/${stage.slug}/differences`, {
      body,
      headers: { "content-type": "text/markdown" },
    });

  it("says what a newer file would change to who edits the plan, and changes nothing", async () => {
    const lead = await makeToken(stage.people.lead);
    const text = await (await get("")).text();
    const answer = await post(lead, text.replace("[ ] Rotate", "[x] Rotate"));
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { changes: [{ kind: "edited", noun: "item", field: "state", to: "DONE" }], conflicts: [] },
    ]);
    expect(await stage.events()).toEqual([]);
    expect((await post(viewer, text)).status).toBe(403);
    expect((await post(await makeToken(stage.people.outsider), text)).status).toBe(404);
    expect((await post(lead, "")).status).toBe(400);
  });
});
