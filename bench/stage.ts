import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openDataDirectory } from "@/lib/ops/data-directory";
import { startEmbeddedPostgres } from "@/lib/ops/embedded-postgres";
import { migrate } from "@/lib/ops/migrate";
import { productRoot } from "@/lib/ops/product-root";
import { openSecrets } from "@/lib/ops/secrets";
import { build as buildProduct } from "@/scripts/prepare.mjs";
import { type Floor, fillFloor, fillProduct, ITEMS, type Workspace } from "./data";
import { hangUp } from "./measure";
import { build, type Served, serve } from "./servers";

/** Where everything is measured: both applications on one database that belongs to this run alone. */
export interface Stage {
  client: pg.Client;
  /** what "bare PostgreSQL" writes through; as many connections as each application has */
  pool: pg.Pool;
  product: Served;
  bare: Served;
  floor: Floor;
  workspace: Workspace;
}

/** Takes what has to be undone at the end, whatever happens; undone in the opposite order. */
export type Undo = (undo: () => Promise<unknown>) => void;

const CONNECTIONS = 20;
const SETTLE_PATIENCE_MS = 180_000;

async function openDatabase(undo: Undo): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "phasegate-bench-"));
  undo(() => rm(path, { recursive: true, force: true }));
  const data = await openDataDirectory(path);
  // Durable, as in production: a commit that is not on the disk would flatter every write.
  const server = await startEmbeddedPostgres(data, await openSecrets(data.secrets));
  undo(server.stop);
  await migrate(server.url);
  return server.url;
}

/** Builds, fills and starts everything. */
export async function openStage(undo: Undo, say: (text: string) => void): Promise<Stage> {
  const floorFolder = join(productRoot, "bench/floor");
  await buildProduct({});
  say("Building bare Next ...");
  await build(floorFolder);
  say("Filling ...");
  const url = await openDatabase(undo);
  const client = new pg.Client(url);
  await client.connect();
  undo(() => client.end());
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  // A run that ends early takes the database away from under it.
  pool.on("error", () => undefined);
  undo(() => pool.end());
  const floor = await fillFloor(client);
  const workspace = await fillProduct(client, ITEMS);
  await client.query("VACUUM ANALYZE");
  const env = {
    DATABASE_URL: url,
    NEXTAUTH_SECRET: "only for a benchmark on this machine, for one run",
    LOG_LEVEL: "error",
    DATABASE_POOL: String(CONNECTIONS),
  };
  say("Starting ...");
  const product = await serve(productRoot, env, "/api/health");
  undo(product.stop);
  const bare = await serve(floorFolder, env, "/portfolio");
  undo(bare.stop);
  undo(async () => hangUp());
  await settled(client);
  return { client, pool, product, bare, floor, workspace };
}

/** Returns when the product has judged again all that changed: reading begins on what a quiet minute looks like. */
export async function settled(client: pg.Client): Promise<void> {
  for (const deadline = Date.now() + SETTLE_PATIENCE_MS; Date.now() < deadline; await sleep(200)) {
    const { rowCount } = await client.query(
      `SELECT 1 FROM "Phase" p JOIN "Project" j ON j.id = p."projectId" LEFT JOIN "PhaseStanding" s ON s."phaseId" = p.id
       WHERE s.version IS NULL OR s.version < j."changedIn" LIMIT 1`,
    );
    if (rowCount === 0) return;
  }
  throw new Error("The product does not come to rest.");
}
