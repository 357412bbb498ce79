import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { MemberView } from "@/lib/domain/member-views";
import { can } from "@/lib/domain/permissions";
import type { PersonView } from "@/lib/domain/project-views";
import type { Role } from "@/lib/domain/words";
import { isId, type ProjectAccess, type WorkspaceAccess } from "./access";
import type { Transaction } from "./client";
import { statement } from "./statement";
import { type Write, writeProject, writeWorkspace } from "./write";

/** Nobody administers a workspace of thousands by hand; the page says when there are more. */
const MEMBERS_MAX = 500;

interface MemberRow {
  memberId: string;
  name: string;
  email: string;
  role: Role;
  createdAt: Date;
  signedInAt: Date | null;
}

const selectMembers = statement<MemberRow>(`
  SELECT m.id AS "memberId", u.name, u.email, m.role, m."createdAt",
         (SELECT max(s."createdAt") FROM "Session" s
          WHERE s."userId" = u.id AND s."workspaceId" = m."workspaceId") AS "signedInAt"
  FROM "Member" m JOIN "User" u ON u.id = m."userId"
  WHERE m."workspaceId" = $1 AND m."removedAt" IS NULL
  ORDER BY lower(u.name), m.id LIMIT ${MEMBERS_MAX}`);

/** @returns the workspace's people by name; e-mail addresses only to those who administer them and to their owner */
export async function listMembers(access: WorkspaceAccess): Promise<MemberView[]> {
  const rows = await selectMembers([access.workspaceId]);
  const seesAll = can(access.role, "workspace:administer");
  return rows.map(({ createdAt, signedInAt, email, ...row }) => {
    const isMe = row.memberId === access.actor.memberId;
    return {
      ...row,
      email: seesAll || isMe ? email : "",
      joinedAt: createdAt.toISOString(),
      signedInAt: seesAll || isMe ? (signedInAt?.toISOString() ?? null) : null,
      isMe,
    };
  });
}

const selectPeople = statement<PersonView & { override: Role | null; workspaceRole: Role }>(`
  SELECT m.id AS "memberId", u.name, coalesce(r.role, m.role) AS role, r.role AS override, m.role AS "workspaceRole"
  FROM "Member" m JOIN "User" u ON u.id = m."userId"
  LEFT JOIN "ProjectRole" r ON r."memberId" = m.id AND r."projectId" = $2
  WHERE m."workspaceId" = $1 AND m."removedAt" IS NULL
  ORDER BY lower(u.name), m.id LIMIT ${MEMBERS_MAX}`);

/** A person of a project; `override` is the project's own role for them. */
export type ProjectPerson = PersonView & { override: Role | null; workspaceRole: Role };

/** @returns the people who may be assigned and named in a project, with the role each has there */
export const listProjectPeople = (access: ProjectAccess): Promise<ProjectPerson[]> =>
  selectPeople([access.workspaceId, access.projectId]);

async function memberIn(tx: Transaction, workspaceId: string, memberId: string) {
  const member = isId(memberId)
    ? await tx.member.findFirst({
        where: { id: memberId, workspaceId, removedAt: null },
        select: { id: true, userId: true, role: true },
      })
    : null;
  if (!member) throw notFound("This person");
  return member;
}

/** @throws AppError RULE when `member` is the only admin: nobody could administer the workspace any more */
async function keepAnAdmin(tx: Transaction, workspaceId: string, member: { id: string; role: Role }) {
  if (member.role !== "ADMIN") return;
  const others = await tx.member.count({
    where: { workspaceId, removedAt: null, role: "ADMIN", id: { not: member.id } },
  });
  if (others === 0)
    throw new AppError("RULE", "This is the only admin of the workspace. Make somebody else an admin first.");
}

/**
 * Changes a person's role in the workspace; a project's own role for them stays. The same role again changes nothing.
 * @throws AppError NOT_FOUND; RULE for the last admin
 */
export function changeMemberRole(
  access: WorkspaceAccess<"workspace:administer">,
  { memberId, role }: { memberId: string; role: Role },
): Promise<void> {
  return writeWorkspace(access, async ({ tx, record }) => {
    const member = await memberIn(tx, access.workspaceId, memberId);
    if (member.role === role) return;
    await keepAnAdmin(tx, access.workspaceId, member);
    await tx.member.update({ where: { id: member.id }, data: { role } });
    record({
      action: "member.role-changed",
      targetType: "member",
      targetId: member.id,
      data: { from: member.role, to: role },
    });
  });
}

/** Links that only a person who leaves has seen: who invites the same people again makes new ones. */
async function revokeInvitationsOf({ tx, now, record }: Write, workspaceId: string, memberId: string) {
  const revoked = await tx.invitation.updateManyAndReturn({
    where: { workspaceId, invitedById: memberId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
    select: { id: true },
  });
  for (const { id } of revoked)
    record({ action: "member.invitation-revoked", targetType: "invitation", targetId: id });
}

/**
 * Takes a person out of the workspace: their sessions and tokens end at once, and so do the invitations they made and
 * their roles in projects, which would else come back with them. What they did stays under their name.
 * @throws AppError NOT_FOUND; RULE for the last admin
 */
export function removeMember(
  access: WorkspaceAccess<"workspace:administer">,
  { memberId }: { memberId: string },
): Promise<void> {
  return writeWorkspace(access, async (write) => {
    const { tx, now, record } = write;
    const { workspaceId } = access;
    const member = await memberIn(tx, workspaceId, memberId);
    await keepAnAdmin(tx, workspaceId, member);
    await tx.member.update({ where: { id: member.id }, data: { removedAt: now } });
    await tx.projectRole.deleteMany({ where: { memberId: member.id } });
    await tx.session.updateMany({
      where: { userId: member.userId, workspaceId, endedAt: null },
      data: { endedAt: now },
    });
    await tx.apiToken.updateMany({
      where: { memberId: member.id, workspaceId, revokedAt: null },
      data: { revokedAt: now },
    });
    await revokeInvitationsOf(write, workspaceId, member.id);
    record({
      action: "member.removed",
      targetType: "member",
      targetId: member.id,
      data: { role: member.role },
    });
  });
}

/**
 * Gives a person another role in one project, or (null) takes it back. The same again changes nothing.
 * @throws AppError NOT_FOUND when the person is not of this workspace
 */
export function setProjectRole(
  access: ProjectAccess<"workspace:administer">,
  { memberId, role }: { memberId: string; role: Role | null },
): Promise<void> {
  return writeProject(access, async ({ tx, record }) => {
    const { projectId } = access;
    const member = await memberIn(tx, access.workspaceId, memberId);
    const key = { projectId_memberId: { projectId, memberId: member.id } };
    const before = await tx.projectRole.findUnique({ where: key });
    if ((before?.role ?? null) === role) return;
    if (role === null) await tx.projectRole.delete({ where: key });
    else
      await tx.projectRole.upsert({
        where: key,
        create: { projectId, memberId: member.id, role },
        update: { role },
      });
    record({
      action: "member.role-changed",
      targetType: "member",
      targetId: member.id,
      phase: "all",
      data: { from: before?.role ?? member.role, to: role ?? member.role, inProject: role !== null },
    });
  });
}
