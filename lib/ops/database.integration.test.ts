import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type DataDirectory, openDataDirectory } from "./data-directory";
import { runningEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres";
import { DATABASE, takeLock } from "./lock";
import { readPostmaster } from "./postmaster";
import { openSecrets } from "./secrets";

let data: DataDirectory;

beforeEach(async () => {
  data = await openDataDirectory(await mkdtemp(join(tmpdir(), "phasegate-database-")));
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", undefined);
  vi.stubEnv("PHASEGATE_DATA", data.path);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(data.path, { recursive: true, force: true });
});

/** A command's work: reads through the database its environment names. */
async function command(sql: string): Promise<unknown[]> {
  // A fresh one, because settings are read once in each process.
  const [{ withDatabase }, { env }] = await Promise.all([import("./database"), import("./env")]);
  return withDatabase(async () => {
    const client = new pg.Client(env().DATABASE_URL);
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  });
}

it("starts the database for a command, migrated, as a role that is no superuser, and stops it after", async () => {
  const rows = await command(
    "SELECT rolsuper, to_regclass('_prisma_migrations')::text AS migrations FROM pg_roles WHERE rolname = current_user",
  );
  expect(rows).toEqual([{ rolsuper: false, migrations: "_prisma_migrations" }]);
  expect(await readPostmaster(data.postgres)).toBeUndefined();
});

it("lets commands take turns", async () => {
  await Promise.all(["SELECT 1", "SELECT 2", "SELECT 3"].map(command));
  expect(await readPostmaster(data.postgres)).toBeUndefined();
});

it("uses the database that a start keeps running, and leaves it running", async () => {
  const taken = await takeLock(data.path, { purpose: DATABASE, kind: "start", doing: "serves a test" });
  const server = await startEmbeddedPostgres(data, await openSecrets(data.secrets), { fsync: "off" });
  expect(await command("SELECT current_database() AS name")).toEqual([{ name: "phasegate" }]);
  expect(await runningEmbeddedPostgres(data)).toBe(server.url);
  await server.stop();
  if ("lock" in taken) await taken.lock.release();
});

it("takes over from a server whose start was killed", async () => {
  const secrets = await openSecrets(data.secrets);
  const orphan = await startEmbeddedPostgres(data, secrets);
  const before = await readPostmaster(data.postgres);
  const server = await startEmbeddedPostgres(data, secrets);
  await orphan.ended;
  expect((await readPostmaster(data.postgres))?.pid).not.toBe(before?.pid);
  await server.stop();
});

it("does not mistake another process for its server", async () => {
  const secrets = await openSecrets(data.secrets);
  await (await startEmbeddedPostgres(data, secrets)).stop();
  await writeFile(
    join(data.postgres, "postmaster.pid"),
    `${process.pid}\n${data.postgres}\n1\n5432\n\n\n\nready\n`,
  );
  expect(await runningEmbeddedPostgres(data)).toBeUndefined();
  const server = await startEmbeddedPostgres(data, secrets);
  await server.stop();
});
