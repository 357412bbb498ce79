import "server-only";
import { AppError } from "@/lib/domain/errors";
import { nameable, type Permission, weakestRoleFor } from "@/lib/domain/permissions";
import { ROLE_NAMES, type Role } from "@/lib/domain/words";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";

interface Naming {
  memberIds: readonly string[];
  /** what they are named for */
  permission: Permission;
  /** who is named there already and may stay */
  already?: readonly string[];
}

/** Why these people cannot be named, by member id, as one sentence each; empty when all can. */
export async function whyNotNamedIn(
  access: ProjectAccess,
  tx: Transaction,
  { memberIds, permission, already = [] }: Naming,
): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map();
  const { workspaceId, projectId } = access;
  const rows = await tx.member.findMany({
    where: { id: { in: [...memberIds] }, workspaceId, removedAt: null },
    select: {
      id: true,
      role: true,
      user: { select: { name: true } },
      projectRoles: { where: { projectId }, select: { role: true } },
    },
  });
  const people = new Map(
    rows.map(({ id, role, user, projectRoles }) => [
      id,
      { memberId: id, name: user.name, role: projectRoles[0]?.role ?? role },
    ]),
  );
  const fit = new Set(
    nameable([...people.values()], permission, new Set(already)).map(({ memberId }) => memberId),
  );
  return new Map(
    memberIds
      .filter((id) => !fit.has(id))
      .map((id) => {
        const person = people.get(id);
        return [id, person ? tooWeak(person.name, person.role, permission) : STRANGER];
      }),
  );
}

const STRANGER = "Not a member of this workspace. Choose people from the list.";

const tooWeak = (name: string, role: Role, permission: Permission): string =>
  `${name} has the role ${ROLE_NAMES[role]} here. Choose people with the role ${ROLE_NAMES[weakestRoleFor(permission)]} or above.`;

/** @throws AppError INVALID at `field` when one of them is a stranger, or has a role too weak for what they are named for */
export async function refuseNamingIn(
  access: ProjectAccess,
  tx: Transaction,
  field: string,
  naming: Naming,
): Promise<void> {
  const messages = [...new Set((await whyNotNamedIn(access, tx, naming)).values())];
  if (messages.length === 0) return;
  throw new AppError("INVALID", `${field}: ${messages.join(" ")}`, { fields: { [field]: messages } });
}
