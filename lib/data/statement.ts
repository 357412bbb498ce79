import "server-only";
import { createHash } from "node:crypto";
import type { QueryResultRow } from "pg";
import { pool } from "./client";

/**
 * A single SQL statement, prepared once for each connection. For the paths that are walked all day; everything else
 * uses Prisma's ordinary calls.
 *
 * @param sql one statement with $1… placeholders; it must be constant text, values go into `values`
 */
export function statement<Row extends QueryResultRow>(sql: string) {
  const name = `pg_${createHash("sha256").update(sql).digest("hex").slice(0, 24)}`;
  return async (values: readonly unknown[]): Promise<Row[]> => {
    const result = await pool().query<Row>({ name, text: sql, values: [...values] });
    return result.rows;
  };
}
