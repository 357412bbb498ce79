import "server-only";
import { Client } from "pg";
import { env } from "@/lib/ops/env";
import { log } from "@/lib/ops/log";
import { CHANNEL } from "./write";

/** A project or the workspace itself changed. */
interface News {
  workspaceId: string;
  /** id of the project, or of the workspace */
  chain: string;
  /** number of the chain's newest event */
  seq: number;
}

type Heard = (news: News) => void;

interface Listener {
  hear: Set<Heard>;
  /** called after a connection was lost and found again: something may have been missed */
  reconnected: Set<() => void>;
}

// On globalThis: a bundler may load this module once for each entry, and all of them must share one connection.
const holder = globalThis as typeof globalThis & { phasegateListener?: Listener };

const RETRY_MS = [100, 500, 1_000, 2_000, 5_000];

/** One connection for each process listens; it is apart from the pool, because a pooled connection forgets LISTEN. */
async function listen(listener: Listener, attempt: number): Promise<void> {
  const client = new Client({ connectionString: env().DATABASE_URL, application_name: "phasegate listener" });
  let isOver = false;
  const again = () => {
    if (isOver) return;
    isOver = true;
    client.end().catch(() => undefined);
    const wait = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 5_000;
    setTimeout(() => void listen(listener, attempt + 1), wait).unref();
  };
  client.on("error", again);
  client.on("end", again);
  client.on("notification", ({ payload }) => {
    const [workspaceId, chain, seq] = (payload ?? "").split(":");
    if (workspaceId && chain && seq)
      for (const heard of listener.hear) heard({ workspaceId, chain, seq: Number(seq) });
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  } catch (error) {
    log().warn({ error: String(error) }, "cannot listen to the database; trying again");
    return again();
  }
  if (attempt > 0) for (const reconnected of listener.reconnected) reconnected();
  attempt = 0;
}

function listener(): Listener {
  if (!holder.phasegateListener) {
    holder.phasegateListener = { hear: new Set(), reconnected: new Set() };
    void listen(holder.phasegateListener, 0);
  }
  return holder.phasegateListener;
}

/** Hears of every committed change, whichever process made it, until the returned function is called. */
export function onChange(heard: Heard, reconnected: () => void): () => void {
  const { hear, reconnected: again } = listener();
  hear.add(heard);
  again.add(reconnected);
  return () => {
    hear.delete(heard);
    again.delete(reconnected);
  };
}
