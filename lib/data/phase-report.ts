import "server-only";
import type { ProjectAccess } from "./access";
import { db } from "./client";
import { getPhasePage, type PhasePage } from "./phase-page";

/**
 * What the report of one phase is written from, judged at `now`.
 *
 * @throws AppError NOT_FOUND
 */
export async function getPhaseReport(
  access: ProjectAccess,
  phaseKey: string,
  now: Date,
): Promise<PhasePage & { workspace: string }> {
  const [page, { name }] = await Promise.all([
    getPhasePage(access, phaseKey, now),
    db().workspace.findUniqueOrThrow({ where: { id: access.workspaceId }, select: { name: true } }),
  ]);
  return { ...page, workspace: name };
}
