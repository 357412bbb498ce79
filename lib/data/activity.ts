import "server-only";
import type { ActivityPage } from "@/lib/domain/audit-views";
import type { ProjectAccess } from "./access";
import { EVENT_SELECT, entryOf, pageOf, tell } from "./audit";
import { readCursor } from "./audit-cursor";
import { db } from "./client";

const PAGE = 40;
/** The events that name two phases. */
const MOVES = ["item.moved", "section.moved"];

interface Part {
  /** kinds of things told of; all when left out */
  targetTypes?: readonly string[];
  /** only what was done in this phase; what moved from one phase to another is told in both */
  phaseId?: string;
  /** only these actions */
  actions?: readonly string[];
  size?: number;
}

/**
 * What was done in a project, newest first: the same events as the audit, for everybody who may read the project.
 *
 * @param cursor nextCursor of the page before; null for the newest
 * @throws AppError INVALID for a cursor that no page gave out
 */
export async function getActivity(
  access: ProjectAccess,
  cursor: string | null = null,
  { targetTypes, phaseId, actions, size = PAGE }: Part = {},
): Promise<ActivityPage> {
  const found = await db().auditEvent.findMany({
    where: {
      chain: access.projectId,
      workspaceId: access.workspaceId,
      ...(targetTypes ? { targetType: { in: [...targetTypes] } } : {}),
      ...(actions ? { action: { in: [...actions] } } : {}),
      ...(phaseId ? { OR: [{ phaseId }, { action: { in: MOVES }, canonical: { contains: phaseId } }] } : {}),
      ...(cursor ? { seq: { lt: readCursor(cursor).seq } } : {}),
    },
    orderBy: { seq: "desc" },
    take: size + 1,
    select: EVENT_SELECT,
  });
  const { rows, nextCursor } = pageOf(found, size);
  const { told } = await tell(access, rows);
  return { nextCursor, entries: told.map(entryOf) };
}
