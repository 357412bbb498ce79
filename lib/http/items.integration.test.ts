import { expect, it } from "vitest";
import { callApi, makeToken } from "@/prisma/factories/api";
import { makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";

useTestDatabase();

it("reads and edits what an item asks for, and guards versions", async () => {
  const stage = await makeStage();
  const { people } = stage;
  const [lead, member, outsider] = await Promise.all(
    [people.lead, people.member, people.outsider].map((actor) => makeToken(actor)),
  );
  const item = `/projects/${stage.slug}/items/${await stage.item("Rotate the keys")}`;
  const call = async (token = "", method = "GET", body: object | null = null, version?: string) => {
    const headers: Record<string, string> = version ? { "if-match": version } : {};
    const response = await callApi(token, method, item, { body, headers });
    return { status: response.status, body: await response.json(), etag: response.headers.get("etag") };
  };
  const words = { why: "They leak.", impact: "Nobody signs in.", files: ["ops/rotate.sh"], details: "Soon." };
  expect(await call(lead, "PATCH", words)).toMatchObject({ status: 200, etag: '"2"', body: { version: 2 } });
  expect(await call(member)).toMatchObject({
    status: 200,
    body: { ...words, title: "Rotate the keys", phase: "alpha", section: "Checklist", parentId: null },
  });
  // The same again changes nothing; an older version does not overwrite a newer one.
  expect((await call(lead, "PATCH", words, '"1"')).body.version).toBe(2);
  expect(await call(lead, "PATCH", { why: "Other." }, '"1"')).toMatchObject({
    status: 409,
    body: { code: "CONFLICT", current: { why: "They leak.", version: 2 } },
  });
  expect((await call(lead, "PATCH", {})).status).toBe(400);
  expect((await call(lead, "PATCH", { files: [7] })).status).toBe(400);
  expect((await call(lead, "PATCH", { state: "DONE" })).status).toBe(400);
  expect((await call(member, "PATCH", { why: "x" })).status).toBe(403);
  expect((await call(outsider)).status).toBe(404);
  expect((await callApi(lead ?? "", "GET", `/projects/${stage.slug}/items/${NOBODY}`)).status).toBe(404);
});
