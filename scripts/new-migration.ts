import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startTestPostgres } from "@/lib/ops/database";
import { sqlSinceMigrations } from "./schema-engine";

// node --import tsx scripts/new-migration.ts NAME: writes the migration that leads from the migrations on disk to
// prisma/schema.prisma. What Prisma cannot say (triggers, checks) is added to the file by hand.

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Give the migration a name of lower-case letters, digits and underscores.");
  process.exit(1);
}

const server = await startTestPostgres();
let sql: string;
try {
  sql = await sqlSinceMigrations(server.url, await readFile("prisma/schema.prisma", "utf8"));
} finally {
  await server.stop();
}
if (sql === "") {
  console.log("The migrations already make what prisma/schema.prisma says; nothing was written.");
} else {
  const stamp = new Date().toISOString().replaceAll(/[-:T]/g, "").slice(0, 14);
  const folder = join("prisma/migrations", `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  console.log(`${folder}/migration.sql`);
}
