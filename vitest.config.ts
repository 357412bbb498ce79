import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = { "@": root.replace(/\/$/, ""), "server-only": `${root}lib/ops/empty.ts` };
// An odd zone, so that a time read from the machine instead of being passed in fails a test.
const env = { TZ: "Asia/Kathmandu" };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          env,
          include: ["{lib,components,scripts,bench}/**/*.test.{ts,tsx,mjs}"],
          exclude: ["**/*.integration.test.ts", "**/node_modules/**"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          env,
          include: ["{lib,prisma,scripts}/**/*.integration.test.ts"],
          globalSetup: ["prisma/factories/global-setup.ts"],
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
