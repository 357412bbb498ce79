import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataDirectory } from "@/lib/ops/data-directory";
import { startEmbeddedPostgres } from "@/lib/ops/embedded-postgres";
import { migrate } from "@/lib/ops/migrate";
import { openSecrets } from "@/lib/ops/secrets";
import { type CuttableLine, layLine } from "../cuttable-line";
import { test as base, expect } from "../fixtures";
import { serveProduct } from "../own-product";

// The product with a database server of its own, which is killed while people work.

interface Mortal {
  url: string;
  /** kills the database server as a failing machine would */
  kill: () => Promise<void>;
  /** starts it again on the same files */
  revive: () => Promise<void>;
}

const portOf = (address: string) => Number(new URL(address).port);

const test = base.extend<{ mortal: Mortal }>({
  mortal: async ({}, use) => {
    const directory = await mkdtemp(join(tmpdir(), "phasegate-mortal-"));
    await chmod(directory, 0o711);
    const data = await openDataDirectory(directory);
    const start = async () => startEmbeddedPostgres(data, await openSecrets(data.secrets));
    let postgres = await start();
    await migrate(postgres.url);
    // The product keeps its address, whatever port the server comes back on.
    const line: CuttableLine = await layLine(portOf(postgres.url));
    const address = new URL(postgres.url);
    address.port = String(line.port);
    const product = await serveProduct(address.href);
    await use({
      url: product.url,
      kill: async () => {
        const pid = Number((await readFile(join(data.postgres, "postmaster.pid"), "utf8")).split("\n")[0]);
        process.kill(pid, "SIGKILL");
        await postgres.ended;
        await line.cut();
      },
      revive: async () => {
        postgres = await start();
        await line.mend(portOf(postgres.url));
      },
    });
    await product.stop();
    await line.close();
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  },
});

test("the database dies while people work, says so clearly, and comes back by itself", async ({
  mortal,
  stranger,
}) => {
  test.setTimeout(120_000);
  const { page, context } = await stranger(mortal.url);
  await page.goto("/setup");
  await page.getByLabel("Name of the workspace").fill("Harbour desk");
  await page.getByLabel("Your name").fill("Ana");
  await page.getByLabel("Your e-mail address").fill("ana@harbour.test");
  await page.getByLabel("Password", { exact: true }).fill("grey harbour cupboard");
  await page.getByRole("button", { name: "Create the workspace" }).click();
  await page.getByRole("link", { name: "Other ways to begin" }).click();
  await page.getByRole("link", { name: /Start from a template/ }).click();
  await page.getByRole("link", { name: "Phased rollout" }).click();
  await page.getByLabel("Name of the project").fill("Berth desk");
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByRole("status").getByText("live")).toBeVisible();
  const first = page.getByRole("checkbox").first();
  const second = page.getByRole("checkbox").nth(1);
  await first.check();
  // Made by the server after the tick: it is stored, and nothing is under way.
  await expect(page.getByRole("region", { name: "Readiness" })).not.toContainText(/^0/);

  const late = await context.newPage();
  await test.step("away", async () => {
    await mortal.kill();
    await second.click();
    await expect(page.getByRole("region", { name: "Notifications" })).toContainText(
      "The database cannot be reached just now. Nothing was changed",
    );
    await expect(second).not.toBeChecked();
    const answer = await context.request.get("/api/v1/projects");
    expect(answer.status()).toBe(503);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    expect(answer.headers()["retry-after"]).toBeTruthy();
    expect(await answer.json()).toMatchObject({ code: "UNAVAILABLE", requestId: expect.any(String) });
    expect((await context.request.get("/api/health")).status()).toBe(503);
    const response = await late.goto("/");
    expect(response?.status()).toBeGreaterThanOrEqual(500);
    await expect(late.getByRole("heading", { level: 1 })).toHaveText("The server is away");
    await expect(late.getByRole("button", { name: "Try again" })).toBeVisible();
  });

  await test.step("back, without anybody doing anything", async () => {
    await mortal.revive();
    await expect.poll(async () => (await context.request.get("/api/health")).status()).toBe(200);
    await expect(page.getByRole("status").getByText("live")).toBeVisible({ timeout: 20_000 });
    await expect(late.getByRole("heading", { level: 1 })).toHaveText("Projects");
    await expect(first).toBeChecked();
    await second.click();
    await expect(second).toBeChecked();
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(other.getByRole("checkbox").first()).toBeChecked();
    await expect(other.getByRole("checkbox").nth(1)).toBeChecked();
    await expect(other.getByRole("status").getByText("live")).toBeVisible();
    await other.getByRole("checkbox").nth(2).check();
    await expect(page.getByRole("checkbox").nth(2)).toBeChecked();
  });
});
