import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { db } from "@/lib/data/client";
import { auditEntrySchema } from "@/lib/schemas/api-audit";
import { pageSchema } from "@/lib/schemas/api-paging";
import { problemSchema } from "@/lib/schemas/api-problem";
import {
  decisionSchema,
  phaseSchema,
  projectEntrySchema,
  projectSchema,
  recordedSchema,
  reviewSchema,
  signOffSchema,
} from "@/lib/schemas/api-project";
import { checkSchema, importedSchema, itemStateAnswerSchema } from "@/lib/schemas/api-write";
import { callApi, makeToken } from "@/prisma/factories/api";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";

useTestDatabase();

const PLAN = `# Customer portal

## Phase 1: Alpha

### Security

- [x] Rotate the keys
- [ ] MUST: close the ports
  - [ ] staging
  - [ ] production

### Success criteria

- 95% of tests pass

## Phase 2: Beta

- [ ] Invite customers
`;

const people: Record<"ana" | "ben" | "chidi" | "vera" | "outsider", string> = {
  ana: "",
  ben: "",
  chidi: "",
  vera: "",
  outsider: "",
};

beforeAll(async () => {
  const [workspace, elsewhere] = [await makeWorkspace(), await makeWorkspace()];
  const tokenOf = async (id: string, role: "ADMIN" | "LEAD" | "MANAGER", name: string) =>
    makeToken((await makeMember(id, role, name)).actor);
  people.ana = await tokenOf(workspace.id, "ADMIN", "Ana");
  people.ben = await tokenOf(workspace.id, "LEAD", "Ben");
  people.chidi = await tokenOf(workspace.id, "MANAGER", "Chidi");
  // A viewer makes no tokens, but a token may be a viewer's.
  people.vera = await makeToken((await makeMember(workspace.id, "LEAD", "Vera")).actor, { role: "VIEWER" });
  await makeMember(workspace.id, "VIEWER", "Vic");
  people.outsider = await tokenOf(elsewhere.id, "ADMIN", "Olga");
});

/** The answer's body, held against what the OpenAPI document promises. */
async function read<S extends z.ZodType>(response: Response, schema: S, status = 200): Promise<z.output<S>> {
  const body = await response.json();
  expect({ status: response.status, body }).toMatchObject({ status });
  return schema.parse(body);
}

const refused = async (response: Response) => {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = problemSchema.parse(await response.json());
  expect(problem).toMatchObject({ status: response.status, requestId: response.headers.get("x-request-id") });
  return [problem.status, problem.code];
};

async function imported(token = people.ana): Promise<string> {
  const response = await callApi(token, "POST", `/projects/import?name=Portal-${randomUUID().slice(0, 8)}`, {
    body: PLAN,
    headers: { "content-type": "text/markdown" },
  });
  const { slug } = await read(response, importedSchema, 201);
  expect(response.headers.get("location")).toBe(`/api/v1/projects/${slug}`);
  return slug;
}

const phaseOf = async (slug: string, key: string) =>
  read(await callApi(people.vera, "GET", `/projects/${slug}/phases/${key}`), phaseSchema);

const keysOf = async (slug: string) =>
  (await read(await callApi(people.vera, "GET", `/projects/${slug}`), projectSchema)).phases.map(
    ({ key }) => key,
  );

describe("a plan, from its text to its decided gate", () => {
  it("is imported, worked, measured, signed, decided and audited", async () => {
    const slug = await imported();
    const [alpha = "", beta = ""] = await keysOf(slug);
    const at = (rest: string) => `/projects/${slug}/phases/${alpha}${rest}`;
    const before = await phaseOf(slug, alpha);
    const items = before.sections.flatMap((section) => section.items);
    expect(items.map(({ title, state }) => [title, state])[0]).toEqual(["Rotate the keys", "DONE"]);
    expect(before.criteria).toMatchObject([{ comparator: ">=", target: 95, unit: "%", result: "NO_DATA" }]);
    expect(before.gate).toMatchObject({ status: "BLOCKED" });
    const sum = (before.score ?? 0) + before.losses.reduce((total, { points }) => total + points, 0);
    expect(sum).toBeCloseTo(100, 5);

    const check = async () => read(await callApi(people.vera, "GET", at("/check")), checkSchema);
    expect((await check()).result).toBe("fail");

    for (const item of items.flatMap((each) => [...each.subItems, each])) {
      const response = await callApi(people.ben, "PATCH", `/items/${item.id}`, { body: { state: "DONE" } });
      expect(await read(response, itemStateAnswerSchema)).toMatchObject({ id: item.id, state: "DONE" });
    }
    const [criterion] = before.criteria;
    const measured = await callApi(people.ben, "POST", `/criteria/${criterion?.id}/measurements`, {
      body: { value: 97.2, sampleSize: 400, note: "CI" },
    });
    expect(await read(measured, recordedSchema, 201)).toMatchObject({
      value: 97.2,
      source: "Test",
      criterion: { result: "MET" },
    });

    const [rule] = before.signOffRules;
    const sign = () =>
      callApi(people.ben, "POST", at("/sign-offs"), { body: { rule: rule?.name, decision: "APPROVED" } });
    expect(await read(await sign(), signOffSchema, 201)).toMatchObject({ state: "VALID", by: "Ben" });
    expect((await sign()).status).toBe(200);
    const ready = await phaseOf(slug, alpha);
    expect(ready.gate).toMatchObject({ status: "READY", blockers: [] });
    expect(ready.signOffs).toMatchObject([{ rule: rule?.name, by: "Ben", state: "VALID" }]);
    expect(ready.score).toBe(100);

    const review = await callApi(people.ben, "POST", at("/reviews"), { body: { note: "Please decide." } });
    await read(review, reviewSchema, 201);
    expect((await phaseOf(slug, alpha)).gate.status).toBe("IN_REVIEW");

    const decided = await callApi(people.chidi, "POST", at("/decisions"), { body: { outcome: "GO" } });
    expect(await read(decided, decisionSchema, 201)).toMatchObject({
      outcome: "GO",
      override: false,
      by: "Chidi",
    });
    expect(await check()).toMatchObject({ result: "pass", reasons: [] });
    const project = await read(await callApi(people.vera, "GET", `/projects/${slug}`), projectSchema);
    expect(project.phases.map(({ key, status, gate }) => [key, status, gate.status])).toEqual([
      [alpha, "PASSED", "PASSED"],
      [beta, "ACTIVE", "BLOCKED"],
    ]);
    expect(project.phases[1]?.gate.blockers.length).toBeGreaterThan(0);

    const audit = await read(
      await callApi(people.vera, "GET", `/audit?project=${slug}&action=gate.decided`),
      pageSchema(auditEntrySchema),
    );
    expect(audit.data).toMatchObject([{ action: "gate.decided", by: "Chidi", project: { slug } }]);
  });

  it("tells what blocks a GO, and lets an admin pass over it for ever shown", async () => {
    const slug = await imported();
    const [alpha = ""] = await keysOf(slug);
    const decide = (token: string, body: object) =>
      callApi(token, "POST", `/projects/${slug}/phases/${alpha}/decisions`, { body });
    await callApi(people.ben, "POST", `/projects/${slug}/phases/${alpha}/reviews`);
    const blocked = await decide(people.chidi, { outcome: "GO" });
    const problem = problemSchema.parse(await blocked.json());
    expect([problem.status, problem.code]).toEqual([422, "GATE_BLOCKED"]);
    expect(problem.blockers).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: "SIGN_OFF_MISSING" })]),
    );
    const reason = "The customer waits and the ports are closed by the firewall.";
    const override = await decide(people.ana, { outcome: "GO", override: true, reason });
    expect(await read(override, decisionSchema, 201)).toMatchObject({
      override: true,
      overrideReason: reason,
    });
    const check = await callApi(people.vera, "GET", `/projects/${slug}/phases/${alpha}/check`);
    expect((await read(check, checkSchema)).result).toBe("pass_override");
  });

  it("takes conditions with people named by address or name, and refuses nobody's", async () => {
    const slug = await imported();
    const [alpha = ""] = await keysOf(slug);
    const dueOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    const decide = (owner: string) =>
      callApi(people.chidi, "POST", `/projects/${slug}/phases/${alpha}/decisions`, {
        body: { outcome: "CONDITIONAL_GO", conditions: [{ text: "Close the ports", owner, dueOn }] },
      });
    expect(await refused(await decide("Nobody"))).toEqual([400, "INVALID"]);
    const { email } = await db().user.findFirstOrThrow({ where: { name: "Ben" } });
    for (const owner of ["Ben", email.toUpperCase()])
      expect(["GATE_BLOCKED", undefined]).toContain((await (await decide(owner)).json()).code);
  });
});

describe("a decision that is not complete", () => {
  it("is refused by the fields that were sent", async () => {
    const slug = await imported();
    const [alpha = ""] = await keysOf(slug);
    const dueOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await callApi(people.ben, "POST", `/projects/${slug}/phases/${alpha}/reviews`);
    const fieldsOf = async (body: object) => {
      const response = await callApi(people.ana, "POST", `/projects/${slug}/phases/${alpha}/decisions`, {
        body,
      });
      const problem = problemSchema.parse(await response.json());
      expect(problem).toMatchObject({ status: 400, code: "INVALID" });
      return Object.keys(problem.fields ?? {});
    };
    expect(await fieldsOf({ outcome: "GO", override: true, reason: "short" })).toEqual(["reason"]);
    expect(await fieldsOf({ outcome: "GO", override: true })).toEqual(["reason"]);
    expect(await fieldsOf({ outcome: "GO", override: { reason: "short" } })).toEqual(["override.reason"]);
    expect(await fieldsOf({ outcome: "RECYCLE", reason: "Again." })).toEqual(["recycleTo"]);
    const conditional = { outcome: "CONDITIONAL_GO", override: true, reason: "The customer waits for it." };
    const unfit = [{ text: "Close the ports", owner: "Vic", dueOn }];
    expect(await fieldsOf({ ...conditional, conditions: unfit })).toEqual(["conditions.0.owner"]);
    const late = [{ text: "Close the ports", owner: "Ben", dueOn: "2000-01-01" }];
    expect(await fieldsOf({ ...conditional, conditions: late })).toEqual(["conditions.0.dueOn"]);
  });
});

describe("reading", () => {
  it("pages through projects by cursor without one missed or twice", async () => {
    const workspace = await makeWorkspace();
    const token = await makeToken((await makeMember(workspace.id, "ADMIN", "Dana")).actor);
    const slugs = [await imported(token), await imported(token), await imported(token)];
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? "?limit=2" : `?limit=2&cursor=${cursor}`;
      const page: { data: { slug: string }[]; nextCursor: string | null } = await read(
        await callApi(token, "GET", `/projects${query}`),
        pageSchema(projectEntrySchema),
      );
      seen.push(...page.data.map(({ slug }) => slug));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.sort()).toEqual(slugs.sort());
  });

  it("answers 304 to who has it already", async () => {
    const slug = await imported();
    const etag = (await callApi(people.vera, "GET", `/projects/${slug}`)).headers.get("etag") ?? "";
    const again = await callApi(people.vera, "GET", `/projects/${slug}`, {
      headers: { "if-none-match": etag },
    });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it("shows a token made for one project that project alone", async () => {
    const workspace = await makeWorkspace();
    const { actor } = await makeMember(workspace.id, "ADMIN", "Dana");
    const token = await makeToken(actor);
    const [mine, other] = [await imported(token), await imported(token)];
    const { id } = await db().project.findFirstOrThrow({ where: { slug: mine, workspaceId: workspace.id } });
    const narrow = await makeToken(actor, { projectId: id });
    const list = await read(await callApi(narrow, "GET", "/projects"), pageSchema(projectEntrySchema));
    expect(list.data.map(({ slug }) => slug)).toEqual([mine]);
    expect((await callApi(narrow, "GET", `/projects/${mine}`)).status).toBe(200);
    expect(await refused(await callApi(narrow, "GET", `/projects/${other}`))).toEqual([404, "NOT_FOUND"]);
  });
});

describe("refusals", () => {
  it("asks everybody who they are", async () => {
    const id = randomUUID();
    for (const [method, address] of [
      ["GET", "/projects"],
      ["POST", "/projects/import"],
      ["GET", "/projects/x"],
      ["GET", "/projects/x/phases/y"],
      ["GET", "/projects/x/phases/y/check"],
      ["POST", "/projects/x/phases/y/sign-offs"],
      ["POST", "/projects/x/phases/y/reviews"],
      ["POST", "/projects/x/phases/y/decisions"],
      ["PATCH", `/items/${id}`],
      ["POST", `/criteria/${id}/measurements`],
      ["GET", "/audit"],
    ] as const)
      for (const token of [null, "pgt_not-a-token"]) {
        const body = method === "GET" ? null : { state: "DONE", value: 1 };
        expect(await refused(await callApi(token, method, address, { body }))).toEqual([401, "SIGN_IN"]);
      }
  });

  it("tells an outsider and a guesser the same: not found", async () => {
    const slug = await imported();
    const [alpha = ""] = await keysOf(slug);
    const phase = await phaseOf(slug, alpha);
    const item = phase.sections[0]?.items[0]?.id;
    const criterion = phase.criteria[0]?.id;
    const calls: [string, string, object | null][] = [
      ["GET", `/projects/${slug}`, null],
      ["GET", `/projects/${slug}/phases/${alpha}`, null],
      ["GET", `/projects/${slug}/phases/${alpha}/check`, null],
      ["POST", `/projects/${slug}/phases/${alpha}/decisions`, { outcome: "GO" }],
      ["PATCH", `/items/${item}`, { state: "DONE" }],
      ["POST", `/criteria/${criterion}/measurements`, { value: 1 }],
    ];
    for (const [method, address, body] of calls)
      expect(await refused(await callApi(people.outsider, method, address, { body }))).toEqual([
        404,
        "NOT_FOUND",
      ]);
    for (const address of [`/items/${randomUUID()}`, "/items/not-an-id", "/items/%00"])
      expect(await refused(await callApi(people.ben, "PATCH", address, { body: { state: "DONE" } }))).toEqual(
        [404, "NOT_FOUND"],
      );
    expect(await refused(await callApi(people.ben, "GET", `/projects/${slug}/phases/omega`))).toEqual([
      404,
      "NOT_FOUND",
    ]);
  });

  it("tells a lesser role what it needs", async () => {
    const slug = await imported();
    const [alpha = ""] = await keysOf(slug);
    const at = `/projects/${slug}/phases/${alpha}`;
    const forbidden = async (token: string, method: string, address: string, body: object) =>
      expect(await refused(await callApi(token, method, address, { body }))).toEqual([403, "FORBIDDEN"]);
    await forbidden(people.vera, "POST", `${at}/sign-offs`, { rule: "x", decision: "APPROVED" });
    await forbidden(people.vera, "POST", `${at}/reviews`, {});
    await forbidden(people.ben, "POST", `${at}/decisions`, { outcome: "GO" });
    expect((await callApi(people.ben, "POST", "/projects/import", { body: PLAN })).status).toBe(403);
  });

  it("refuses methods and addresses that are not there, as problems", async () => {
    expect(await refused(await callApi(people.ana, "GET", "/nothing/here"))).toEqual([404, "NOT_FOUND"]);
    expect(await refused(await callApi(people.ana, "DELETE", ""))).toEqual([404, "NOT_FOUND"]);
    const wrong = await callApi(people.ana, "DELETE", "/projects");
    expect(wrong.headers.get("allow")).toBe("GET, HEAD, POST, OPTIONS");
    expect(await refused(wrong)).toEqual([405, "METHOD_NOT_ALLOWED"]);
    const options = await callApi(null, "OPTIONS", "/projects/import");
    expect([options.status, options.headers.get("allow")]).toEqual([204, "POST, OPTIONS"]);
    const head = await callApi(people.ana, "HEAD", "/projects");
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });
});

describe("bad input", () => {
  const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
    callApi(people.ana, "POST", "/projects/import", {
      body,
      headers: { "content-type": "text/markdown", ...headers },
    });

  it.each([
    ["an empty plan", "", "INVALID"],
    ["a blank plan", " \n\t\n", "INVALID"],
    [
      "a picture",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 0]),
      "INVALID",
    ],
    ["more than 2 MB", "- [ ] item\n".repeat(200_000), "TOO_LARGE"],
  ])("refuses %s", async (_what, body, code) => {
    expect((await refused(await post(body)))[1]).toBe(code);
  });

  it("refuses a body that says it is large without reading it", async () => {
    expect(await refused(await post("x", { "content-length": "99999999" }))).toEqual([413, "TOO_LARGE"]);
  });

  it("takes titles of any script, and names the field of a wrong value", async () => {
    const slug = await imported();
    const [alpha = ""] = await keysOf(slug);
    const phase = await phaseOf(slug, alpha);
    const item = phase.sections[0]?.items[0]?.id;
    const patch = (body: object | string) => callApi(people.ben, "PATCH", `/items/${item}`, { body });
    for (const body of [{}, { state: "TICKED" }, { state: 1 }, "state=DONE", "[]", "null"])
      expect((await refused(await patch(body)))[1]).toBe("INVALID");
    const wrong = await callApi(people.ben, "POST", `/criteria/${phase.criteria[0]?.id}/measurements`, {
      body: { value: "many" },
    });
    expect((await wrong.json()).fields).toHaveProperty("value");
    expect((await refused(await callApi(people.ana, "GET", "/projects?limit=0")))[1]).toBe("INVALID");
    expect((await refused(await callApi(people.ana, "GET", "/projects?cursor=nonsense")))[1]).toBe("INVALID");
    expect((await refused(await callApi(people.ana, "GET", "/audit?cursor=nonsense")))[1]).toBe("INVALID");
  });

  it("refuses an update of a version that is gone, and shows what stands there", async () => {
    const slug = await imported();
    const [alpha = ""] = await keysOf(slug);
    const item = (await phaseOf(slug, alpha)).sections[0]?.items[1];
    const patch = (version: string) =>
      callApi(people.ben, "PATCH", `/items/${item?.id}`, {
        body: { state: "IN_PROGRESS" },
        headers: { "if-match": version },
      });
    const first = await patch(`"${item?.version}"`);
    expect(first.status).toBe(200);
    const stale = await callApi(people.ana, "PATCH", `/items/${item?.id}`, {
      body: { state: "DONE" },
      headers: { "if-match": `"${item?.version}"` },
    });
    const problem = await stale.json();
    expect([stale.status, problem.code]).toEqual([409, "CONFLICT"]);
    expect(problem.current).toMatchObject({ state: "IN_PROGRESS" });
    expect((await refused(await patch("seven")))[1]).toBe("INVALID");
  });

  it("asks for a waiver with 202, and lets another manager approve it", async () => {
    const slug = await imported();
    const [alpha = ""] = await keysOf(slug);
    const item = (await phaseOf(slug, alpha)).sections[0]?.items.find(({ state }) => state === "OPEN");
    const patch = (token: string, body: object) =>
      callApi(token, "PATCH", `/items/${item?.id}`, { body: { state: "WAIVED", ...body } });
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    expect((await refused(await patch(people.ben, {})))[1]).toBe("INVALID");
    const asked = await patch(people.ben, { reason: "Next week", expiresAt });
    expect(asked.status).toBe(202);
    expect(await asked.json()).toMatchObject({ state: "OPEN", changed: true, waiver: { state: "PENDING" } });
    const waits = (await phaseOf(slug, alpha)).sections[0]?.items.find(({ id }) => id === item?.id);
    expect(waits).toMatchObject({ state: "OPEN", waiverAsked: true });
    const approved = await patch(people.ana, {});
    expect(approved.status).toBe(200);
    expect(await approved.json()).toMatchObject({ state: "WAIVED", waiver: { state: "APPROVED" } });
    const stands = (await phaseOf(slug, alpha)).sections[0]?.items.find(({ id }) => id === item?.id);
    expect(stands).toMatchObject({ state: "WAIVED", waiverExpiresAt: expiresAt });
  });

  it("makes one project of the same import sent twice at once with a key", async () => {
    const key = randomUUID();
    const name = `Twice ${key.slice(0, 8)}`;
    const send = () =>
      callApi(people.ana, "POST", `/projects/import?name=${encodeURIComponent(name)}`, {
        body: PLAN,
        headers: { "idempotency-key": key },
      });
    const [first, second] = await Promise.all([send(), send()]);
    expect([first?.status, second?.status]).toEqual([201, 201]);
    expect(await first?.json()).toEqual(await second?.json());
    expect(await db().project.count({ where: { name } })).toBe(1);
  });
});
