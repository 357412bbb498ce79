import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { errorCode, OperatorError } from "./operator-error";

/** What postmaster.pid in a data directory says. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** Reads postmaster.pid. @returns undefined when there is none, or it is not whole yet */
export async function readPostmaster(databaseFiles: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(databaseFiles, "postmaster.pid"), "utf8").catch((error: unknown) => {
    if (errorCode(error) === "EACCES")
      throw new OperatorError(
        `The database in ${databaseFiles} belongs to another user; run this as the user who started Phasegate.`,
      );
    return "";
  });
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!(pid > 0)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** Whether a process lives; one of another user lives too. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** Whether a process is the server of this data directory, and not another one that got its number since. */
export async function servesFrom(pid: number, databaseFiles: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  // Not /proc/<pid>/cwd: in a container even root may not read that of another user's process.
  if (process.platform === "linux") {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    return command.split("\0").includes(databaseFiles);
  }
  const { stdout } = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]);
  return stdout.includes("postgres") && stdout.includes(databaseFiles);
}

async function gone(pid: number, databaseFiles: string, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (await servesFrom(pid, databaseFiles)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/** Ends a server: open work is rolled back and everything is written; if that takes too long, at once. */
export async function stopPostmaster(pid: number, databaseFiles: string): Promise<void> {
  const FAST = "SIGINT";
  const IMMEDIATE = "SIGQUIT";
  for (const [signal, patience] of [
    [FAST, 30_000],
    [IMMEDIATE, 10_000],
  ] as const) {
    if (!(await servesFrom(pid, databaseFiles))) return;
    process.kill(pid, signal);
    if (await gone(pid, databaseFiles, patience)) return;
  }
  throw new OperatorError(
    `The database server (process ${pid}) does not stop; end it by hand and start again.`,
  );
}

/**
 * Ends a server that outlived a killed start, and removes what it would trip over. Only for who holds the data
 * directory's lock.
 */
export async function clearLeftovers(databaseFiles: string): Promise<void> {
  const left = await readPostmaster(databaseFiles);
  if (!left) return;
  await stopPostmaster(left.pid, databaseFiles);
  await rm(join(databaseFiles, "postmaster.pid"), { force: true });
}
