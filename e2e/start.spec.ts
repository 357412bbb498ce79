import { chmod, mkdir, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { runningEmbeddedPostgres } from "@/lib/ops/embedded-postgres";
import { cleanUp, databaseServers, place, startProduct, untilHealthy, webProcesses } from "./product-process";

// What an operator meets: the product as `npm start` runs it, on a directory of its own.

test.describe.configure({ mode: "default", timeout: 120_000 });

let at: Awaited<ReturnType<typeof place>>;
test.beforeEach(async () => {
  at = await place();
});
test.afterEach(() => cleanUp(at.data));

const addressOf = async (data: string): Promise<string> => {
  const url = await runningEmbeddedPostgres({
    path: data,
    postgres: join(data, "postgres"),
    postgresLog: join(data, "postgres.log"),
    secrets: join(data, "secrets.json"),
  });
  if (!url) throw new Error("No database server runs there.");
  return url;
};

const query = async (url: string, sql: string) => {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
};

test("starts on an empty directory, keeps its secrets to itself, and stops cleanly", async () => {
  const product = startProduct(at.settings);
  await untilHealthy(product, at.port);
  expect((await stat(join(at.data, "secrets.json"))).mode & 0o777).toBe(0o600);
  process.kill(product.pid, "SIGTERM");
  expect(await product.ended).toBe(0);
  expect(product.errors()).toBe("");
  expect(databaseServers(at.data)).toEqual([]);
});

test("is served to whoever works on it, in development, and stops cleanly", async ({ page }) => {
  const product = startProduct(at.settings, {}, "--dev");
  await untilHealthy(product, at.port);
  await page.goto(`http://localhost:${at.port}/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  process.kill(product.pid, "SIGTERM");
  expect(await product.ended).toBe(0);
  expect(databaseServers(at.data)).toEqual([]);
});

test("a second start says that the first runs, and leaves it alone", async () => {
  const first = startProduct(at.settings);
  await untilHealthy(first, at.port);
  const second = startProduct({ ...at.settings, PORT: String(at.port + 1) });
  expect(await second.ended).toBe(1);
  expect(second.errors().trim().split("\n")).toHaveLength(1);
  expect(second.errors()).toContain(`process ${first.pid} serves http://localhost:${at.port}`);
  await untilHealthy(first, at.port);
});

for (const victim of ["everything", "only the supervisor", "everything but the database"] as const)
  test(`recovers by itself after kill -9 of ${victim}, with all that was committed`, async () => {
    const first = startProduct(at.settings);
    await untilHealthy(first, at.port);
    const url = await addressOf(at.data);
    await query(url, "CREATE TABLE proof (said text)");
    await query(url, "INSERT INTO proof VALUES ('kept')");
    const victims = [
      first.pid,
      ...(victim === "only the supervisor" ? [] : webProcesses(first)),
      ...(victim === "everything" ? databaseServers(at.data) : []),
    ];
    for (const pid of victims) process.kill(pid, "SIGKILL");
    expect(await first.ended).toBe("SIGKILL");
    const second = startProduct(at.settings);
    await untilHealthy(second, at.port);
    expect(await query(await addressOf(at.data), "SELECT said FROM proof")).toEqual([{ said: "kept" }]);
    expect(databaseServers(at.data)).toHaveLength(1);
    process.kill(second.pid, "SIGTERM");
    expect(await second.ended).toBe(0);
  });

test("ends with an error, and takes the database along, when the web server dies", async () => {
  const product = startProduct(at.settings);
  await untilHealthy(product, at.port);
  for (const pid of webProcesses(product)) process.kill(pid, "SIGKILL");
  expect(await product.ended).toBe(1);
  expect(product.errors()).toContain("The web server ended by itself");
  expect(databaseServers(at.data)).toEqual([]);
});

test("says when the port is taken", async () => {
  const other = createServer().listen(at.port);
  await new Promise((resolve) => other.once("listening", resolve));
  const product = startProduct(at.settings);
  expect(await product.ended).toBe(1);
  expect(product.errors()).toBe(`Port ${at.port} is already in use; set PORT to another one.\n`);
  other.close();
});

test("says when the database of DATABASE_URL cannot be reached, without its password", async () => {
  const DATABASE_URL = "postgresql://someone:hidden-word@127.0.0.1:9/phasegate";
  const product = startProduct({ ...at.settings, DATABASE_URL });
  expect(await product.ended).toBe(1);
  expect(product.errors().trim().split("\n")).toHaveLength(1);
  expect(product.errors()).toContain("127.0.0.1:9/phasegate cannot be reached");
  expect(product.errors()).not.toContain("hidden-word");
});

test("uses the server of DATABASE_URL and starts no other", async () => {
  const other = await place();
  const owner = startProduct(other.settings);
  await untilHealthy(owner, other.port);
  const product = startProduct({ ...at.settings, DATABASE_URL: await addressOf(other.data) });
  await untilHealthy(product, at.port);
  expect(databaseServers(at.data)).toEqual([]);
  process.kill(product.pid, "SIGTERM");
  expect(await product.ended).toBe(0);
  await cleanUp(other.data);
});

test("names every wrong setting in one sentence", async () => {
  const product = startProduct({ ...at.settings, PORT: "many", DATABASE_URL: "mysql://x" });
  expect(await product.ended).toBe(1);
  expect(product.errors()).toMatch(/^Wrong settings: .*PORT must be .*DATABASE_URL must be .*\.\n$/s);
});

test.describe("as an ordinary user", () => {
  const NOBODY = { uid: 65_534, gid: 65_534 };
  test.skip(process.getuid?.() !== 0, "needs root to become another user");

  test("says when the directory cannot be written", async () => {
    await mkdir(join(at.data, "closed"));
    await chmod(at.data, 0o755);
    const closed = join(at.data, "closed");
    const product = startProduct({ ...at.settings, PHASEGATE_DATA: closed }, NOBODY);
    expect(await product.ended).toBe(1);
    expect(product.errors()).toBe(
      `The data directory ${closed} cannot be used: this user may not write there; make it writable or set PHASEGATE_DATA to another one.\n`,
    );
  });
});
