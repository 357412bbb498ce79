import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { childVariables } from "./env";
import { OperatorError } from "./operator-error";
import { productRoot } from "./product-root";

const HEALTHY_PATIENCE = 180_000;
const STOP_PATIENCE = 5_000;

/** The running web application. */
export interface WebServer {
  /** settles when it ends, with what to tell */
  ended: Promise<string>;
  stop(): Promise<void>;
}

/**
 * What Node is told besides the program. A page makes many short-lived objects: with the usual 16 MB for the young ones,
 * collecting them took 9% of a page's time, with 32 MB half of that (docs/performance.md). Node 20 compiles what runs often
 * only after 67,584 bytes of it have run; later versions have a compiler in between, and do not know this flag
 * (docs/decisions/0019-compiled-sooner.md).
 */
export const NODE_FLAGS: readonly string[] = [
  "--max-semi-space-size=32",
  ...(process.versions.node.startsWith("20.") ? ["--interrupt-budget=10000"] : []),
];

function launch(port: number, dev: boolean, variables: Record<string, string>): ChildProcess {
  const next = join(productRoot, "node_modules/next/dist/bin/next");
  const exitWithParent = pathToFileURL(join(productRoot, "lib/ops/exit-with-parent.mjs"));
  exitWithParent.searchParams.set("parent", String(process.pid));
  return spawn(
    process.execPath,
    [
      // `next dev` hands them to its own child by NODE_OPTIONS, where Node refuses some.
      ...(dev ? [] : NODE_FLAGS),
      "--import",
      exitWithParent.href,
      next,
      dev ? "dev" : "start",
      "--port",
      String(port),
    ],
    {
      cwd: productRoot,
      env: childVariables({ ...variables, NODE_ENV: dev ? "development" : "production" }),
      // The channel tells it when this process is gone.
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      detached: true,
    },
  );
}

async function waitUntilHealthy(port: number, isOver: () => boolean, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + HEALTHY_PATIENCE;
  let seen = "no answer";
  while (!isOver()) {
    signal.throwIfAborted();
    try {
      const { status } = await fetch(`http://127.0.0.1:${port}/api/health`, { signal });
      if (status === 200) return;
      seen = `status ${status}`;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > deadline)
      throw new OperatorError(`The web server does not become healthy: /api/health gives ${seen}.`);
    await sleep(50);
  }
}

/** Serves the web application, and returns when it is healthy. @throws OperatorError when it does not become so */
export async function startWebServer(options: {
  port: number;
  dev: boolean;
  variables: Record<string, string>;
  signal: AbortSignal;
}): Promise<WebServer> {
  const child = launch(options.port, options.dev, options.variables);
  let over = false;
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`The web server does not start: ${error.message}.`));
    child.once("exit", (code, by) => resolve(`The web server ended by itself (${code ?? by}).`));
  });
  const isOver = ended.then(() => {
    over = true;
  });
  const stop = async () => {
    if (over) return;
    child.kill("SIGTERM");
    await Promise.race([isOver, sleep(STOP_PATIENCE)]);
    if (!over) child.kill("SIGKILL");
    await isOver;
  };
  try {
    await waitUntilHealthy(options.port, () => over, options.signal);
    if (over) throw new OperatorError(await ended);
    return { ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
