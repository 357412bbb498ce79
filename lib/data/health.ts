import "server-only";
import { pool } from "./client";

/** How the database is, as far as it could be told in time. */
export interface DatabaseHealth {
  ok: boolean;
  /** one sentence when it is not; never an address or a driver's words, because anybody may ask */
  why: string | null;
  /** names of the migrations that are applied; empty when the database did not answer */
  applied: string[];
}

const PATIENCE_MS = 1_500;

const SILENT: DatabaseHealth = { ok: false, why: "The database does not answer.", applied: [] };

let running: Promise<DatabaseHealth> | null = null;

/** A hung server never answers; without an end the connection would be lost to the pool for good. */
const question = {
  text: `SELECT migration_name AS name FROM "_prisma_migrations"
         WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY name`,
  query_timeout: PATIENCE_MS,
};

async function ask(): Promise<DatabaseHealth> {
  try {
    const result = await pool().query<{ name: string }>(question);
    return { ok: true, why: null, applied: result.rows.map((row) => row.name) };
  } catch (error) {
    const isMissing =
      typeof error === "object" && error !== null && "code" in error && error.code === "42P01";
    return isMissing ? { ok: false, why: "The database is not migrated.", applied: [] } : SILENT;
  }
}

/**
 * Unscoped: asked by load balancers. Answers within `PATIENCE_MS` whatever the database does, and asks it once however
 * many ask at the same time, so that a hung database is not also buried in questions.
 */
export async function checkDatabaseUnscoped(): Promise<DatabaseHealth> {
  running ??= ask().finally(() => {
    running = null;
  });
  let timer: NodeJS.Timeout | undefined;
  const impatient = new Promise<DatabaseHealth>((resolve) => {
    timer = setTimeout(() => resolve(SILENT), PATIENCE_MS);
  });
  const answer = await Promise.race([running, impatient]);
  clearTimeout(timer);
  return answer;
}
