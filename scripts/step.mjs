import { spawn } from "node:child_process";

const EXIT_WITH_PARENT = new URL(`../lib/ops/exit-with-parent.mjs?parent=${process.pid}`, import.meta.url)
  .href;
const HEARTBEAT = 10_000;
const TAIL = 200;

/** @param {number} since */
export const secondsSince = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** A step that ended other than well; its output was shown already. */
export class StepFailed extends Error {}

/**
 * Runs a program as one step of a longer work: says what it is, that it is still going, and how long it took. Its
 * output is shown when it fails, or line by line with `loud`.
 *
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, signal?: AbortSignal, loud?: boolean }} [options]
 */
export async function step(title, command, args, { env = {}, signal, loud = false } = {}) {
  signal?.throwIfAborted();
  const started = Date.now();
  console.log(`${title} ...`);
  // Should this process be killed, what it started must not work on beside the next start.
  const isNode = command === process.execPath;
  const child = spawn(command, isNode ? ["--import", EXIT_WITH_PARENT, ...args] : args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", loud ? "inherit" : "pipe", loud ? "inherit" : "pipe", ...(isNode ? ["ipc"] : [])],
    // A group of its own, so that a stop reaches also what the program started.
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (text) => {
      output += text;
    });
  const heartbeat = setInterval(
    () => loud || console.log(`  still at it, ${secondsSince(started)}`),
    HEARTBEAT,
  );
  const stop = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It ended a moment ago.
    }
  };
  signal?.addEventListener("abort", stop);
  try {
    const failure = await new Promise((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("close", (code, by) => resolve(code === 0 ? undefined : `exit ${code ?? by}`));
    });
    signal?.throwIfAborted();
    if (failure) {
      if (!loud) console.error(output.split("\n").slice(-TAIL).join("\n"));
      throw new StepFailed(`${title}: failed (${failure}) after ${secondsSince(started)}.`);
    }
    if (!loud || Date.now() - started > 1000) console.log(`  done in ${secondsSince(started)}`);
  } finally {
    clearInterval(heartbeat);
    signal?.removeEventListener("abort", stop);
  }
}
