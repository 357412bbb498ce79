import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { checkDatabaseUnscoped } from "@/lib/data/health";
import { productRoot } from "@/lib/ops/product-root";
import product from "@/package.json";

/** What `GET /api/health` says. */
export interface Health {
  status: "ok" | "unavailable";
  version: string;
  database: "ok" | "unavailable";
  /** one sentence when the product cannot be used */
  why: string | null;
  migrations: { applied: number; pending: number };
}

let known: Promise<string[]> | undefined;

async function readNames(): Promise<string[]> {
  // A bundler that followed this path would take the whole project for part of the server.
  const folder = join(/*turbopackIgnore: true*/ productRoot, "prisma/migrations");
  const entries = await readdir(/*turbopackIgnore: true*/ folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Names of the migrations this version came with; they cannot change while it runs. */
const migrationNames = (): Promise<string[]> => {
  known ??= readNames();
  return known;
};

/**
 * Whether this process can do its work: the database answers and has every migration this version needs. A database
 * that is newer is fine: that is how one version is rolled out after another.
 */
export async function checkHealth(): Promise<Health> {
  const [database, names] = await Promise.all([checkDatabaseUnscoped(), migrationNames()]);
  const applied = new Set(database.applied);
  const pending = database.ok ? names.filter((name) => !applied.has(name)).length : 0;
  const isUsable = database.ok && pending === 0;
  return {
    status: isUsable ? "ok" : "unavailable",
    version: product.version,
    database: isUsable ? "ok" : "unavailable",
    why: pending > 0 ? `${pending} migrations are not applied; run \`phasegate migrate\`.` : database.why,
    migrations: { applied: database.applied.length, pending },
  };
}
