import { beforeAll, describe, expect, it } from "vitest";
import { callApi, makeToken } from "@/prisma/factories/api";
import { makeStage, type Stage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";

useTestDatabase();

let stage: Stage;
let manager: string;
let lead: string;
let outsider: string;

beforeAll(async () => {
  stage = await makeStage();
  manager = await makeToken(stage.people.manager);
  lead = await makeToken(stage.people.lead);
  outsider = await makeToken(stage.people.outsider);
});

const post = (as: string, address: string, body: object, headers = {}) =>
  callApi(as, "POST", address, { body, headers });
const phasesOf = async (slug: string) => {
  const { phases } = await (await callApi(manager, "GET", `/projects/${slug}`)).json();
  return phases.map(({ name }: { name: string }) => name);
};

describe("POST /projects", () => {
  it("makes a project from a template, or with three bare phases; once for a key", async () => {
    const made = await post(manager, "/projects", {
      name: "Move the orders",
      template: "database-migration",
    });
    const { slug } = await made.json();
    expect([made.status, made.headers.get("location")]).toEqual([201, `/api/v1/projects/${slug}`]);
    expect(await phasesOf(slug)).toEqual(["Expand", "Migrate", "Contract"]);
    const again = () => post(manager, "/projects", { name: "Bare" }, { "idempotency-key": "bare-1" });
    const bare = await (await again()).json();
    expect(await (await again()).json()).toEqual(bare);
    expect(await phasesOf(bare.slug)).toEqual(["Alpha", "Beta", "Launch"]);
  });

  it("refuses what it cannot make, and who may not", async () => {
    expect((await post(manager, "/projects", { name: "x", template: "nothing" })).status).toBe(404);
    expect((await post(manager, "/projects", { name: " " })).status).toBe(400);
    expect((await post(manager, "/projects", { name: "x", template: 7 })).status).toBe(400);
    expect((await post(lead, "/projects", { name: "x" })).status).toBe(403);
    expect((await callApi(null, "POST", "/projects", { body: { name: "x" } })).status).toBe(401);
  });
});

describe("/templates", () => {
  it("lists, saves, gives and archives", async () => {
    const saved = await post(manager, "/templates", { project: stage.slug, name: "Our portals" });
    const { key } = await saved.json();
    expect(saved.status).toBe(201);
    const { data } = await (await callApi(lead, "GET", "/templates")).json();
    expect(data[0]).toMatchObject({ key, title: "Our portals", version: 1, isBuiltIn: false });
    expect(data).toHaveLength(9);
    const one = await (await callApi(lead, "GET", `/templates/${key}`)).json();
    expect(one).toMatchObject({ key, plan: { phases: [{ name: "Alpha" }, { name: "Beta" }] } });
    const archive = (as: string) => callApi(as, "PATCH", `/templates/${key}`, { body: { archived: true } });
    expect((await archive(lead)).status).toBe(403);
    expect((await archive(outsider)).status).toBe(404);
    expect((await archive(manager)).status).toBe(200);
    expect((await archive(manager)).status).toBe(200);
    expect((await callApi(manager, "GET", `/templates/${key}`)).status).toBe(404);
    expect((await callApi(manager, "PATCH", "/templates/launch", { body: { archived: true } })).status).toBe(
      404,
    );
  });

  it("keeps strangers and lesser roles out", async () => {
    const body = { project: stage.slug, name: "Theirs" };
    expect((await post(outsider, "/templates", body)).status).toBe(404);
    expect((await post(lead, "/templates", body)).status).toBe(403);
    expect((await post(manager, "/templates", { ...body, name: "Launch" })).status).toBe(400);
  });
});

it("tells a project what its template changed, and takes it over one by one", async () => {
  const { key } = await (await post(manager, "/templates", { project: stage.slug, name: "Our way" })).json();
  const { slug } = await (await post(manager, "/projects", { name: "Follower", template: key })).json();
  const address = `/projects/${slug}/template`;
  const news = async (as = lead) => (await callApi(as, "GET", address)).json();
  expect(await news()).toMatchObject({ origin: { version: 1, newest: 1 }, changes: [] });
  await post(lead, `/projects/${stage.slug}/risks`, { title: "The tide", severity: "HIGH" });
  await post(manager, "/templates", { project: stage.slug, name: "Our way" });
  const { changes } = await news();
  expect(changes).toMatchObject([{ kind: "added", noun: "risk", title: "The tide" }]);
  const { noun, kind, title, place } = changes[0];
  const take = (as: string, wish = { noun, kind, key: null, title, place, field: null }) =>
    post(as, `${address}/changes`, wish);
  expect((await take(outsider)).status).toBe(404);
  expect((await take(lead)).status).toBe(200);
  expect((await take(lead)).status).toBe(409);
  expect((await news()).changes).toEqual([]);
  const answer = (as: string, answers: object) => post(as, `${address}/answers`, { answers });
  expect((await answer(outsider, {})).status).toBe(404);
  expect((await answer(lead, { nothing: "template" })).status).toBe(409);
  expect((await answer(lead, { nothing: "file" })).status).toBe(400);
  const follow = (version: number) => callApi(lead, "PATCH", address, { body: { version } });
  expect((await follow(3)).status).toBe(400);
  expect((await follow(2)).status).toBe(200);
  expect(await news()).toMatchObject({ origin: { version: 2, newest: 2 } });
  expect(await (await callApi(lead, "GET", `/projects/${stage.slug}/template`)).json()).toEqual({
    origin: null,
    changes: [],
    conflicts: [],
    kept: [],
  });
});
