import { startTestPostgres } from "@/lib/ops/database";
import { makeDatabase, serveProduct } from "./own-product";

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

/** One real database and two processes of the built product, so that a test can put two browsers on different ones. */
export default async function startServers(): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  const database = await makeDatabase(postgres.url, "phasegate_e2e");
  const [first, second] = await Promise.all([serveProduct(database), serveProduct(database)]);
  process.env.E2E_URL = first.url;
  process.env.E2E_SECOND_URL = second.url;
  process.env.DATABASE_URL = database;
  return async () => {
    await Promise.all([first.stop(), second.stop()]);
    await postgres.stop();
  };
}
