import { beforeEach, describe, expect, it } from "vitest";
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
let stranger: string;

beforeEach(async () => {
  stage = await makeStage(
    plan([
      planPhase("Alpha", [planItem("Alert rules", { level: "MUST", area: "Monitoring" })]),
      planPhase("Beta", [planItem("Hotline", { area: "Support" })]),
    ]),
  );
  const { people } = stage;
  [manager, lead, member, stranger] = (await Promise.all(
    [people.manager, people.lead, people.member, people.outsider].map((person) => makeToken(person)),
  )) as [string, string, string, string]; // four people in, four tokens out
});

const call = async (
  token: string,
  method: string,
  address: string,
  body?: object,
  headers: Record<string, string> = {},
) => {
  const response = await callApi(token, method, `/projects/${stage.slug}${address}`, {
    body: body ?? null,
    headers,
  });
  return { status: response.status, body: await response.json(), etag: response.headers.get("etag") };
};
const statusOf = async (...args: Parameters<typeof call>) => (await call(...args)).status;
const rail = async () =>
  (await call(lead, "GET", "")).body.phases.map(({ key }: { key: string }) => key) as string[]; // a list of keys by its schema

it("finds a phase by its key and by its id, whatever is asked of it", async () => {
  const id = await stage.phase("Beta");
  const { body } = await call(lead, "GET", "/phases/beta");
  expect(await call(lead, "GET", `/phases/${id}`)).toMatchObject({ status: 200, body });
  for (const rest of ["/check", "/areas", "/rollback", "/waivers"])
    expect([rest, await statusOf(lead, "GET", `/phases/${id}${rest}`)]).toEqual([rest, 200]);
  const report = await callApi(lead, "GET", `/projects/${stage.slug}/phases/${id}/report.pdf`);
  expect(report.headers.get("content-disposition")).toContain("-beta-");
  expect(await call(lead, "PATCH", `/phases/${id}`, { minimumScore: 90 })).toMatchObject({
    status: 200,
    body: { id, key: "beta" },
  });
  expect((await call(lead, "GET", "/phases/beta")).body.minimumScore).toBe(90);
  expect(await statusOf(lead, "GET", `/phases/${stage.projectId}`)).toBe(404);
});

describe("the settings of a phase", () => {
  it("are changed by who edits the plan, on the version they saw", async () => {
    const edited = await call(
      lead,
      "PATCH",
      "/phases/beta",
      { minimumScore: 90, goals: ["Learn"] },
      { "if-match": '"1"' },
    );
    expect(edited).toMatchObject({ status: 200, etag: '"2"', body: { key: "beta", version: 2 } });
    expect((await call(member, "GET", "/phases/beta")).body).toMatchObject({
      minimumScore: 90,
      overdueSecretsBlock: false,
      goals: ["Learn"],
      version: 2,
    });
    expect((await call(lead, "PATCH", "/phases/beta", { minimumScore: 90 })).body.version).toBe(2);
    const late = await call(lead, "PATCH", "/phases/beta", { name: "Pilot" }, { "if-match": '"1"' });
    expect([late.status, late.body.current]).toMatchObject([409, { name: "Beta", minimumScore: 90 }]);
    expect(await statusOf(member, "PATCH", "/phases/beta", { name: "Pilot" })).toBe(403);
    expect(await statusOf(stranger, "PATCH", "/phases/beta", { name: "Pilot" })).toBe(404);
    for (const wrong of [
      {},
      { minimumScore: 101 },
      { status: "PASSED" },
      { archived: true, name: "x" },
      { name: " " },
    ])
      expect(await statusOf(lead, "PATCH", "/phases/beta", wrong)).toBe(400);
    for (const nowhere of ["omega", "al%00pha"])
      expect(await statusOf(lead, "PATCH", `/phases/${nowhere}`, { name: "x" })).toBe(404);
    expect(await stage.events()).toEqual(["phase.edited"]);
  });

  it("come with a phase that is added once, moved, archived and restored", async () => {
    const once = { "idempotency-key": "add-launch" };
    const added = await call(lead, "POST", "/phases", { name: "Launch", minimumScore: 95 }, once);
    expect(added).toMatchObject({ status: 201, body: { key: "launch", version: 1 } });
    expect((await call(lead, "POST", "/phases", { name: "Launch", minimumScore: 95 }, once)).body).toEqual(
      added.body,
    );
    expect(await rail()).toEqual(["alpha", "beta", "launch"]);
    const { id: beta } = (await call(lead, "GET", "/phases/beta")).body;
    expect(await statusOf(lead, "PATCH", "/phases/launch", { beforeId: beta }, { "if-match": '"7"' })).toBe(
      409,
    );
    expect(await statusOf(lead, "PATCH", "/phases/launch", { beforeId: beta }, { "if-match": '"1"' })).toBe(
      200,
    );
    expect(await rail()).toEqual(["alpha", "launch", "beta"]);
    expect(await statusOf(lead, "PATCH", "/phases/beta", { archived: true }, { "if-match": '"9"' })).toBe(
      409,
    );
    expect(await statusOf(lead, "PATCH", "/phases/beta", { archived: true })).toBe(200);
    expect(await statusOf(lead, "PATCH", "/phases/beta", { archived: true })).toBe(200);
    expect(await rail()).toEqual(["alpha", "launch"]);
    expect(await statusOf(lead, "PATCH", "/phases/beta", { archived: false })).toBe(200);
    expect(await rail()).toEqual(["alpha", "launch", "beta"]);
    expect(await statusOf(lead, "POST", "/phases", { minimumScore: 95 })).toBe(400);
    expect(await statusOf(member, "POST", "/phases", { name: "Later" })).toBe(403);
    expect(await statusOf(stranger, "POST", "/phases", { name: "Later" })).toBe(404);
  });
});

describe("a request to waive an item", () => {
  const ask = async (token: string) => {
    const expiresAt = `${addDays(dayOf(new Date()), 20)}T12:00:00Z`;
    const asked = await callApi(token, "PATCH", `/items/${await stage.item("Alert rules")}`, {
      body: { state: "WAIVED", reason: "The new system has them", expiresAt },
    });
    expect(asked.status).toBe(202);
    return (await asked.json()).waiver.id as string; // the schema of the answer says so
  };

  it("is listed, and refused by somebody else with a reason", async () => {
    const id = await ask(member);
    const waiting = { id, itemTitle: "Alert rules", requestedBy: "Ben", reason: "The new system has them" };
    expect((await call(manager, "GET", "/phases/alpha/waivers")).body.data).toMatchObject([
      { ...waiting, may: { answer: true, withdraw: false } },
    ]);
    expect((await call(member, "GET", "/phases/alpha/waivers")).body.data).toMatchObject([
      { ...waiting, may: { answer: false, withdraw: true } },
    ]);
    expect((await call(member, "GET", "/phases/beta/waivers")).body.data).toEqual([]);
    const refusal = `/waivers/${id}/refusal`;
    const why = { reason: "The old one stays until May" };
    expect(await statusOf(lead, "POST", refusal, why)).toBe(403);
    expect(await statusOf(stranger, "POST", refusal, why)).toBe(404);
    expect(await statusOf(manager, "POST", refusal, {})).toBe(400);
    expect((await call(manager, "POST", refusal, why)).body).toEqual({ id, state: "REFUSED", changed: true });
    expect((await call(manager, "POST", refusal, why)).body).toEqual({
      id,
      state: "REFUSED",
      changed: false,
    });
    expect(await statusOf(member, "POST", `/waivers/${id}/withdrawal`, {})).toBe(409);
    expect((await call(manager, "GET", "/phases/alpha/waivers")).body.data).toEqual([]);
    expect(await stage.events()).toEqual(["item.waiver-requested", "item.waiver-refused"]);
  });

  it("is withdrawn by who made it, and by nobody else", async () => {
    const id = await ask(member);
    const withdrawal = `/waivers/${id}/withdrawal`;
    expect(await statusOf(lead, "POST", withdrawal, {})).toBe(403);
    expect(await statusOf(stranger, "POST", withdrawal, {})).toBe(404);
    expect((await call(member, "POST", withdrawal)).body).toEqual({ id, state: "WITHDRAWN", changed: true });
    expect((await call(member, "POST", withdrawal, {})).body.changed).toBe(false);
    expect(await statusOf(manager, "POST", `/waivers/${id}/refusal`, { reason: "Too late" })).toBe(409);
    expect(await statusOf(member, "POST", "/waivers/none/withdrawal", {})).toBe(404);
  });
});

it("grades the areas of all phases together", async () => {
  const { body } = await call(member, "GET", "/areas?since=2026-01-01");
  expect(body.areas).toMatchObject([
    { area: "Monitoring", current: { grade: "F", score: 0 } },
    { area: "Support", current: { grade: "F", score: 0 } },
  ]);
  expect(await statusOf(member, "GET", "/areas?since=yesterday")).toBe(400);
  expect(await statusOf(stranger, "GET", "/areas")).toBe(404);
});
