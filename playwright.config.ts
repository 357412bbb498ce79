import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

const DEBIAN_CHROMIUM = "/usr/bin/chromium";

export default defineConfig({
  testDir: "e2e",
  tsconfig: "./e2e/tsconfig.json",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A machine shared with others may stall for longer than a test waits: one more try there, reported as flaky. Here none,
  // because a retry hides what happens to people now and then.
  retries: process.env.CI ? 1 : 0,
  // Two cores carry the database, two processes of the product and the browsers already.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  globalSetup: "./e2e/product-servers.ts",
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1280, height: 900 },
    timezoneId: "Asia/Kathmandu",
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions: {
      ...(existsSync(DEBIAN_CHROMIUM) ? { executablePath: DEBIAN_CHROMIUM } : {}),
      args: [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
      ],
    },
  },
});
