import pg from "pg";
import { type Migration, readMigrations } from "./migrations-on-disk";
import { errorText, OperatorError } from "./operator-error";

/** "phas" in ASCII: one migration at a time, also when many app processes start at once. */
const LOCK = 0x70686173;

/** Prisma's own table, exactly as `prisma migrate deploy` makes it, so that both ways of migrating can be mixed. */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

const RECORD = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
  VALUES (gen_random_uuid()::text, $1, $2, clock_timestamp(), 1)`;

/** How a database stands to the migrations on disk. */
export interface MigrationState {
  /** on disk, not in the database */
  pending: Migration[];
  /** in the database, not on disk: a newer version of the product was here */
  unknown: string[];
  /** begun by another tool and never finished */
  failed: string[];
  /** changed on disk since they were applied */
  edited: string[];
}

/** Compares a database with the migrations on disk; changes nothing. */
export async function migrationState(client: pg.Client, onDisk: Migration[]): Promise<MigrationState> {
  const table = await client.query<{ present: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present",
  );
  const { rows } = table.rows[0]?.present
    ? await client.query<{ name: string; checksum: string; finished: boolean }>(
        `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
         FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
      )
    : { rows: [] };
  const applied = new Map(rows.filter((row) => row.finished).map((row) => [row.name, row.checksum]));
  const known = new Set(onDisk.map(({ name }) => name));
  return {
    pending: onDisk.filter(({ name }) => !applied.has(name)),
    unknown: [...applied.keys()].filter((name) => !known.has(name)),
    failed: rows.filter((row) => !row.finished && !applied.has(row.name)).map((row) => row.name),
    edited: onDisk
      .filter(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum)
      .map(({ name }) => name),
  };
}

/** One migration and its record are one transaction: a start killed in between leaves neither. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(RECORD, [checksum, name]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new OperatorError(
      `The migration ${name} failed and changed nothing: ${errorText(error)}. The database is as it was before.`,
    );
  }
}

/**
 * Brings a database to the state the migrations on disk describe.
 * @returns the names of the migrations applied now, and of those this version does not know
 * @throws OperatorError when one fails, or another tool left one unfinished
 */
export async function migrate(
  url: string,
  directory?: string,
): Promise<{ applied: string[]; unknown: string[] }> {
  const onDisk = await readMigrations(directory);
  const client = new pg.Client({ connectionString: url, application_name: "phasegate-migrate" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(TABLE);
    const { pending, unknown, failed } = await migrationState(client, onDisk);
    if (failed.length > 0)
      throw new OperatorError(
        `The database has an unfinished migration (${failed.join(", ")}) that another tool began; see \`prisma migrate resolve\`.`,
      );
    for (const migration of pending) await apply(client, migration);
    return { applied: pending.map(({ name }) => name), unknown };
  } finally {
    await client.end();
  }
}
