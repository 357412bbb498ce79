import { beforeAll, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/domain/days";
import { callApi, makeToken } from "@/prisma/factories/api";
import { plan, planItem, planPhase } from "@/prisma/factories/project";
import { makeStage, type Stage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";

useTestDatabase();

let stage: Stage;
let manager: string;
let lead: string;
let member: string;

beforeAll(async () => {
  stage = await makeStage(
    plan([
      planPhase("Alpha", [planItem("Alert rules", { area: "Monitoring" })], { rollback: ["Switch it off"] }),
    ]),
  );
  manager = await makeToken(stage.people.manager);
  lead = await makeToken(stage.people.lead);
  member = await makeToken(stage.people.member);
});

const call = async (token: string, method: string, address: string, body?: object, ifMatch?: string) => {
  const response = await callApi(token, method, `/projects/${stage.slug}${address}`, {
    body: body ?? null,
    headers: ifMatch ? { "if-match": ifMatch } : {},
  });
  return { status: response.status, body: await response.json(), etag: response.headers.get("etag") };
};

it("takes a risk from its first word to its acceptance", async () => {
  const added = await call(lead, "POST", "/risks", { title: "Flood", likelihood: "MEDIUM", impact: "HIGH" });
  expect(added.status).toBe(201);
  const risk = `/risks/${added.body.id}`;
  expect((await call(lead, "PATCH", risk, { severity: "LOW" })).body).toMatchObject({
    code: "INVALID",
    fields: { severity: [expect.stringContaining("follows")] },
  });
  expect(await call(lead, "PATCH", risk, { mitigation: "Pumps" }, '"1"')).toMatchObject({ etag: '"2"' });
  expect((await call(lead, "PATCH", risk, { mitigation: "Sand" }, '"1"')).status).toBe(409);
  const accept = { reason: "The dike is due in May", until: addDays(dayOf(new Date()), 30) };
  expect((await call(lead, "POST", `${risk}/acceptance`, accept)).status).toBe(403);
  expect((await call(manager, "POST", `${risk}/acceptance`, { reason: " " })).status).toBe(400);
  expect((await call(manager, "POST", `${risk}/acceptance`, accept, '"2"')).status).toBe(201);
  const { body } = await call(member, "GET", "/risks");
  expect(body.data).toMatchObject([
    {
      title: "Flood",
      severity: "HIGH",
      state: "ACCEPTED",
      blocks: false,
      acceptance: { by: "Mo", over: false },
    },
  ]);
  expect((await call(lead, "PATCH", "/risks/none", { title: "x" })).status).toBe(404);
  for (const wrong of [{}, { state: "ACCEPTED" }, { likelihood: 3 }, { archived: true, title: "x" }])
    expect((await call(lead, "PATCH", risk, wrong)).status).toBe(400);
});

it("tells and changes the way back from a phase", async () => {
  const rollback = "/phases/alpha/rollback";
  expect((await call(lead, "PATCH", rollback, { triggers: ["Errors over 5%", " "] })).body).toEqual({
    version: 2,
  });
  const rehearsal = { rehearsedOn: "2026-01-31", outcome: "WORKED" };
  expect((await call(member, "POST", `${rollback}/rehearsals`, rehearsal)).status).toBe(201);
  expect(
    (await call(member, "POST", `${rollback}/rehearsals`, { ...rehearsal, outcome: "MAYBE" })).status,
  ).toBe(400);
  expect((await call(member, "PATCH", rollback, { steps: [] })).status).toBe(403);
  expect((await call(member, "GET", rollback)).body).toMatchObject({
    triggers: ["Errors over 5%"],
    steps: ["Switch it off"],
    standing: "CHANGED_SINCE",
    rehearsals: [{ rehearsedOn: "2026-01-31", outcome: "WORKED", note: null, by: "Ben" }],
  });
  expect((await call(member, "GET", "/phases/gamma/rollback")).status).toBe(404);
});

it("grades the areas of a phase", async () => {
  const { body } = await call(member, "GET", "/phases/alpha/areas?since=2026-01-01");
  expect(body.areas).toMatchObject([{ area: "Monitoring", current: { grade: "F", score: 0 } }]);
  expect((await call(member, "GET", "/phases/alpha/areas?since=soon")).status).toBe(400);
});
