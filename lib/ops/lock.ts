import { createHash } from "node:crypto";
import { rm, stat } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { errorCode } from "./operator-error";

const holderSchema = z.object({
  pid: z.number().int(),
  /** a start keeps its database running until it is stopped; a command only as long as it works */
  kind: z.enum(["start", "command", "unknown"]),
  /** what the holder does, for a sentence: "serves http://localhost:3000" */
  doing: z.string(),
});

/** Who holds a lock. */
export type LockHolder = z.output<typeof holderSchema>;

/** A lock that is ours until released, or until this process dies. */
export interface Lock {
  release(): Promise<void>;
}

/**
 * A name only one process can listen on. The system frees it when that process dies, however it dies. On Linux it is
 * a name without a file, so nothing stale can be left; elsewhere a socket in the directory for temporary files.
 */
async function addressOf(directory: string, purpose: string): Promise<string> {
  const { dev, ino } = await stat(directory);
  const key = createHash("sha256").update(`${dev}:${ino}:${purpose}`).digest("hex").slice(0, 24);
  return process.platform === "linux" ? `\0phasegate-${key}` : join(tmpdir(), `phasegate-${key}.sock`);
}

function listen(address: string, holder: LockHolder): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.end(JSON.stringify(holder));
    });
    server.once("error", reject);
    server.listen(address, () => resolve(server.unref()));
  });
}

function ask(address: string): Promise<LockHolder | undefined> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(address);
    socket.setTimeout(2_000, () => socket.destroy(new Error("no answer")));
    socket.on("data", (data) => {
      text += data.toString();
    });
    socket.on("error", (error) => {
      const nobody = errorCode(error) === "ECONNREFUSED" || errorCode(error) === "ENOENT";
      resolve(nobody ? undefined : { pid: 0, kind: "unknown", doing: "does not answer" });
    });
    socket.on("end", () => {
      try {
        resolve(holderSchema.parse(JSON.parse(text)));
      } catch {
        resolve({ pid: 0, kind: "unknown", doing: "gave an unknown answer" });
      }
    });
  });
}

/** The purpose under which an embedded database is locked. */
export const DATABASE = "database";

/** Takes a directory for one purpose, or tells who has it. Waits up to `patience` milliseconds for it. */
export async function takeLock(
  directory: string,
  {
    purpose,
    kind,
    doing,
    patience = 0,
  }: { purpose: string; kind: "start" | "command"; doing: string; patience?: number },
): Promise<{ lock: Lock } | { holder: LockHolder }> {
  const address = await addressOf(directory, purpose);
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      const server = await listen(address, { pid: process.pid, kind, doing });
      return { lock: { release: () => new Promise((resolve) => server.close(() => resolve())) } };
    } catch (error) {
      if (errorCode(error) !== "EADDRINUSE") throw error;
    }
    const holder = await ask(address);
    if (!holder) {
      if (!address.startsWith("\0")) await rm(address, { force: true });
    } else if (Date.now() >= deadline) return { holder };
    await sleep(50);
  }
}
