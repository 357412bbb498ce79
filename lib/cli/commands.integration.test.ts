import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseInput } from "@/lib/schemas/parse-input";
import { planSchema } from "@/lib/schemas/plan";
import { serveApi } from "@/prisma/factories/api";
import { phasegate } from "@/prisma/factories/command-line";
import { useTestDatabase } from "@/prisma/factories/test-database";

const { url } = useTestDatabase();

const PLAN = `# Portal

## Phase 1: Alpha

- [x] Rotate the keys
- [ ] Close the ports

### Success criteria

- 95% of tests pass

## Phase 2: Beta

- [ ] Invite customers
`;

let folder = "";
let server: { url: string; close: () => void };
const file = (name: string) => join(folder, name);
const run = (...args: string[]) => phasegate(args);
const sentence = /^\S.*\.\n$/;

const sql = async (text: string) => {
  const client = new pg.Client(url());
  await client.connect();
  const result = await client.query(text);
  await client.end();
  return result.rows;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "phasegate-cli-"));
  await writeFile(file("plan.md"), PLAN);
  // The template has the tables without migrate's record of them; the command line starts from nothing.
  await sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  server = await serveApi();
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const user = (email: string, name: string, role: string) =>
  phasegate(["user", "create", "--email", email, "--name", name, "--role", role, "--json"], {
    stdin: "correct horse battery\n",
  });

const token = async (...more: string[]) => {
  const made = await run("token", "create", "--email", "ana@example.test", "--name", "CI", ...more);
  expect(made).toMatchObject({ code: 0, stderr: "" });
  return made.stdout.trim();
};

describe("a first installation, in order", () => {
  it("reads a plan without any database", async () => {
    const inspected = await phasegate(["plan", "inspect", file("plan.md"), "--json"], {
      variables: { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing" },
    });
    expect(inspected).toMatchObject({ code: 0, stderr: "" });
    const plan = parseInput(planSchema, JSON.parse(inspected.stdout));
    expect(plan.phases.map(({ sections }) => sections.flatMap(({ items }) => items).length)).toEqual([2, 1]);
    expect((await phasegate(["plan", "inspect", "-"], { stdin: PLAN })).stdout).toContain("Portal");
  });

  it("reads a plan as it is told to", async () => {
    const corrections = file("corrections.json");
    await writeFile(
      corrections,
      JSON.stringify({ lists: [{ line: 5, text: "- [x] Rotate the keys", as: "scope" }] }),
    );
    const inspect = (...more: string[]) =>
      phasegate(["plan", "inspect", file("plan.md"), "--json", ...more], {});
    const { stdout } = await inspect("--fold", "Launch", "--corrections", corrections);
    const plan = parseInput(planSchema, JSON.parse(stdout));
    expect(plan.phases).toMatchObject([{ name: "Launch", scope: ["Rotate the keys", "Close the ports"] }]);
    expect(plan.notes.map(({ text }) => text)).toContain(
      "You said that “[x] Rotate the keys” is read as scope.",
    );
    expect(await inspect("--fold", ",")).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("Names of phases"),
    });
    await writeFile(corrections, JSON.stringify({ levels: [{ word: "high", level: "ALWAYS" }] }));
    expect((await inspect("--corrections", corrections)).stderr).toContain("levels.0.level: One of MUST");
    await writeFile(corrections, "no JSON");
    expect((await inspect("--corrections", corrections)).stderr).toContain("is not JSON");
  });

  it("migrates an empty database, and once", async () => {
    expect((await run("migrate", "--json")).stdout).toContain("20261121000000_first");
    expect(await run("migrate")).toMatchObject({ code: 0, stdout: "The database is up to date.\n" });
    expect((await run("doctor")).stdout).toMatch(/ok +migrations/);
  });

  it("says plainly that nobody is there yet", async () => {
    expect(await run("plan", "import", file("plan.md"))).toMatchObject({ code: 1, stdout: "" });
    expect((await run("gate", "check", "portal", "alpha")).code).toBe(2);
  });

  it("makes the owner and the workspace first, then other people", async () => {
    const ana = await user("Ana@Example.test", "Ana", "VIEWER");
    expect(ana).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(ana.stdout)).toMatchObject({ email: "ana@example.test", role: "ADMIN", isOwner: true });
    expect(JSON.parse((await user("ben@example.test", "Ben", "lead")).stdout)).toMatchObject({
      role: "LEAD",
      isOwner: false,
    });
    const twice = await user("ben@example.test", "Ben", "LEAD");
    expect([twice.code, twice.stdout]).toEqual([1, ""]);
    expect(twice.stderr).toMatch(sentence);
  });

  it.each([
    ["no password", ["--email", "x@example.test", "--name", "X"], ""],
    ["a short password", ["--email", "x@example.test", "--name", "X"], "short\n"],
    [
      "a wrong role",
      ["--email", "x@example.test", "--name", "X", "--role", "KING"],
      "correct horse battery\n",
    ],
    ["a wrong address", ["--email", "x", "--name", "X"], "correct horse battery\n"],
  ])("refuses %s in one sentence", async (_what, args, stdin) => {
    const refused = await phasegate(["user", "create", ...args], { stdin });
    expect([refused.code, refused.stdout]).toEqual([1, ""]);
    expect(refused.stderr.trim().split("\n")).toHaveLength(1);
  });

  it("imports a plan and says where it is", async () => {
    const imported = await run("plan", "import", file("plan.md"), "--name", "The Portal", "--json");
    expect(imported).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(imported.stdout)).toMatchObject({ slug: "the-portal" });
    const missing = await run("plan", "import", file("nothing.md"));
    expect([missing.code, missing.stderr]).toEqual([
      1,
      `${file("nothing.md")} cannot be read: there is no such file.\n`,
    ]);
  });

  it("prints a token alone, and makes none stronger than its person", async () => {
    expect(await token("--role", "MEMBER", "--days", "7", "--project", "the-portal")).toMatch(/^pgt_\S+$/);
    const strong = await run(
      "token",
      "create",
      "--email",
      "ben@example.test",
      "--name",
      "x",
      "--role",
      "ADMIN",
    );
    expect([strong.code, strong.stdout]).toEqual([1, ""]);
  });
});

const phaseAndCriterion = async () => {
  const [row] = await sql(
    `SELECT p.key AS phase, c.key AS criterion FROM "Criterion" c JOIN "Phase" p ON p.id = c."phaseId"`,
  );
  return row as { phase: string; criterion: string };
};

describe("measuring and asking a gate", () => {
  it("records a value by the criterion's key, here and on a server", async () => {
    const { criterion } = await phaseAndCriterion();
    const here = await run("measure", "the-portal", criterion, "97.5", "--sample-size", "400", "--json");
    expect(here).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(here.stdout)).toMatchObject({
      value: 97.5,
      sampleSize: 400,
      criterion: { result: "MET" },
    });
    const remote = ["--url", server.url, "--token", await token()];
    const there = await run("measure", "the-portal", criterion, "-3", "--json", ...remote);
    expect({ ...there, stdout: "" }).toEqual({ code: 0, stderr: "", stdout: "" });
    expect(JSON.parse(there.stdout)).toMatchObject({
      value: -3,
      source: "CI",
      criterion: { result: "NOT_MET" },
    });
  });

  it.each([
    ["no number", ["the-portal", "CRITERION", "many"]],
    ["an unknown criterion", ["the-portal", "nothing", "1"]],
    ["an unknown project", ["nothing", "CRITERION", "1"]],
  ])("refuses %s", async (_what, args) => {
    const { criterion } = await phaseAndCriterion();
    const refused = await run("measure", ...args.map((arg) => (arg === "CRITERION" ? criterion : arg)));
    expect([refused.code, refused.stdout]).toEqual([1, ""]);
    expect(refused.stderr).toMatch(sentence);
  });

  it("ends with 1 for a gate that is not passed, and says why", async () => {
    const { phase } = await phaseAndCriterion();
    const here = await run("gate", "check", "the-portal", phase);
    expect([here.code, here.stderr]).toEqual([1, ""]);
    expect(here.stdout).toContain("The gate is not passed.");
    const there = await run(
      "gate",
      "check",
      "the-portal",
      phase,
      "--json",
      "--url",
      server.url,
      "--token",
      await token(),
    );
    expect(there.code).toBe(1);
    expect(JSON.parse(there.stdout)).toMatchObject({ result: "fail", project: "the-portal", phase });
  });

  it("ends with 0 only for a gate that is passed", async () => {
    const { phase } = await phaseAndCriterion();
    const decide = await fetch(`${server.url}/api/v1/projects/the-portal/phases/${phase}/reviews`, {
      method: "POST",
      headers: { authorization: `Bearer ${await token()}` },
    });
    expect(decide.status).toBe(201);
    await user("chidi@example.test", "Chidi", "ADMIN");
    const chidi = await run("token", "create", "--email", "chidi@example.test", "--name", "CI");
    const decided = await fetch(`${server.url}/api/v1/projects/the-portal/phases/${phase}/decisions`, {
      method: "POST",
      headers: { authorization: `Bearer ${chidi.stdout.trim()}`, "content-type": "application/json" },
      body: JSON.stringify({
        outcome: "GO",
        override: { reason: "Decided in the meeting of this morning." },
      }),
    });
    expect(decided.status).toBe(201);
    const check = await run("gate", "check", "the-portal", phase, "--json");
    expect([check.code, JSON.parse(check.stdout).result]).toEqual([0, "pass_override"]);
  });

  it.each([
    ["an unknown phase", ["the-portal", "omega"]],
    ["an unknown project", ["nothing", "alpha"]],
    ["too few words", ["the-portal"]],
    ["an option it does not know", ["the-portal", "alpha", "--maybe"]],
    ["a server that is not there", ["the-portal", "alpha", "--url", "http://127.0.0.1:1", "--token", "x"]],
    ["a server that does not know the token", ["the-portal", "alpha", "--url", "SERVER", "--token", "x"]],
    ["an address without a token", ["the-portal", "alpha", "--url", "SERVER"]],
    ["variables that are not set", ["the-portal", "PASSED", "--url", "", "--token", ""]],
    ["a token's variable that is not set", ["the-portal", "PASSED", "--url", "SERVER", "--token", ""]],
    ["an address's variable that is not set", ["the-portal", "PASSED", "--url", " ", "--token", "x"]],
    ["a wrong commit", ["the-portal", "alpha", "--sha", "main"]],
  ])("ends with 2 for %s", async (_what, args) => {
    const { phase } = await phaseAndCriterion();
    const words: Record<string, string> = { SERVER: server.url, PASSED: phase };
    const asked = await run("gate", "check", ...args.map((arg) => words[arg] ?? arg));
    expect([asked.code, asked.stdout]).toEqual([2, ""]);
    expect(asked.stderr).not.toBe("");
  });

  it("ends with 2 when the database is away", async () => {
    const variables = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing" };
    const asked = await phasegate(["gate", "check", "the-portal", "alpha", "--json"], { variables });
    expect([asked.code, asked.stdout]).toEqual([2, ""]);
    expect(asked.stderr).toMatch(sentence);
  });
});

describe("audit", () => {
  it("is intact, exports to a file, and the file is intact too", async () => {
    const verdict = await run("audit", "verify", "--json");
    expect(verdict.code).toBe(0);
    expect(JSON.parse(verdict.stdout)).toMatchObject({ ok: true });
    const exported = await run("audit", "export");
    await writeFile(file("audit.ndjson"), exported.stdout);
    expect(await run("audit", "verify", file("audit.ndjson"))).toMatchObject({ code: 0, stderr: "" });
    expect((await run("audit", "verify", "--checkpoints", file("audit.ndjson"))).code).toBe(0);
  });

  it("names the first broken event of a file that was changed, and of a database", async () => {
    const lines = (await run("audit", "export")).stdout.replace('"role":"ADMIN"', '"role":"VIEWER"');
    await writeFile(file("changed.ndjson"), lines);
    const changed = await run("audit", "verify", file("changed.ndjson"));
    expect(changed.code).toBe(1);
    expect(changed.stdout).toMatch(/broken at line \d+, event \d+ \(member\.joined\)/);

    await sql(`SET session_replication_role = replica;
      UPDATE "AuditEvent" SET canonical = replace(canonical, '97.5', '99.5') WHERE action = 'measurement.recorded'`);
    const broken = await run("audit", "verify");
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/broken at event \d+ \(measurement\.recorded\).* in "The Portal"/);
    expect(JSON.parse((await run("audit", "verify", "--json")).stdout)).toMatchObject({
      ok: false,
      broken: { action: "measurement.recorded" },
    });
  });

  it("ends with 2 for a file that is not there", async () => {
    expect(await run("audit", "verify", file("nothing.ndjson"))).toMatchObject({ code: 2, stdout: "" });
  });
});

it("takes no empty option for one that was left out", async () => {
  const { criterion } = await phaseAndCriterion();
  for (const args of [
    ["measure", "the-portal", criterion, "1", "--url", "", "--token", ""],
    ["plan", "import", file("plan.md"), "--url", "", "--token", ""],
    ["token", "create", "--email", "ana@example.test", "--name", "CI", "--project", ""],
  ])
    expect(await run(...args)).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(sentence),
    });
  expect(await run("audit", "verify", "--checkpoints", "")).toMatchObject({ code: 2, stdout: "" });
});

it("ends with 2 for a question about a gate or the audit that it does not know", async () => {
  expect(await run("gate", "chek", "the-portal", "alpha")).toMatchObject({ code: 2, stdout: "" });
  expect((await run("gate")).code).toBe(2);
  expect((await run("gate", "--help")).code).toBe(0);
  expect(await run("audit", "verify", "--maybe")).toMatchObject({ code: 2, stdout: "" });
  expect(await run("audit", "verfy")).toMatchObject({ code: 2, stdout: "" });
});

it("ends with 1 and its usage for a command that is not there", async () => {
  expect(await run("fly")).toMatchObject({ code: 1, stdout: "" });
  expect((await run("plan")).code).toBe(1);
});
