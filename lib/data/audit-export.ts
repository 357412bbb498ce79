import "server-only";
import { canonicalJson } from "@/lib/domain/canonical-hash";
import type { WorkspaceAccess } from "./access";
import { AUDIT_ROW_SELECT, chainedEventOf } from "./audit-row";
import { db } from "./client";

const PAGE = 1_000;

async function* chainLines(chain: string, upTo: number): AsyncGenerator<string> {
  for (let after = 0; after < upTo; ) {
    const rows = await db().auditEvent.findMany({
      where: { chain, seq: { gt: after, lte: upTo } },
      orderBy: { seq: "asc" },
      take: PAGE,
      select: AUDIT_ROW_SELECT,
    });
    // a row that cannot be read is written as it stands, so that the file shows the fault and does not hide it
    for (const row of rows)
      yield canonicalJson(
        chainedEventOf(row) ?? { chain, seq: row.seq, unreadable: row.canonical, hash: row.hash },
      );
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

/**
 * Unscoped: the audit of one workspace, or of all, as NDJSON: a line for each event, chain after chain, oldest first,
 * then a line for each chain's checkpoint `{checkpoint: {chain, seq, hash}}`. `verifyAuditLines` checks the file.
 */
export async function* exportAuditUnscoped(workspaceId: string | null): AsyncGenerator<string> {
  const select = { id: true, version: true, auditHash: true };
  const heads = [
    ...(await db().workspace.findMany({ where: workspaceId === null ? {} : { id: workspaceId }, select })),
    ...(await db().project.findMany({ where: workspaceId === null ? {} : { workspaceId }, select })),
  ].filter(({ version }) => version > 0);
  for (const { id, version } of heads) yield* chainLines(id, version);
  for (const { id, version, auditHash } of heads)
    yield canonicalJson({ checkpoint: { chain: id, seq: version, hash: auditHash } });
}

/** The audit of the reader's workspace as NDJSON lines; see exportAuditUnscoped. */
export const exportAudit = (access: WorkspaceAccess<"workspace:administer">): AsyncGenerator<string> =>
  exportAuditUnscoped(access.workspaceId);
