import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = { "@": root.replace(/\/$/, ""), "server-only": `${root}lib/ops/empty.ts` };
// An odd zone, so that a time read from the machine instead of being passed in fails a test.
const env = { TZ: "Asia/Kathmandu" };

// On two cores Vitest would use one. Each worker loads a module once, not anew for every file: that alone takes a third less.
// So what a module keeps lives on into the next file: a test takes back what it stubs, and needs no module to be fresh.
const runner = { maxWorkers: 2, isolate: false };

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
          ...runner,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          env,
          include: ["{lib,prisma,scripts}/**/*.integration.test.ts"],
          globalSetup: ["prisma/factories/global-setup.ts"],
          ...runner,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
