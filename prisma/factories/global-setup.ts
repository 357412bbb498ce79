import pg from "pg";
import type { TestProject } from "vitest/node";
import { startTestPostgres } from "@/lib/ops/database";
import { migrate } from "@/lib/ops/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** address of the server without a database name */
    postgres: string;
  }
}

/** A real PostgreSQL for the run, with one migrated template database that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestPostgres();
  const postgres = server.url.replace(/\/[^/]*$/, "");
  const admin = new pg.Client(server.url);
  await admin.connect();
  await admin.query("DROP DATABASE IF EXISTS phasegate_template");
  await admin.query("CREATE DATABASE phasegate_template");
  await admin.end();
  await migrate(`${postgres}/phasegate_template`);
  project.provide("postgres", postgres);
  return server.stop;
}
