import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/data/client";
import { claimKeyUnscoped, markCarriedOut, underClaim } from "@/lib/data/idempotency";
import { makeToken } from "@/prisma/factories/api";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { type Handler, workspaceRoute } from "./define";
import { answerJson } from "./respond";

useTestDatabase();

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A write that counts how often it ran. */
function counter(answer: (run: number) => Response | Promise<Response>) {
  let runs = 0;
  const handler = workspaceRoute("test", "workspace:read", async () => {
    runs += 1;
    const run = runs;
    await pause(60);
    return answer(run);
  });
  return { handler, runs: () => runs };
}

async function caller() {
  const workspace = await makeWorkspace();
  const { actor } = await makeMember(workspace.id, "LEAD", "Ben");
  return { actor, token: await makeToken(actor) };
}

const send = (handler: Handler, token: string, key: string | null, body = "{}", url = "http://test/a") =>
  handler(
    new Request(url, {
      method: "POST",
      body,
      headers: { authorization: `Bearer ${token}`, ...(key !== null && { "idempotency-key": key }) },
    }),
    { params: Promise.resolve({}) },
  );

const made = (run: number) => answerJson({ run }, 201, { location: `/a/${run}` });

it("answers a repeated request as the first, headers included, and runs it once", async () => {
  const { token } = await caller();
  const { handler, runs } = counter(made);
  const key = randomUUID();
  const first = await send(handler, token, key);
  const again = await send(handler, token, key);
  expect(first.headers.get("idempotency-replayed")).toBeNull();
  expect([again.status, await again.json()]).toEqual([201, { run: 1 }]);
  expect(again.headers.get("location")).toBe("/a/1");
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(runs()).toBe(1);
});

it("answers a repeated request without a body, as a DELETE has none, with none", async () => {
  const { token } = await caller();
  const { handler, runs } = counter(() => new Response(null, { status: 204 }));
  const key = randomUUID();
  for (const replayed of [null, "true"]) {
    const answer = await send(handler, token, key);
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(answer.headers.get("idempotency-replayed")).toBe(replayed);
  }
  expect(runs()).toBe(1);
});

it("runs one of many at once, and gives all of them its answer", async () => {
  const { token } = await caller();
  const { handler, runs } = counter(made);
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(handler, token, key)));
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual(Array(6).fill({ run: 1 }));
  expect(runs()).toBe(1);
});

it("runs each request without a key", async () => {
  const { token } = await caller();
  const { handler, runs } = counter(made);
  await send(handler, token, null);
  await send(handler, token, null);
  expect(runs()).toBe(2);
});

it.each([
  ["another body", '{"a":1}', "http://test/a"],
  ["another address", "{}", "http://test/b"],
])("refuses the key for %s", async (_what, body, url) => {
  const { token } = await caller();
  const { handler, runs } = counter(made);
  const key = randomUUID();
  await send(handler, token, key);
  const other = await send(handler, token, key, body, url);
  expect([other.status, (await other.json()).code]).toEqual([422, "RULE"]);
  expect(runs()).toBe(1);
});

it("keeps keys of different people apart", async () => {
  const [ben, chidi] = [await caller(), await caller()];
  const { handler, runs } = counter(made);
  const key = randomUUID();
  await send(handler, ben.token, key);
  await send(handler, chidi.token, key);
  expect(runs()).toBe(2);
});

it("lets a refused request be tried again with its key", async () => {
  const { token } = await caller();
  const { handler, runs } = counter((run) => (run === 1 ? answerJson({ code: "CONFLICT" }, 409) : made(run)));
  const key = randomUUID();
  expect((await send(handler, token, key)).status).toBe(409);
  expect((await send(handler, token, key)).status).toBe(201);
  expect(runs()).toBe(2);
});

it("lets one that failed be tried again, and a waiting one run in its place", async () => {
  const { token } = await caller();
  const { handler, runs } = counter((run) => {
    if (run === 1) throw Object.assign(new Error("connection lost"), { code: "ECONNRESET" });
    return made(run);
  });
  const key = randomUUID();
  const statuses = (await Promise.all([send(handler, token, key), send(handler, token, key)])).map(
    ({ status }) => status,
  );
  expect(statuses.sort()).toEqual([201, 503]);
  expect(runs()).toBe(2);
});

it("does not run again what was carried out and whose answer was lost", async () => {
  const { actor, token } = await caller();
  const { handler, runs } = counter(made);
  const key = randomUUID();
  const { requestHash } = await import("./idempotency");
  const hash = requestHash("POST", "http://test/a", new TextEncoder().encode("{}"));
  const claimed = await claimKeyUnscoped(actor, key, hash);
  if (claimed.is !== "ours") throw new Error("the key is new");
  // The process dies here: committed, not answered.
  await underClaim(claimed.claim, () => db().$transaction(markCarriedOut));
  const again = await send(handler, token, key);
  expect([again.status, (await again.json()).code]).toEqual([409, "CONFLICT"]);
  expect(runs()).toBe(0);
});

it.each([
  ["a day", { status: 201, createdAt: new Date(Date.now() - 86_400_000 - 1_000) }],
  ["two minutes where its process died", { status: 0, createdAt: new Date(Date.now() - 121_000) }],
])("frees a key after %s", async (_what, row) => {
  const { actor, token } = await caller();
  const key = randomUUID();
  await db().idempotencyKey.create({
    data: { memberId: actor.memberId, key, requestHash: "x", body: {}, ...row },
  });
  const { handler } = counter(made);
  expect((await send(handler, token, key)).status).toBe(201);
});

it.each(["", "two words", "x".repeat(256), "ümlaut"])("refuses the key %j", async (key) => {
  const { token } = await caller();
  const { handler, runs } = counter(made);
  const response = await send(handler, token, key).catch(() => null);
  // Characters beyond Latin-1 never leave the sender's HTTP library.
  expect(response === null || response.status === 400).toBe(true);
  expect(runs()).toBe(0);
});
