import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { InvitationView, OpenInvitation } from "@/lib/domain/member-views";
import type { Role } from "@/lib/domain/words";
import type { InviteInput } from "@/lib/schemas/members";
import { isId, type WorkspaceAccess } from "./access";
import { type Actor, hashSecret, newSecret } from "./actor";
import { db, type Transaction } from "./client";
import { isUniqueViolation, writeWorkspace, writeWorkspaceChain } from "./write";

const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000;
const INVITATIONS_MAX = 200;

const stillOpen = (now: Date) => ({ usedAt: null, revokedAt: null, expiresAt: { gt: now } });

/**
 * Invites a person. A second invitation to the same address takes the place of the first.
 * @returns the secret of the one-time link, shown once and stored only as its hash
 * @throws AppError CONFLICT when the address belongs to a member already
 */
export function inviteMember(
  access: WorkspaceAccess<"workspace:administer">,
  { name, email, role }: InviteInput,
): Promise<{ id: string; token: string; expiresAt: string }> {
  return writeWorkspace(access, async ({ tx, now, actor, record }) => {
    const { workspaceId } = access;
    const taken = await tx.member.count({ where: { workspaceId, removedAt: null, user: { email } } });
    if (taken > 0)
      throw new AppError("CONFLICT", `${email} is a member of this workspace already.`, {
        fields: { email: ["This person is a member already."] },
      });
    await tx.invitation.updateMany({
      where: { workspaceId, email, ...stillOpen(now) },
      data: { revokedAt: now },
    });
    const token = newSecret();
    const expiresAt = new Date(now.getTime() + SEVEN_DAYS);
    const { id } = await tx.invitation.create({
      data: {
        workspaceId,
        tokenHash: hashSecret(token),
        email,
        name,
        role,
        invitedById: actor.memberId,
        createdAt: now,
        expiresAt,
      },
      select: { id: true },
    });
    record({ action: "member.invited", targetType: "invitation", targetId: id, data: { role } });
    return { id, token, expiresAt: expiresAt.toISOString() };
  });
}

/** @returns the invitations that can still be used, newest first */
export async function listInvitations(
  access: WorkspaceAccess<"workspace:administer">,
  now: Date,
): Promise<InvitationView[]> {
  const { workspaceId } = access;
  const rows = await db().invitation.findMany({
    where: { workspaceId, ...stillOpen(now) },
    orderBy: { createdAt: "desc" },
    take: INVITATIONS_MAX,
  });
  const inviters = await db().member.findMany({
    where: { workspaceId, id: { in: rows.map((row) => row.invitedById) } },
    select: { id: true, user: { select: { name: true } } },
  });
  const nameOf = new Map(inviters.map((member) => [member.id, member.user.name]));
  return rows.map(({ id, name, email, role, invitedById, expiresAt }) => ({
    id,
    name,
    email,
    role,
    invitedBy: nameOf.get(invitedById) ?? "somebody who left",
    expiresAt: expiresAt.toISOString(),
  }));
}

/** Makes a link useless. Doing it twice changes nothing. @throws AppError NOT_FOUND */
export function revokeInvitation(
  access: WorkspaceAccess<"workspace:administer">,
  { invitationId }: { invitationId: string },
): Promise<void> {
  return writeWorkspace(access, async ({ tx, now, record }) => {
    const where = { id: invitationId, workspaceId: access.workspaceId };
    const invitation = isId(invitationId) ? await tx.invitation.findFirst({ where }) : null;
    if (!invitation) throw notFound("This invitation");
    if (invitation.usedAt) throw new AppError("CONFLICT", "This invitation has been used already.");
    if (invitation.revokedAt) return;
    await tx.invitation.update({ where: { id: invitation.id }, data: { revokedAt: now } });
    record({ action: "member.invitation-revoked", targetType: "invitation", targetId: invitation.id });
  });
}

const unusable = () =>
  new AppError(
    "NOT_FOUND",
    "This invitation cannot be used: it is unknown, expired, or was withdrawn. Ask for a new link.",
  );

/** Unscoped: whoever holds the link. Null when it cannot be used. */
export async function findInvitationUnscoped(token: string, now: Date): Promise<OpenInvitation | null> {
  const row = await db().invitation.findFirst({
    where: { tokenHash: hashSecret(token), ...stillOpen(now) },
    select: { name: true, email: true, role: true, workspace: { select: { name: true } } },
  });
  return row && { workspace: row.workspace.name, name: row.name, email: row.email, role: row.role };
}

/** Marks the link used. Two at once: the row's lock lets one of them find it open. */
async function consume(tx: Transaction, token: string, now: Date) {
  const tokenHash = hashSecret(token);
  const { count } = await tx.invitation.updateMany({
    where: { tokenHash, ...stillOpen(now) },
    data: { usedAt: now },
  });
  const invitation = await tx.invitation.findUnique({ where: { tokenHash } });
  if (invitation && count === 1) return invitation;
  if (invitation?.usedAt)
    throw new AppError("CONFLICT", "This invitation has just been used. Sign in instead.");
  throw unusable();
}

interface Joining {
  name: string;
  email: string;
  passwordHash: string;
}

/** A person who was removed keeps their user row: they come back to it with the password they choose now. */
async function userFor(tx: Transaction, { name, email, passwordHash }: Joining) {
  const known = await tx.user.findUnique({
    where: { email },
    select: { id: true, disabledAt: true, members: { where: { removedAt: null }, select: { id: true } } },
  });
  if (!known) return tx.user.create({ data: { name, email, passwordHash }, select: { id: true } });
  if (known.members.length > 0 || known.disabledAt)
    throw new AppError("CONFLICT", "This address has an account here already. Sign in with it.");
  return tx.user.update({ where: { id: known.id }, data: { name, passwordHash }, select: { id: true } });
}

async function memberFor(tx: Transaction, workspaceId: string, userId: string, role: Role) {
  return tx.member.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: { workspaceId, userId, role },
    update: { role, removedAt: null },
    select: { id: true },
  });
}

/**
 * Unscoped: whoever holds the link. Makes the person and the membership and marks the link used, in one transaction.
 * @returns the address to sign in with
 * @throws AppError NOT_FOUND for an unusable link; CONFLICT when it was used, or the address has an account
 */
export async function acceptInvitationUnscoped(input: {
  token: string;
  name: string;
  passwordHash: string;
}): Promise<{ email: string }> {
  try {
    return await db().$transaction(async (tx) => {
      const invitation = await consume(tx, input.token, new Date());
      const { workspaceId, email, role } = invitation;
      const user = await userFor(tx, { name: input.name, email, passwordHash: input.passwordHash });
      const member = await memberFor(tx, workspaceId, user.id, role);
      const actor: Actor = {
        userId: user.id,
        memberId: member.id,
        workspaceId,
        name: input.name,
        email,
        role,
        via: "session",
        sessionId: null,
        onlyProjectId: null,
        tokenName: null,
        timeZone: "UTC",
      };
      return writeWorkspaceChain(tx, actor, workspaceId, async ({ record }) => {
        record({
          action: "member.joined",
          targetType: "member",
          targetId: member.id,
          data: { role, invitation: invitation.id },
        });
        return { email };
      });
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError("CONFLICT", "This address has an account here already. Sign in with it.");
    throw error;
  }
}
