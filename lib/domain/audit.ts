import { canonicalJson, sha256 } from "./canonical-hash";

/** An audit event before it is chained (design 2.6). */
export interface AuditEventInput {
  /** id of the project or workspace whose chain it is */
  chain: string;
  /** 1, 2, 3 ... without a gap inside its chain */
  seq: number;
  /** ISO 8601 in UTC, with milliseconds */
  at: string;
  /** member id, never a name, so that erasing a person keeps the chain valid; null for the system */
  actor: string | null;
  /** the door it came through: "web", "api", "cli", "job" ... */
  via: string;
  action: string;
  targetType: string;
  targetId: string;
  /** the phase it is told in; missing in events older than this field, whose hash stays as it was */
  phaseId?: string | null;
  /** JSON-safe */
  data: Record<string, unknown>;
}

/** An event as it stands in the database or in an exported file. */
export interface ChainedEvent extends AuditEventInput {
  /** 64 hexadecimal digits */
  hash: string;
}

/** Where a chain begins, or an exported checkpoint to go on from. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** What the first event of a chain is chained to. */
export const GENESIS_HASH = "0".repeat(64);

const CHAIN_START: ChainHead = { seq: 0, hash: GENESIS_HASH };

/** The event's canonical JSON (RFC 8785), exactly as it is hashed. Other fields of the object are left out. */
export function canonicalEvent(event: AuditEventInput): string {
  const { chain, seq, at, actor, via, action, targetType, targetId, phaseId, data } = event;
  const told = phaseId === undefined ? {} : { phaseId };
  return canonicalJson({ chain, seq, at, actor, via, action, targetType, targetId, ...told, data });
}

/** `sha256(previous hash + canonical JSON)` in hexadecimal (design 2.6). */
export const nextHash = (previousHash: string, canonical: string): string => sha256(previousHash + canonical);

/** Why `event` cannot be the one after `head`; null when it is. `chain` is null while no event has been seen. */
export function findBreak(chain: string | null, head: ChainHead, event: ChainedEvent): string | null {
  const expected = head.seq + 1;
  if (event.seq !== expected)
    return `Event ${expected} is expected here, but event ${event.seq} stands in its place.`;
  if (chain !== null && event.chain !== chain) return `Event ${expected} belongs to another chain.`;
  if (nextHash(head.hash, canonicalEvent(event)) !== event.hash) {
    return `The hash of event ${expected} does not follow from what it says and the event before it.`;
  }
  return null;
}

export type ChainVerdict =
  | { ok: true; count: number; head: ChainHead }
  | { ok: false; seq: number; why: string };

/**
 * Checks one chain from its start, or from a checkpoint (design 2.6). It names the place of the first broken event: the
 * seq that should stand there. Newest events cut off are not seen, except against a checkpoint that is newer.
 *
 * @param events oldest first
 */
export function verifyChain(events: Iterable<ChainedEvent>, from: ChainHead = CHAIN_START): ChainVerdict {
  let head = from;
  let chain: string | null = null;
  let count = 0;
  for (const event of events) {
    const why = findBreak(chain, head, event);
    if (why !== null) return { ok: false, seq: head.seq + 1, why };
    head = { seq: event.seq, hash: event.hash };
    chain = event.chain;
    count += 1;
  }
  return { ok: true, count, head };
}
