import { createServer, type Server, type Socket } from "node:net";
import pg from "pg";
import { afterEach, beforeAll, expect, it } from "vitest";
import { GET } from "@/app/api/health/route";
import { disconnect } from "@/lib/data/client";
import { setDatabase } from "@/lib/ops/env";
import { migrate } from "@/lib/ops/migrate";
import { useTestDatabase } from "@/prisma/factories/test-database";

const { url } = useTestDatabase();

const ask = async () => {
  const started = performance.now();
  const response = await GET(new Request("http://test/api/health"), { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json(), took: performance.now() - started };
};

const pointAt = async (address: string) => {
  await disconnect();
  setDatabase(address);
};

let blackHole: Server | undefined;
const sockets = new Set<Socket>();

/** A server that takes connections and never answers, as a database does whose machine is frozen. */
async function startBlackHole(): Promise<string> {
  blackHole = createServer((socket) => sockets.add(socket.on("error", () => undefined)));
  await new Promise<void>((resolve) => blackHole?.listen(0, "127.0.0.1", resolve));
  const address = blackHole.address();
  return `postgresql://x:x@127.0.0.1:${typeof address === "object" ? address?.port : 0}/x`;
}

const admin = async (sql: string) => {
  const client = new pg.Client(url());
  await client.connect();
  await client.query(sql);
  await client.end();
};

beforeAll(async () => {
  // The template is made from the migrations' SQL alone, without the record that `migrate` keeps.
  await admin("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  await migrate(url());
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  blackHole?.close();
  await pointAt(url());
});

it("says that all is well, which version this is, and what is migrated", async () => {
  expect(await ask()).toMatchObject({
    status: 200,
    body: { status: "ok", database: "ok", version: expect.any(String), migrations: { pending: 0 } },
  });
});

it("is 503 when nothing listens, and recovers by itself", async () => {
  await pointAt("postgresql://x:x@127.0.0.1:1/x");
  expect(await ask()).toMatchObject({
    status: 503,
    body: { status: "unavailable", database: "unavailable" },
  });
  await pointAt(url());
  expect((await ask()).status).toBe(200);
});

it("is 503 within two seconds when the database hangs, however many ask", async () => {
  await pointAt(await startBlackHole());
  const answers = await Promise.all([ask(), ask(), ask()]);
  for (const { status, took } of answers) {
    expect(status).toBe(503);
    expect(took).toBeLessThan(2_000);
  }
});

it("is 503 while a migration is missing", async () => {
  await admin(`CREATE TABLE kept AS TABLE _prisma_migrations; DELETE FROM _prisma_migrations`);
  expect((await ask()).body).toMatchObject({
    status: "unavailable",
    why: expect.stringContaining("migrate"),
  });
  await admin(`INSERT INTO _prisma_migrations SELECT * FROM kept`);
});

it("is 503 on a database without any of the product's tables", async () => {
  await admin("ALTER TABLE _prisma_migrations RENAME TO away");
  expect((await ask()).body.why).toBe("The database is not migrated.");
  await admin("ALTER TABLE away RENAME TO _prisma_migrations");
});
