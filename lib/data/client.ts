import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "@/generated/prisma/client";
import { env } from "@/lib/ops/env";
import { watchPool } from "@/lib/ops/metrics";

/**
 * One pool for each process, shared by Prisma (where a person waits once) and by single statements (where everybody
 * ticks all day; docs/decisions/0002-data-access.md). Kept on globalThis, because `next dev` loads modules again.
 */
interface Clients {
  pool: Pool;
  prisma: PrismaClient;
}

// On globalThis: a bundler may load this module once for each entry, and all of them must share one pool.
const holder = globalThis as typeof globalThis & { phasegateClients?: Clients };

function connect(): Clients {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: "phasegate",
    // Every query looks up by keys, so one plan serves all values; making one anew takes longer than carrying it out.
    options: "-c plan_cache_mode=force_generic_plan",
  });
  // A connection lost while idle is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  watchPool(pool);
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function clients(): Clients {
  holder.phasegateClients ??= connect();
  return holder.phasegateClients;
}

export const db = (): PrismaClient => clients().prisma;
export const pool = (): Pool => clients().pool;

export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** Ends every connection; for the command line and for tests. */
export async function disconnect(): Promise<void> {
  const open = holder.phasegateClients;
  if (!open) return;
  delete holder.phasegateClients;
  await open.prisma.$disconnect();
  await open.pool.end();
}
