import { type ChainHead, findBreak, GENESIS_HASH } from "@/lib/domain/audit";
import { eventOf, parseJson } from "./audit-row";

/** What checking an exported file found. `line` counts from 1. */
export type LinesVerdict =
  | { ok: true; chains: number; events: number; heads: ({ chain: string } & ChainHead)[] }
  | {
      ok: false;
      line: number;
      chain: string | null;
      seq: number | null;
      at: string | null;
      action: string | null;
      why: string;
    };

const START: ChainHead = { seq: 0, hash: GENESIS_HASH };

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/** The checkpoint a line holds; null when it is none. */
function checkpointOf(value: unknown): ({ chain: string } & ChainHead) | null {
  const checkpoint = fieldOf(value, "checkpoint");
  const [chain, seq, hash] = ["chain", "seq", "hash"].map((name) => fieldOf(checkpoint, name));
  return typeof chain === "string" && typeof seq === "number" && typeof hash === "string"
    ? { chain, seq, hash }
    : null;
}

/** The chain heads an exported file names, to check a live database against (verifyAuditUnscoped). */
export async function readCheckpoints(
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<Map<string, ChainHead>> {
  const checkpoints = new Map<string, ChainHead>();
  for await (const line of lines) {
    const checkpoint = checkpointOf(parseJson(line));
    if (checkpoint) checkpoints.set(checkpoint.chain, { seq: checkpoint.seq, hash: checkpoint.hash });
  }
  return checkpoints;
}

/**
 * Checks an exported audit file line by line (design 2.6), without a database. Events of several chains may follow one
 * another or be mixed; within a chain they come oldest first, from event 1. Blank lines are passed over.
 *
 * @returns the heads reached, or the first line that does not hold and why
 */
export async function verifyAuditLines(
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<LinesVerdict> {
  const heads = new Map<string, ChainHead>();
  let number = 0;
  let events = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === "") continue;
    const value = parseJson(line);
    const checkpoint = checkpointOf(value);
    if (checkpoint) {
      const head = heads.get(checkpoint.chain) ?? START;
      if (head.seq === checkpoint.seq && head.hash === checkpoint.hash) continue;
      const why =
        head.seq < checkpoint.seq
          ? `The newest events of this chain are missing: ${checkpoint.seq} were exported, ${head.seq} are here.`
          : "The chain does not end where its checkpoint says.";
      const seq = Math.min(head.seq + 1, checkpoint.seq);
      return { ok: false, line: number, chain: checkpoint.chain, seq, at: null, action: null, why };
    }
    const event = eventOf(value);
    const hash = fieldOf(value, "hash");
    if (!event || typeof hash !== "string") {
      const why = "This line is neither an audit event nor a checkpoint.";
      return { ok: false, line: number, chain: null, seq: null, at: null, action: null, why };
    }
    const head = heads.get(event.chain) ?? START;
    const why = findBreak(event.chain, head, { ...event, hash });
    if (why !== null) {
      const { chain, at, action } = event;
      return { ok: false, line: number, chain, seq: head.seq + 1, at, action, why };
    }
    heads.set(event.chain, { seq: event.seq, hash });
    events += 1;
  }
  return {
    ok: true,
    chains: heads.size,
    events,
    heads: [...heads].map(([chain, head]) => ({ chain, ...head })),
  };
}
