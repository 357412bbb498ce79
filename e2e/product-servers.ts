import pg from "pg";
import { startTestPostgres } from "@/lib/ops/database";
import { migrate } from "@/lib/ops/migrate";
import { freePort } from "@/lib/ops/ports";
import { startWebServer } from "@/lib/ops/web-server";

declare global {
  namespace NodeJS {
    interface ProcessEnv {
      /** the product as browsers open it */
      E2E_URL?: string;
      /** a second process of it on the same database */
      E2E_SECOND_URL?: string;
    }
  }
}

const DATABASE = "phasegate_e2e";

/** One real database and two processes of the built product, so that a test can put two browsers on different ones. */
export default async function startServers(): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  const admin = new pg.Client(postgres.url);
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${DATABASE}`);
  await admin.end();
  const address = new URL(postgres.url);
  address.pathname = `/${DATABASE}`;
  await migrate(address.href);
  const serve = async () => {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const server = await startWebServer({
      port,
      dev: false,
      signal: new AbortController().signal,
      variables: {
        DATABASE_URL: address.href,
        NEXTAUTH_SECRET: "only for tests, only on this machine, for one run",
        NEXTAUTH_URL: url,
        PHASEGATE_URL: url,
        PORT: String(port),
        LOG_LEVEL: "error",
      },
    });
    return { url, server };
  };
  const [first, second] = await Promise.all([serve(), serve()]);
  process.env.E2E_URL = first.url;
  process.env.E2E_SECOND_URL = second.url;
  process.env.DATABASE_URL = address.href;
  return async () => {
    await Promise.all([first.server.stop(), second.server.stop()]);
    await postgres.stop();
  };
}
