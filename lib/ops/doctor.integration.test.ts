import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, it, vi } from "vitest";
import { migrate } from "./migrate";
import { freePort } from "./ports";

const server = inject("postgres");
const name = `doctor_${process.pid}`;
const url = `${server}/${name}`;
const superuser = new pg.Client(`${server}/postgres`);
let data: string;

beforeAll(async () => {
  await superuser.connect();
  await superuser.query(`CREATE DATABASE ${name}`);
  data = await mkdtemp(join(tmpdir(), "phasegate-doctor-"));
});
afterAll(async () => {
  await superuser.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await superuser.end();
  await rm(data, { recursive: true });
});
beforeEach(async () => {
  vi.resetModules();
  vi.unstubAllEnvs();
  vi.stubEnv("PHASEGATE_DATA", data);
  vi.stubEnv("DATABASE_URL", url);
  vi.stubEnv("PORT", String(await freePort()));
});

/** What the doctor finds wrong, by name. Settings are read once in each process, so it is loaded anew. */
async function faults(): Promise<Record<string, string>> {
  const { doctor } = await import("./doctor");
  const checks = await doctor();
  return Object.fromEntries(checks.filter(({ ok }) => !ok).map(({ name, says }) => [name, says]));
}

const change = async (sql: string): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
};

it("says of an installation that was never started just that, and makes no database there", async () => {
  vi.stubEnv("DATABASE_URL", undefined);
  const { doctor } = await import("./doctor");
  const checks = await doctor();
  expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
    ["node", true],
    ["data directory", true],
    ["port", true],
    ["database", true],
  ]);
  expect(checks.at(-1)?.says).toBe(`Nothing was set up in ${data} yet; \`npm start\` does it.`);
  expect(await readdir(data)).toEqual([]);
});

it("finds what is missing in an empty database, and leaves it empty", async () => {
  expect(Object.keys(await faults())).toEqual(["migrations", "triggers"]);
  expect(Object.keys(await faults())).toEqual(["migrations", "triggers"]);
});

it("finds nothing where all is well, and a trigger that was switched off", async () => {
  await migrate(url);
  expect(await faults()).toEqual({});
  await change('ALTER TABLE "AuditEvent" DISABLE TRIGGER audit_event_is_append_only');
  expect(await faults()).toEqual({ triggers: "Missing or switched off: audit_event_is_append_only." });
  await change('ALTER TABLE "AuditEvent" ENABLE TRIGGER audit_event_is_append_only');
});

it("finds a port that others use and a database that is away", async () => {
  const other = createServer((socket) => socket.destroy()).listen(0);
  await new Promise((resolve) => other.once("listening", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  vi.stubEnv("PORT", String(port));
  vi.stubEnv("DATABASE_URL", "postgresql://someone:hidden-word@127.0.0.1:9/nowhere");
  const found = await faults();
  expect(Object.keys(found)).toEqual(["port", "database"]);
  expect(found.port).toContain("already in use");
  expect(JSON.stringify(found)).not.toContain("hidden-word");
  other.close();
});
