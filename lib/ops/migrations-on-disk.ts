import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { productRoot } from "./product-root";

/** One migration as it lies in prisma/migrations: its folder's name, its SQL and the checksum Prisma records. */
export type Migration = { name: string; sql: string; checksum: string };

// Without the ignore comments the bundler takes the whole clone, data and all, for part of the web server.

/** The migrations on disk, in the order in which they are applied. */
export async function readMigrations(
  directory = join(productRoot, "prisma/migrations"),
): Promise<Migration[]> {
  const entries = await readdir(/* turbopackIgnore: true */ directory, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(/* turbopackIgnore: true */ join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}
