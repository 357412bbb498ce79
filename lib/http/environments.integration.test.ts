import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/data/client";
import { callApi, makeToken } from "@/prisma/factories/api";
import { makeStage, type Stage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";

useTestDatabase();

let stage: Stage;
let lead: string;
let member: string;

beforeAll(async () => {
  stage = await makeStage();
  lead = await makeToken(stage.people.lead);
  member = await makeToken(stage.people.member);
});

const call = async (
  token: string,
  method: string,
  address: string,
  body?: object,
  headers?: Record<string, string>,
) => {
  const response = await callApi(token, method, `/projects/${stage.slug}${address}`, {
    body: body ?? null,
    headers: headers ?? {},
  });
  return { status: response.status, body: await response.json(), etag: response.headers.get("etag") };
};

it("builds a matrix, finds where production equals mock, and guards versions", async () => {
  const mock = (await call(lead, "POST", "/environments", { name: "Mock" })).body.id;
  const production = (await call(lead, "POST", "/environments", { name: "Production", isProduction: true }))
    .body.id;
  const mail = (await call(lead, "POST", "/configuration-items", { key: "MAIL_HOST", mustDiffer: true })).body
    .id;
  const cell = (environment: string) => `/configuration-items/${mail}/cells/${environment}`;
  await call(member, "PATCH", cell(mock), { state: "MOCK", value: "mail.test" });
  const live = await call(member, "PATCH", cell(production), { state: "LIVE", value: "mail.test" });
  expect(live).toMatchObject({
    status: 200,
    etag: '"1"',
    body: { state: "LIVE", verified: false, version: 1 },
  });
  expect((await call(member, "GET", "/environments")).body.problems).toMatchObject([
    { type: "SAME_AS_MOCK", itemId: mail, environmentId: production },
  ]);
  const stale = await call(member, "PATCH", cell(production), { value: "x" }, { "if-match": '"7"' });
  expect(stale).toMatchObject({
    status: 409,
    body: { code: "CONFLICT", current: { value: "mail.test", version: 1 } },
  });
  const verified = await call(member, "PATCH", cell(production), { verified: true }, { "if-match": '"1"' });
  expect(verified.body).toEqual({ state: "LIVE", verified: true, version: 2 });
  const renamed = await call(
    lead,
    "PATCH",
    `/environments/${production}`,
    { name: "Live" },
    { "if-match": '"1"' },
  );
  expect(renamed).toMatchObject({ status: 200, etag: '"2"' });
  const archived = await call(
    lead,
    "PATCH",
    `/environments/${mock}`,
    { archived: true },
    { "if-match": '"2"' },
  );
  expect(archived.status).toBe(409);
  await call(lead, "PATCH", `/environments/${production}`, { beforeId: mock });
  const matrix = (await call(member, "GET", "/environments")).body;
  expect(matrix.environments.map(({ name }: { name: string }) => name)).toEqual(["Live", "Mock"]);
  expect(matrix.items[0].cells[0]).toMatchObject({ verifiedBy: "Ben", version: 2 });
});

it("refuses two kinds of change at once, unknown fields and wrong types", async () => {
  const { id } = (await call(lead, "POST", "/environments", { name: "Pilot" })).body;
  for (const body of [
    {},
    { name: "x", archived: true },
    { beforeId: null, archived: true },
    { colour: "red" },
    { name: 7 },
  ])
    expect((await call(lead, "PATCH", `/environments/${id}`, body)).status).toBe(400);
  expect((await call(member, "PATCH", `/environments/${id}`, { name: "x" })).status).toBe(403);
  expect((await call(lead, "PATCH", "/environments/none", { name: "x" })).status).toBe(404);
});

it("refuses what looks like a secret's value, without repeating it anywhere", async () => {
  const environment = (await call(lead, "POST", "/environments", { name: "Secretive" })).body.id;
  const { id } = (await call(lead, "POST", "/configuration-items", { key: "PAYMENT_KEY" })).body;
  // Put together here: nothing in this file has the form of a credential.
  const value = ["sk", "live", "FAKE0".repeat(5)].join("_");
  const refused = await call(member, "PATCH", `/configuration-items/${id}/cells/${environment}`, {
    state: "LIVE",
    value,
  });
  expect(refused).toMatchObject({
    status: 400,
    body: { code: "INVALID", fields: { value: [expect.any(String)] } },
  });
  expect(JSON.stringify(refused.body)).not.toContain("FAKE0");
  const { count } = (
    await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM "AuditEvent" WHERE canonical LIKE '%FAKE0%'`
  )[0] ?? { count: -1n };
  expect(count).toBe(0n);
});
