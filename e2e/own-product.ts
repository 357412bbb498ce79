import pg from "pg";
import { migrate } from "@/lib/ops/migrate";
import { freePort } from "@/lib/ops/ports";
import { startWebServer } from "@/lib/ops/web-server";

/** A process of the built product. */
export interface Product {
  url: string;
  stop: () => Promise<void>;
}

/** Serves the built product on a database, with settings that only a test may have. */
export async function serveProduct(databaseUrl: string): Promise<Product> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = await startWebServer({
    port,
    dev: false,
    signal: new AbortController().signal,
    variables: {
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: "only for tests, only on this machine, for one run",
      NEXTAUTH_URL: url,
      PHASEGATE_URL: url,
      PORT: String(port),
      LOG_LEVEL: "error",
    },
  });
  return { url, stop: () => server.stop() };
}

async function administer(serverUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const at = (serverUrl: string, database: string): string => {
  const address = new URL(serverUrl);
  address.pathname = `/${database}`;
  return address.href;
};

/** An empty, migrated database on the server of `serverUrl`. @returns its address */
export async function makeDatabase(serverUrl: string, name: string): Promise<string> {
  await administer(
    at(serverUrl, "postgres"),
    `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
    `CREATE DATABASE ${name}`,
  );
  const url = at(serverUrl, name);
  await migrate(url);
  return url;
}

export const dropDatabase = (serverUrl: string, name: string): Promise<void> =>
  administer(at(serverUrl, "postgres"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
