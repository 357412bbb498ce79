import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { disconnect } from "@/lib/data/client";
import { setDatabase } from "@/lib/ops/env";

/**
 * Gives a test file its own database, cloned from the migrated template, and takes it away afterwards.
 * Call it once at the top of an integration test.
 * @returns the address, known once the first hook has run
 */
export function useTestDatabase(): { url: () => string } {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const server = inject("postgres");
  const url = `${server}/${name}`;
  const admin = async (sql: string) => {
    const client = new pg.Client(`${server}/postgres`);
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  beforeAll(async () => {
    await admin(`CREATE DATABASE ${name} TEMPLATE phasegate_template`);
    setDatabase(url);
  });
  afterAll(async () => {
    await disconnect();
    await admin(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { url: () => url };
}
