import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "@/lib/ops/ports";
import { productRoot } from "@/lib/ops/product-root";

const NEXT = join(productRoot, "node_modules/next/dist/bin/next");

export interface Served {
  url: string;
  pid: number;
  stop: () => Promise<void>;
}

const run = (args: string[], cwd: string, env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, [NEXT, ...args], {
    cwd,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production", ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });

/** Builds an application unless its build is there already. @throws when the build fails */
export async function build(folder: string): Promise<void> {
  if (existsSync(join(folder, ".next/BUILD_ID"))) return;
  const child = run(["build"], folder, {});
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`next build in ${folder} ended with ${code}.`);
}

/** Serves a built application on a free port. */
export async function serve(folder: string, env: Record<string, string>, ready: string): Promise<Served> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = run(["start", "--port", String(port)], folder, {
    ...env,
    PORT: String(port),
    NEXTAUTH_URL: url,
    PHASEGATE_URL: url,
  });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    const isUp = await fetch(url + ready).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill("SIGTERM");
      await closed;
    },
  };
}

/** The most memory a process ever held, in megabytes, as the kernel counted it. */
export async function peakMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
