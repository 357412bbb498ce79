import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

const POSTGRES_CHAR = 18;
const POSTGRES_TEXT = 25;

function offline(): never {
  throw new Error("This comparison needs no database.");
}

/** An adapter for comparisons that need no database: the engine only asks it for the server's version. */
export function connectionless(): SqlMigrationAwareDriverAdapterFactory {
  const adapter: SqlDriverAdapter = {
    provider: "postgres",
    adapterName: "connectionless",
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 18", 180000]],
    }),
    executeRaw: async () => offline(),
    executeScript: async () => offline(),
    startTransaction: async () => offline(),
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: async () => undefined,
  };
  const connect = async () => adapter;
  return { provider: "postgres", adapterName: adapter.adapterName, connect, connectToShadowDb: connect };
}

/**
 * Prisma's adapter with two repairs: it refuses the catalogue's one-byte "char" type, which the engine asks for when
 * it describes a database, and it cuts scripts at every semicolon, also inside function bodies.
 */
async function describingAdapter(pool: pg.Pool, dispose: () => Promise<void>): Promise<SqlDriverAdapter> {
  let chars: number[] = [];
  const asText = (result: unknown): unknown => {
    chars = [];
    if (typeof result !== "object" || result === null || !("fields" in result)) return result;
    if (!Array.isArray(result.fields)) return result;
    result.fields.forEach((field: pg.FieldDef, index) => {
      if (field.dataTypeID !== POSTGRES_CHAR) return;
      field.dataTypeID = POSTGRES_TEXT;
      chars.push(index);
    });
    return result;
  };
  const charsAsText = new Proxy(pool, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== "function") return value;
      if (key !== "query") return value.bind(target);
      return async (...args: unknown[]) => asText(await Reflect.apply(value, target, args));
    },
  });
  const inner = await new PrismaPg(charsAsText).connect();
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    async queryRaw(query) {
      const result = await inner.queryRaw(query);
      const character = (index: number) => chars.includes(index);
      const columnTypes = result.columnTypes.map((type, i) =>
        character(i) ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    },
    executeRaw: (query) => inner.executeRaw(query),
    executeScript: async (script) => {
      await pool.query(script);
    },
    startTransaction: (level) => inner.startTransaction(level),
    getConnectionInfo: () => inner.getConnectionInfo(),
    dispose,
  };
}

/** Adapters on the server behind `url`; each "shadow" one has a fresh database that is dropped with it. */
export function scratchDatabases(url: string): SqlMigrationAwareDriverAdapterFactory {
  const connect = async (): Promise<SqlDriverAdapter> => {
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    return describingAdapter(pool, () => pool.end());
  };
  const connectToShadowDb = async (): Promise<SqlDriverAdapter> => {
    const name = `phasegate_scratch_${randomUUID().replaceAll("-", "")}`;
    const admin = new pg.Pool({ connectionString: url, max: 1 });
    await admin.query(`CREATE DATABASE "${name}"`);
    const address = new URL(url);
    address.pathname = `/${name}`;
    const pool = new pg.Pool({ connectionString: address.href, max: 1 });
    return describingAdapter(pool, async () => {
      await pool.end();
      await admin.query(`DROP DATABASE "${name}"`);
      await admin.end();
    });
  };
  return { provider: "postgres", adapterName: "scratch", connect, connectToShadowDb };
}
