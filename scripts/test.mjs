import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "./chromium.mjs";
import { build, generate, install, nodeComplaint } from "./prepare.mjs";
import { StepFailed, secondsSince, step } from "./step.mjs";
import { playwrightCounts, sumCounts, vitestCounts } from "./test-counts.mjs";

// `npm test`: everything, from a fresh clone. `--quick` (`npm run check`): what takes seconds.

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const quick = process.argv.includes("--quick");
const started = Date.now();
const stopping = new AbortController();
const { signal } = stopping;
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => stopping.abort());

const reports = mkdtempSync(join(tmpdir(), "phasegate-reports-"));
const report = (name) => join(reports, `${name}.json`);

// The operator's own database and address are none of the tests' business.
for (const name of [
  "DATABASE_URL",
  "PHASEGATE_DATA",
  "PHASEGATE_URL",
  "NEXTAUTH_URL",
  "NEXTAUTH_SECRET",
  "PORT",
  "NODE_ENV",
])
  delete process.env[name];
process.env.NEXT_TELEMETRY_DISABLED = "1";

const bin = (path, ...args) => [`node_modules/${path}`, ...args];
const run = (title, args, options = {}) => step(title, process.execPath, args, { signal, ...options });

/** @param {string} kind what the names of its projects in vitest.config.ts begin with */
const vitest = (kind) =>
  run(
    `Tests: ${kind}`,
    bin("vitest/vitest.mjs", "run", "--project", `${kind}*`, "--reporter=default", "--reporter=json").concat(
      `--outputFile.json=${report(kind)}`,
    ),
    { loud: true, env: { NODE_ENV: "test" } },
  );

async function everything() {
  await install({ dev: true, signal });
  await generate({ signal });
  await run("Format and lint", bin("@biomejs/biome/bin/biome", "check", "."));
  await run("Types of the routes", bin("next/dist/bin/next", "typegen"));
  await run("Types", bin("typescript/bin/tsc", "--noEmit"));
  if (!quick) await run("Unused code", bin("knip/bin/knip.js"));
  await vitest("unit");
  if (quick) return;
  await vitest("integration");
  await build({ signal });
  await ensureChromium({ signal });
  await run("Tests: end to end in Chromium", bin("@playwright/test/cli.js", "test", "--reporter=list,json"), {
    loud: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report("e2e") },
  });
}

async function main() {
  const complaint = nodeComplaint();
  if (complaint) return { code: 1, verdict: complaint };
  try {
    await everything();
    return { code: 0, verdict: `All good in ${secondsSince(started)}.` };
  } catch (error) {
    if (signal.aborted) return { code: 130, verdict: "Stopped." };
    if (error instanceof StepFailed) return { code: 1, verdict: error.message };
    throw error;
  }
}

try {
  const { code, verdict } = await main();
  const { passed, failed } = sumCounts([
    [report("unit"), vitestCounts],
    [report("integration"), vitestCounts],
    [report("e2e"), playwrightCounts],
  ]);
  if (code === 0) console.log(verdict);
  console.log(`${passed} passed, ${failed} failed`);
  if (code !== 0) console.error(verdict);
  process.exitCode = code;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
