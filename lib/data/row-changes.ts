import "server-only";
import { z } from "zod";
import { type RowChange, TABLES } from "./changed-rows";

const row = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);

const rowChanges = z.array(
  z.object({ table: z.enum(TABLES), id: z.string(), before: row.nullable(), after: row }),
);

/** What a merge keeps of what it changed, read back. */
export const rowChangesOf = (value: unknown): RowChange[] => rowChanges.parse(value);
