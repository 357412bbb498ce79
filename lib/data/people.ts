import "server-only";
import type { PersonView } from "@/lib/domain/project-views";
import type { ProjectAccess } from "./access";
import { db } from "./client";
import type { People } from "./present-checklist";

/** The members among these ids, with their role in this project; former members are left out. */
export async function loadPeople(access: ProjectAccess, memberIds: Iterable<string | null>): Promise<People> {
  const ids = [...new Set(memberIds)].flatMap((id) => id ?? []);
  const rows = await db().member.findMany({
    where: { id: { in: ids }, workspaceId: access.workspaceId, removedAt: null },
    select: {
      id: true,
      role: true,
      user: { select: { name: true } },
      projectRoles: { where: { projectId: access.projectId }, select: { role: true } },
    },
  });
  return new Map(
    rows.map(({ id, role, user, projectRoles }): [string, PersonView] => [
      id,
      { memberId: id, name: user.name, role: projectRoles[0]?.role ?? role },
    ]),
  );
}
