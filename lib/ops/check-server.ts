import pg from "pg";
import { errorCode, errorText, OperatorError } from "./operator-error";

/** The oldest PostgreSQL the product works with. */
export const OLDEST_POSTGRES = 15;

/** An address without its password, for a sentence. */
export function withoutPassword(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port || 5432}${pathname}`;
  } catch {
    return "the address in DATABASE_URL";
  }
}

function refusal(url: string, error: unknown): OperatorError {
  const place = withoutPassword(url);
  const code = errorCode(error);
  if (code === "28P01" || code === "28000")
    return new OperatorError(`The database at ${place} refuses this user or password; check DATABASE_URL.`);
  if (code === "3D000")
    return new OperatorError(`The database at ${place} does not exist; create it or correct DATABASE_URL.`);
  return new OperatorError(
    `The database at ${place} cannot be reached (${errorText(error)}); check DATABASE_URL.`,
  );
}

/**
 * Checks that a database server can be used.
 * @param oldest major version from which on it is new enough
 * @throws OperatorError when it cannot be reached or is too old
 */
export async function checkServer(url: string, oldest = OLDEST_POSTGRES): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    version = Math.floor((rows[0]?.version ?? 0) / 10_000);
  } catch (error) {
    throw refusal(url, error);
  } finally {
    await client.end().catch(() => undefined);
  }
  if (version < oldest)
    throw new OperatorError(
      `The database at ${withoutPassword(url)} is PostgreSQL ${version}; Phasegate needs ${oldest} or newer.`,
    );
}
