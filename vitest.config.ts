import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = { "@": root.replace(/\/$/, ""), "server-only": `${root}lib/ops/empty.ts` };
// An odd zone, so that a time read from the machine instead of being passed in fails a test.
const env = { TZ: "Asia/Kathmandu" };

// What these change lives on in a process: its settings, its mocks, the connection that listens. Each gets one of its own. All
// others share two, which load a module once, not anew for each file: that alone takes a third less.
const ALONE = ["actions/import-drafts", "data/live", "data/live-workspace", "ops/database", "ops/doctor"].map(
  (name) => `lib/${name}.integration.test.ts`,
);
const onDatabase = {
  globalSetup: ["prisma/factories/global-setup.ts"],
  hookTimeout: 60_000,
};

export default defineConfig({
  resolve: { alias },
  test: {
    env,
    // prisma/factories/runs.ts looks that long for each property.
    testTimeout: 60_000 + Number(process.env.FUZZ ?? 0),
    // On two cores Vitest would use one.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,components,scripts,bench}/**/*.test.{ts,tsx,mjs}"],
          exclude: ["**/*.integration.test.ts", "**/node_modules/**"],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: "integration",
          include: ["{lib,prisma,scripts}/**/*.integration.test.ts"],
          exclude: ALONE,
          isolate: false,
        },
      },
      { extends: true, test: { ...onDatabase, name: "integration, each alone", include: ALONE } },
    ],
  },
});
