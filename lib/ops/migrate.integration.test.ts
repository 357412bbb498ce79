import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { sqlSinceMigrations } from "@/scripts/schema-engine";
import { checkServer } from "./check-server";
import { migrate, migrationState } from "./migrate";
import { readMigrations } from "./migrations-on-disk";

const server = inject("postgres");
const superuser = new pg.Client(`${server}/postgres`);
const made: string[] = [];
let directory: string;

beforeAll(async () => {
  await superuser.connect();
  directory = await mkdtemp(join(tmpdir(), "phasegate-migrations-"));
});
afterAll(async () => {
  for (const name of made) await superuser.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await superuser.end();
  await rm(directory, { recursive: true });
});

async function emptyDatabase(): Promise<string> {
  const name = `migrate_${process.pid}_${made.length}`;
  await superuser.query(`CREATE DATABASE ${name}`);
  made.push(name);
  return `${server}/${name}`;
}

async function asked<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  return ask(client).finally(() => client.end());
}

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(directory, name), { recursive: true });
  await writeFile(join(directory, name, "migration.sql"), sql);
}

describe("migrating", () => {
  it("applies each migration once, also when several processes start together", async () => {
    const url = await emptyDatabase();
    const all = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const names = (await readMigrations()).map(({ name }) => name);
    expect(all.flatMap(({ applied }) => applied)).toEqual(names);
    expect(await migrate(url)).toEqual({ applied: [], unknown: [] });
  });

  it("leaves nothing of a migration that fails, and goes on once it is corrected", async () => {
    const url = await emptyDatabase();
    await write("1_good", "CREATE TABLE one (id int)");
    await write("2_bad", "CREATE TABLE two (id int); INSERT INTO nowhere VALUES (1);");
    await expect(migrate(url, directory)).rejects.toThrow(
      /migration 2_bad failed and changed nothing: .*nowhere/,
    );
    const state = await asked(url, async (client) => migrationState(client, await readMigrations(directory)));
    expect(state.pending.map(({ name }) => name)).toEqual(["2_bad"]);
    await write("2_bad", "CREATE TABLE two (id int);");
    expect((await migrate(url, directory)).applied).toEqual(["2_bad"]);
  });

  it("keeps function bodies whole", async () => {
    const url = await emptyDatabase();
    await write(
      "3_function",
      "CREATE FUNCTION three() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 3; END $$;",
    );
    await migrate(url, directory);
    const three = await asked(url, (client) => client.query("SELECT three()"));
    expect(three.rows).toEqual([{ three: 3 }]);
  });

  it("tells what a newer version added and what another tool left unfinished", async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const record = (name: string, finished: string) =>
      asked(url, (client) =>
        client.query(
          `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ($1, '', $1, ${finished})`,
          [name],
        ),
      );
    await record("9_newer", "now()");
    expect(await migrate(url)).toEqual({ applied: [], unknown: ["9_newer"] });
    await record("8_unfinished", "NULL");
    await expect(migrate(url)).rejects.toThrow(/unfinished migration \(8_unfinished\)/);
  });

  it("makes exactly what prisma/schema.prisma says", async () => {
    const schema = await readFile("prisma/schema.prisma", "utf8");
    expect(await sqlSinceMigrations(`${server}/postgres`, schema)).toBe("");
    expect(
      await sqlSinceMigrations(`${server}/postgres`, `${schema}\nmodel New {\n  id Int @id\n}\n`),
    ).toContain('CREATE TABLE "New"');
  });
});

describe("checking a server", () => {
  it("accepts one that is new enough, and says when it is too old", async () => {
    await checkServer(`${server}/postgres`);
    await expect(checkServer(`${server}/postgres`, 99)).rejects.toThrow(
      /^The database at .*\/postgres is PostgreSQL \d+; Phasegate needs 99 or newer\.$/,
    );
  });

  it.each([
    ["refuses this user or password", (url: URL) => Object.assign(url, { password: "hidden-word" })],
    ["does not exist", (url: URL) => Object.assign(url, { pathname: "/nowhere" })],
    ["cannot be reached", (url: URL) => Object.assign(url, { port: "9" })],
  ])("says when it %s, without the password", async (says, change) => {
    const { href } = change(new URL(`${server}/postgres`));
    const refusal = await checkServer(href).then(
      () => "",
      (error: Error) => error.message,
    );
    expect(refusal).toContain(says);
    expect(refusal).not.toContain("hidden-word");
  });
});
