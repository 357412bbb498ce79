import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "./client";

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
export const storable = (_field: string, value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll(/\0|\p{Surrogate}/gu, "\ufffd") : value;

/**
 * Inserts rows of one shape in one statement: ten times as fast as createMany, which binds every field of every row.
 * Columns that the rows do not have get the database's default, so ids must be made beforehand (lib/data/new-id.ts).
 *
 * @param table name of a table, written in the code
 */
export async function insertMany<Row extends object>(
  tx: Transaction,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Prisma.raw(
    Object.keys(first)
      .map((column) => `"${column}"`)
      .join(", "),
  );
  const into = Prisma.raw(`"${table}"`);
  await tx.$executeRaw`
    INSERT INTO ${into} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(rows, storable)}::jsonb)`;
}
