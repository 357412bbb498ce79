import { fileURLToPath } from "node:url";
import { build, generate, install, nodeComplaint } from "./prepare.mjs";
import { StepFailed } from "./step.mjs";

// `npm start`: from a clone to a running product. `--dev` serves with reloading instead of a build.

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
process.env.NEXT_TELEMETRY_DISABLED ??= "1";
const dev = process.argv.includes("--dev");
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stopping.abort());

// npm that is killed takes nobody along: what it started must see that it is gone.
if (process.env.npm_lifecycle_event) {
  const npm = process.ppid;
  setInterval(() => process.ppid === npm || stopping.abort(), 500).unref();
}

async function main() {
  const complaint = nodeComplaint();
  if (complaint) {
    console.error(complaint);
    return 1;
  }
  await install({ dev, signal: stopping.signal });
  const { register } = await import("tsx/esm/api");
  register();
  const { start } = await import("../lib/ops/start.ts");
  return start({
    dev,
    signal: stopping.signal,
    prepare: async () => {
      await generate({ signal: stopping.signal });
      if (!dev) await build({ signal: stopping.signal });
    },
  });
}

try {
  process.exit(await main());
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  console.error(error instanceof StepFailed ? error.message : error);
  process.exit(1);
}
