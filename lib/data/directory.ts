import "server-only";
import { Directory } from "@/lib/plan/people";
import type { ProjectAccess, WorkspaceAccess } from "./access";
import { db, type Transaction } from "./client";

/** More members than a workspace has. */
const MEMBERS_MAX = 5_000;
/** An id that no project has: of one that is not made yet nobody has a role of their own. */
const NOWHERE = "00000000-0000-0000-0000-000000000000";

/** The members of a workspace as files call them, with their role in the project where there is one. */
export async function loadDirectory(
  access: WorkspaceAccess | ProjectAccess,
  tx: Transaction = db(),
): Promise<Directory> {
  const { workspaceId } = access;
  const projectId = "projectId" in access ? access.projectId : null;
  const rows = await tx.member.findMany({
    where: { workspaceId, removedAt: null },
    orderBy: { id: "asc" },
    take: MEMBERS_MAX,
    select: {
      id: true,
      role: true,
      user: { select: { name: true, email: true } },
      projectRoles: { where: { projectId: projectId ?? NOWHERE }, select: { role: true } },
    },
  });
  return new Directory(
    rows.map(({ id, role, user, projectRoles }) => ({
      memberId: id,
      ...user,
      role: projectRoles[0]?.role ?? role,
    })),
  );
}
