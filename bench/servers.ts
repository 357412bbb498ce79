import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { freePort } from "@/lib/ops/ports";
import { productRoot } from "@/lib/ops/product-root";
import { NODE_FLAGS } from "@/lib/ops/web-server";

const NEXT = join(productRoot, "node_modules/next/dist/bin/next");
const PATIENCE_MS = 60_000;

/** A running web server. */
export interface Served {
  url: string;
  pid: number;
  stop: () => Promise<void>;
}

function run(
  args: string[],
  cwd: string,
  env: Record<string, string>,
  flags: readonly string[] = [],
): ChildProcess {
  const exitWithParent = pathToFileURL(join(productRoot, "lib/ops/exit-with-parent.mjs"));
  exitWithParent.searchParams.set("parent", String(process.pid));
  return spawn(process.execPath, [...flags, "--import", exitWithParent.href, NEXT, ...args], {
    cwd,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production", ...env },
    // The channel tells it when this process is gone.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once("close", resolve));

/** Builds an application unless its build is there already. @throws when the build fails */
export async function build(folder: string): Promise<void> {
  if (existsSync(join(folder, ".next/BUILD_ID"))) return;
  const code = await endOf(run(["build"], folder, {}));
  if (code !== 0) throw new Error(`next build in ${folder} ended with ${code}.`);
}

/**
 * Serves a built application on a free port, the product with the flags that `npm start` gives it.
 *
 * @param ready a path that answers when it is up
 * @throws when it does not
 */
export async function serve(folder: string, env: Record<string, string>, ready: string): Promise<Served> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const addresses = { PORT: String(port), NEXTAUTH_URL: url, PHASEGATE_URL: url };
  const child = run(
    ["start", "--port", String(port)],
    folder,
    { ...env, ...addresses },
    folder === productRoot ? NODE_FLAGS : [],
  );
  let isOver = false;
  const ended = endOf(child).then(() => {
    isOver = true;
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await Promise.race([ended, sleep(5_000, undefined, { ref: false })]);
    if (!isOver) child.kill("SIGKILL");
    await ended;
  };
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline && !isOver; await sleep(50)) {
    const isUp = await fetch(url + ready).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { url, pid: child.pid ?? 0, stop };
  }
  await stop();
  throw new Error(`The server of ${folder} does not answer ${ready}.`);
}

/** The most memory a process ever held, in megabytes, as the kernel counted it. */
export async function peakMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
