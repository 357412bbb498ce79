import "server-only";
import { type ChainHead, findBreak, GENESIS_HASH } from "@/lib/domain/audit";
import type { AuditVerdict, BrokenEvent } from "@/lib/domain/audit-views";
import type { WorkspaceAccess } from "./access";
import { AUDIT_ROW_SELECT, type AuditRow, chainedEventOf, columnDifference } from "./audit-row";
import { db, type Transaction } from "./client";

const PAGE = 1_000;
/** A chain of a million events takes about a minute; the transaction only reads. */
const CHAIN_TIMEOUT = 10 * 60_000;

interface Chain {
  id: string;
  kind: "project" | "workspace" | "gone";
}

interface Head {
  name: string | null;
  workspaceId: string | null;
  version: number;
  auditHash: string;
}

async function chainsOf(workspaceId: string | null): Promise<Chain[]> {
  const scope = workspaceId === null ? {} : { workspaceId };
  const [workspaces, projects, written] = await Promise.all([
    db().workspace.findMany({
      where: workspaceId === null ? {} : { id: workspaceId },
      select: { id: true },
      orderBy: { createdAt: "asc" },
    }),
    db().project.findMany({ where: scope, select: { id: true }, orderBy: { createdAt: "asc" } }),
    db().auditEvent.groupBy({ by: ["chain"], where: scope, orderBy: { chain: "asc" } }),
  ]);
  const known = new Set([...workspaces, ...projects].map(({ id }) => id));
  return [
    ...workspaces.map(({ id }): Chain => ({ id, kind: "workspace" })),
    ...projects.map(({ id }): Chain => ({ id, kind: "project" })),
    ...written
      .filter(({ chain }) => !known.has(chain))
      .map(({ chain }): Chain => ({ id: chain, kind: "gone" })),
  ];
}

async function headOf(tx: Transaction, chain: Chain): Promise<Head | null> {
  if (chain.kind === "gone") return null;
  const select = { name: true, version: true, auditHash: true };
  if (chain.kind === "workspace") {
    const row = await tx.workspace.findUnique({ where: { id: chain.id }, select });
    return row && { ...row, workspaceId: chain.id };
  }
  return tx.project.findUnique({ where: { id: chain.id }, select: { ...select, workspaceId: true } });
}

interface Walk {
  head: ChainHead;
  broken: Omit<BrokenEvent, "chain" | "project"> | null;
}

/** Why `row` cannot follow `head`, as a sentence; null when it does. */
function faultOf(row: AuditRow, chain: string, workspaceId: string | null, head: ChainHead): string | null {
  const event = chainedEventOf(row);
  if (!event) return "Its text is not an audit event.";
  const fault = findBreak(chain, head, event);
  if (fault !== null) return fault;
  if (row.previousHash !== head.hash) return "It does not name the hash of the event before it.";
  if (workspaceId !== null && row.workspaceId !== workspaceId) return "It stands in another workspace.";
  return columnDifference(row, event);
}

async function walk(
  tx: Transaction,
  chain: string,
  workspaceId: string | null,
  checkpoint: ChainHead | null,
): Promise<Walk> {
  let head: ChainHead = { seq: 0, hash: GENESIS_HASH };
  for (;;) {
    // by its column, whatever the text says: a row moved behind a gap is found by its place
    const rows = await tx.auditEvent.findMany({
      where: { chain, seq: { gt: head.seq } },
      orderBy: { seq: "asc" },
      take: PAGE,
      select: AUDIT_ROW_SELECT,
    });
    for (const row of rows) {
      const expected = head.seq + 1;
      const why = faultOf(row, chain, workspaceId, head);
      // a gap is named by the event that is missing, not by the innocent one behind it
      if (why !== null && row.seq !== expected)
        return {
          head,
          broken: { seq: expected, at: null, action: null, why: `Event ${expected} is missing.` },
        };
      if (why !== null)
        return { head, broken: { seq: row.seq, at: row.at.toISOString(), action: row.action, why } };
      head = { seq: row.seq, hash: row.hash };
      if (checkpoint?.seq === head.seq && checkpoint.hash !== head.hash) {
        const at = row.at.toISOString();
        return {
          head,
          broken: { seq: row.seq, at, action: row.action, why: "It is not the event the checkpoint names." },
        };
      }
    }
    if (rows.length < PAGE) return { head, broken: null };
  }
}

/** Why the chain's end is not where its project or workspace says it is; null when it is. */
function endFault(end: ChainHead, head: Head | null, checkpoint: ChainHead | null): string | null {
  if (!head) return "The project or workspace of these events is gone.";
  if (head.version > end.seq) return `The newest events are cut off: ${head.version} were written.`;
  if (head.version < end.seq) return `It was added behind the door: ${head.version} were written.`;
  if (head.auditHash !== end.hash) return "Its hash is not the one the project keeps of its newest event.";
  if (checkpoint && checkpoint.seq > end.seq)
    return `The newest events are cut off: the checkpoint has ${checkpoint.seq}.`;
  return null;
}

async function verifyOne(
  chain: Chain,
  checkpoint: ChainHead | null,
): Promise<{ end: ChainHead; broken: BrokenEvent | null }> {
  // One view of the chain and its head, so that what is written meanwhile is no fault.
  return db().$transaction(
    async (tx) => {
      const head = await headOf(tx, chain);
      const { head: end, broken } = await walk(tx, chain.id, head?.workspaceId ?? null, checkpoint);
      const where = { chain: chain.id, project: head?.name ?? null };
      if (broken) return { end, broken: { ...where, ...broken } };
      const why = endFault(end, head, checkpoint);
      if (why === null) return { end, broken: null };
      const written = head?.version ?? end.seq;
      const seq = written > end.seq || (checkpoint?.seq ?? 0) > end.seq ? end.seq + 1 : end.seq;
      const row = await tx.auditEvent.findUnique({
        where: { chain_seq: { chain: chain.id, seq } },
        select: { at: true, action: true },
      });
      return {
        end,
        broken: { ...where, seq, at: row?.at.toISOString() ?? null, action: row?.action ?? null, why },
      };
    },
    { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: CHAIN_TIMEOUT },
  );
}

/**
 * Unscoped: checks every audit chain of one workspace, or of the whole database (design 2.6): each event's hash, each
 * column against the hashed text, and each chain's end against its project or workspace. Events are read by pages.
 *
 * What it does not prove: somebody who rewrites the newest events and the project's row alike is seen only against a
 * checkpoint kept elsewhere (the last lines of an exported file). The phase of an event is held against the text only
 * where that names it, as all do but those written before it was hashed.
 *
 * @param workspaceId null for every workspace
 * @param checkpoints chain id -> a head that was exported earlier
 */
export async function verifyAuditUnscoped(
  workspaceId: string | null,
  checkpoints: ReadonlyMap<string, ChainHead> = new Map(),
): Promise<AuditVerdict> {
  const chains = await chainsOf(workspaceId);
  const heads: ({ chain: string } & ChainHead)[] = [];
  let events = 0;
  for (const chain of chains) {
    const { end, broken } = await verifyOne(chain, checkpoints.get(chain.id) ?? null);
    events += end.seq;
    if (broken) return { ok: false, chains: chains.length, events, broken };
    heads.push({ chain: chain.id, ...end });
  }
  return { ok: true, chains: chains.length, events, heads };
}

/** Checks every audit chain of the reader's workspace; see verifyAuditUnscoped for what is checked. */
export const verifyAudit = (access: WorkspaceAccess<"workspace:administer">): Promise<AuditVerdict> =>
  verifyAuditUnscoped(access.workspaceId);
