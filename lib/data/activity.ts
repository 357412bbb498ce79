import "server-only";
import type { ActivityPage } from "@/lib/domain/audit-views";
import type { ProjectAccess } from "./access";
import { EVENT_SELECT, entryOf, pageOf, tell } from "./audit";
import { readCursor } from "./audit-cursor";
import { db } from "./client";

const PAGE = 40;

/**
 * What was done in a project, newest first: the same events as the audit, for everybody who may read the project.
 *
 * @param cursor nextCursor of the page before; null for the newest
 * @throws AppError INVALID for a cursor that no page gave out
 */
export async function getActivity(
  access: ProjectAccess,
  cursor: string | null = null,
  size = PAGE,
): Promise<ActivityPage> {
  const found = await db().auditEvent.findMany({
    where: {
      chain: access.projectId,
      workspaceId: access.workspaceId,
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
