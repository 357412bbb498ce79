import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { readMigrations } from "@/lib/ops/migrations-on-disk";
import { connectionless, scratchDatabases } from "./schema-adapter";

// Prisma's schema engine as WebAssembly. The CLI downloads a native engine, which not every machine may do;
// this is the same engine from npm. It is used to write and to check migrations, never to apply them.

const filters = { externalTables: [], externalEnums: [] };
let loaded: Promise<void> | undefined;

async function loadEngine(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const code = await readFile(script.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== "function") throw new Error(`${script} has no start function.`);
  start();
}

async function diff(
  factory: SqlMigrationAwareDriverAdapterFactory,
  from: bindings.DiffTarget,
  schema: string,
): Promise<string> {
  loaded ??= loadEngine();
  await loaded;
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    const to: bindings.DiffTarget = {
      tag: "schemaDatamodel",
      files: [{ path: "schema.prisma", content: schema }],
    };
    const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters });
    const sql = stdout ?? "";
    return sql.startsWith("-- This is an empty migration.") ? "" : sql;
  } finally {
    engine.free();
  }
}

/** The SQL that makes a Prisma schema in an empty database. Needs no database. */
export function schemaSql(schema: string): Promise<string> {
  return diff(connectionless(), { tag: "empty" }, schema);
}

/**
 * The SQL that leads from what the migrations on disk make to the Prisma schema; empty when they agree.
 * Applies the migrations to a scratch database on the server behind `url`, and drops it.
 */
export async function sqlSinceMigrations(url: string, schema: string): Promise<string> {
  const migrations = await readMigrations();
  const from: bindings.DiffTarget = {
    tag: "migrations",
    baseDir: "prisma/migrations",
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
  return diff(scratchDatabases(url), from, schema);
}
