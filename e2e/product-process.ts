import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/lib/ops/ports";

/** A product started as its operator starts it, on its own data directory. */
export interface ProductProcess {
  pid: number;
  /** settles with the exit code, or with the signal that ended it */
  ended: Promise<number | string>;
  output(): string;
  errors(): string;
}

const running = new Set<ChildProcess>();

/** Starts `scripts/start.mjs`, as `npm run dev` does with `--dev`; does not wait for it. */
export function startProduct(
  settings: Record<string, string>,
  as: { uid?: number; gid?: number } = {},
  ...args: "--dev"[]
): ProductProcess {
  // Nothing of this run: not its database, and not the condition under which tests read server-only modules.
  const cleared = { DATABASE_URL: "", NEXTAUTH_URL: "", NODE_OPTIONS: "", npm_lifecycle_event: "" };
  const child = spawn(process.execPath, ["scripts/start.mjs", ...args], {
    env: { ...process.env, ...cleared, NODE_ENV: "production", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    ...as,
  });
  running.add(child);
  let output = "";
  let errors = "";
  child.stdout.on("data", (text) => {
    output += text;
  });
  child.stderr.on("data", (text) => {
    errors += text;
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => {
      running.delete(child);
      resolve(code ?? signal ?? "unknown");
    });
  });
  return { pid: child.pid ?? 0, ended, output: () => output, errors: () => errors };
}

/** Waits until a product answers that it is healthy. @throws when it ends or takes too long */
export async function untilHealthy(product: ProductProcess, port: number): Promise<void> {
  const over = product.ended.then((code) => ({ code }));
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    const health = fetch(`http://127.0.0.1:${port}/api/health`).then(
      (response) => response.status === 200,
      () => false,
    );
    const seen = await Promise.race([health, over]);
    if (seen === true) return;
    if (typeof seen === "object") break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The product did not become healthy:\n${product.output()}\n${product.errors()}`);
}

/** A data directory and a port for one product, removed and freed by `cleanUp`. */
export async function place(): Promise<{ data: string; port: number; settings: Record<string, string> }> {
  const data = await mkdtemp(join(tmpdir(), "phasegate-product-"));
  const port = await freePort();
  return { data, port, settings: { PHASEGATE_DATA: data, PORT: String(port) } };
}

interface Process {
  pid: number;
  parent: number;
  command: string;
}

const processes = (): Process[] =>
  execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, parent, ...words]) => ({
      pid: Number(pid),
      parent: Number(parent),
      command: words.join(" "),
    }));

/**
 * The database servers that were started from a data directory. A process that a server has just forked still carries
 * the server's command line, until it has set a title of its own: it is no second server.
 */
export function databaseServers(data: string): number[] {
  const found = processes().filter(({ command }) => command.includes(`-D ${data}/postgres`));
  return found.filter(({ parent }) => !found.some(({ pid }) => pid === parent)).map(({ pid }) => pid);
}

/** The web server a product started. */
export const webProcesses = (product: ProductProcess): number[] =>
  processes()
    .filter(({ parent, command }) => parent === product.pid && !command.split(" ")[0]?.includes("postgres"))
    .map(({ pid }) => pid);

/** Ends everything a test left behind. */
export async function cleanUp(data: string): Promise<void> {
  for (const child of running) child.kill("SIGKILL");
  for (const pid of databaseServers(data)) process.kill(pid, "SIGKILL");
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
}
