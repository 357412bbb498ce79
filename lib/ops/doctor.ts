import { readFile, statfs } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { OLDEST_POSTGRES, withoutPassword } from "./check-server";
import { openDataDirectory } from "./data-directory";
import { withDatabase } from "./database";
import { env, settings } from "./env";
import { migrationState } from "./migrate";
import { type Migration, readMigrations } from "./migrations-on-disk";
import { errorText } from "./operator-error";
import { assertPortFree } from "./ports";
import { hasCluster } from "./postgres-cluster";
import { productRoot } from "./product-root";

/** One thing the doctor looked at. */
export interface Check {
  name: string;
  ok: boolean;
  /** what was found, in one sentence */
  says: string;
}

const LEAST_FREE_MB = 500;
const MOST_SKEW_SECONDS = 5;

/** Runs one check; one that cannot be made has not passed. */
async function check(name: string, look: () => Promise<[ok: boolean, says: string]>): Promise<Check> {
  try {
    const [ok, says] = await look();
    return { name, ok, says };
  } catch (error) {
    return { name, ok: false, says: errorText(error) };
  }
}

const nodeVersion = () =>
  check("node", async () => {
    const { engines } = JSON.parse(await readFile(join(productRoot, "package.json"), "utf8"));
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    const [oldestMajor = 0, oldestMinor = 0] = String(engines.node).replace(">=", "").split(".").map(Number);
    const ok = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
    return [ok, `Node ${process.versions.node}; ${engines.node} is needed.`];
  });

const dataDirectory = () =>
  check("data directory", async () => {
    const { path } = await openDataDirectory(settings().PHASEGATE_DATA);
    const { bavail, bsize } = await statfs(path);
    const free = Math.floor((bavail * bsize) / 1_000_000);
    return [free >= LEAST_FREE_MB, `${path} is writable; ${free} MB are free, ${LEAST_FREE_MB} are needed.`];
  });

const port = () =>
  check("port", async () => {
    const { PORT } = settings();
    const health = await fetch(`http://127.0.0.1:${PORT}/api/health`).then(
      (response) => response.status,
      () => undefined,
    );
    if (health === 200) return [true, `Something healthy answers on port ${PORT}.`];
    if (health !== undefined) return [false, `/api/health on port ${PORT} answers ${health}.`];
    await assertPortFree(PORT, 0);
    return [true, `Port ${PORT} is free; nothing is served.`];
  });

const version = (client: pg.Client) =>
  check("database version", async () => {
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
    return [major >= OLDEST_POSTGRES, `PostgreSQL ${major}; ${OLDEST_POSTGRES} or newer is needed.`];
  });

const migrations = (client: pg.Client, onDisk: Migration[]) =>
  check("migrations", async () => {
    const { pending, unknown, failed, edited } = await migrationState(client, onDisk);
    const faults = Object.entries({ pending: pending.map(({ name }) => name), unknown, failed, edited })
      .filter(([, names]) => names.length > 0)
      .map(([what, names]) => `${what}: ${names.join(", ")}`);
    if (faults.length > 0) return [false, `${faults.join("; ")}.`];
    return [true, `All ${onDisk.length} are applied.`];
  });

const triggers = (client: pg.Client, onDisk: Migration[]) =>
  check("triggers", async () => {
    const wanted = new Set<string>();
    for (const { sql } of onDisk)
      for (const [, verb, name = ""] of sql.matchAll(/^\s*(CREATE|DROP) TRIGGER (?:IF EXISTS )?"?(\w+)/gim))
        if (verb?.toUpperCase() === "DROP") wanted.delete(name);
        else wanted.add(name);
    const { rows } = await client.query<{ tgname: string }>(
      "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
    );
    const present = new Set(rows.map(({ tgname }) => tgname));
    const missing = [...wanted].filter((name) => !present.has(name));
    if (missing.length > 0) return [false, `Missing or switched off: ${missing.join(", ")}.`];
    return [true, `All ${wanted.size} are in place.`];
  });

const clock = (client: pg.Client) =>
  check("clock", async () => {
    const before = Date.now();
    const { rows } = await client.query<{ now: Date }>("SELECT clock_timestamp() AS now");
    const skew = ((rows[0]?.now.getTime() ?? 0) - (before + Date.now()) / 2) / 1000;
    return [
      Math.abs(skew) <= MOST_SKEW_SECONDS,
      `The database's clock is ${skew.toFixed(1)} s from this machine's; ${MOST_SKEW_SECONDS} s are allowed.`,
    ];
  });

/** What an installation that was never started has instead of a database; null where there is one to look at. */
async function notSetUp(): Promise<Check | null> {
  const { DATABASE_URL, PHASEGATE_DATA } = settings();
  if (DATABASE_URL) return null;
  const data = await openDataDirectory(PHASEGATE_DATA);
  if (await hasCluster(data)) return null;
  return {
    name: "database",
    ok: true,
    says: `Nothing was set up in ${data.path} yet; \`npm start\` does it.`,
  };
}

async function database(): Promise<Check[]> {
  const onDisk = await readMigrations();
  try {
    // Looking into the database would make it.
    const none = await notSetUp();
    if (none) return [none];
    return await withDatabase(
      async () => {
        const client = new pg.Client({ connectionString: env().DATABASE_URL });
        await client.connect();
        try {
          const says = `${withoutPassword(env().DATABASE_URL)} answers.`;
          return [
            { name: "database", ok: true, says },
            await version(client),
            await migrations(client, onDisk),
            await triggers(client, onDisk),
            await clock(client),
          ];
        } finally {
          await client.end();
        }
      },
      { migrates: false },
    );
  } catch (error) {
    return [{ name: "database", ok: false, says: errorText(error) }];
  }
}

/** Looks at everything the product stands on, and changes nothing in its database. */
export async function doctor(): Promise<Check[]> {
  return [await nodeVersion(), await dataDirectory(), await port(), ...(await database())];
}
