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

const call = async (token: string, method: string, address: string, body?: object) => {
  const response = await callApi(token, method, `/projects/${stage.slug}/secrets${address}`, {
    body: body ?? null,
  });
  return { status: response.status, body: await response.json() };
};

it("keeps an inventory, and is told by the job that rotates", async () => {
  const { body: added, status } = await call(lead, "POST", "", {
    name: "Mail key",
    rotationDays: 90,
    owner: " ",
  });
  expect(status).toBe(201);
  expect((await call(member, "POST", `/${added.id}/rotations`, { rotatedOn: "2026-01-31" })).status).toBe(
    201,
  );
  expect((await call(lead, "PATCH", `/${added.id}`, { storage: "vault:kv/mail" })).body.version).toBe(3);
  expect((await call(member, "GET", "")).body).toMatchObject({
    data: [{ name: "Mail key", owner: null, storage: "vault:kv/mail", rotation: { dueOn: "2026-05-01" } }],
    nextCursor: null,
  });
  expect((await call(member, "PATCH", `/${added.id}`, { name: "x" })).status).toBe(403);
  for (const body of [
    { name: "" },
    { rotationDays: 0 },
    { rotationDays: 1.5 },
    { rotationDays: "90" },
    { colour: "red" },
    { name: "x".repeat(501) },
  ])
    expect((await call(lead, "PATCH", `/${added.id}`, body)).status).toBe(400);
  expect((await call(member, "POST", `/${added.id}/rotations`, { rotatedOn: "soon" })).status).toBe(400);
});

it("takes no value in any field, and repeats none", async () => {
  // Put together here: nothing in this file has the form of a credential.
  const values = [
    ["ghp", "FAKE0".repeat(8)].join("_"),
    `postgres://app:${"FAKE0".repeat(3)}@db.test/app`,
    `-----BEGIN ${"PRIVATE"} KEY----- FAKE0`,
  ];
  const { id } = (await call(lead, "POST", "", { name: "Quiet" })).body;
  for (const value of values)
    for (const field of ["name", "variable", "owner", "storage"]) {
      const refused = [
        await call(lead, "POST", "", { name: "x", [field]: value }),
        await call(lead, "PATCH", `/${id}`, { [field]: value }),
      ];
      for (const { status, body } of refused) {
        expect([status, body.code]).toEqual([400, "INVALID"]);
        expect(JSON.stringify(body)).not.toContain("FAKE0");
        expect(body.fields[field]).toEqual([expect.stringContaining("This looks like")]);
      }
    }
  const [found] = await db().$queryRaw<{ events: bigint; secrets: bigint }[]>`
    SELECT (SELECT count(*) FROM "AuditEvent" WHERE canonical LIKE '%FAKE0%') AS events,
           (SELECT count(*) FROM "SecretRecord" s WHERE s::text LIKE '%FAKE0%') AS secrets`;
  expect(found).toEqual({ events: 0n, secrets: 0n });
});
