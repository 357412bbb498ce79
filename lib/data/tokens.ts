import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { TokenView } from "@/lib/domain/member-views";
import { can, isAtLeast } from "@/lib/domain/permissions";
import type { NewTokenInput } from "@/lib/schemas/tokens";
import { isId, type WorkspaceAccess } from "./access";
import { hashSecret, newSecret } from "./actor";
import { db, type Transaction } from "./client";
import { writeWorkspace } from "./write";

const DAY = 24 * 60 * 60 * 1000;
const TOKENS_MAX = 500;
/** "pgt_" and four characters of the secret: enough to tell tokens apart, too few to guess one. */
const HINT_LENGTH = 8;

async function checkProject(tx: Transaction, workspaceId: string, id: string): Promise<void> {
  if ((await tx.project.count({ where: { id, workspaceId } })) === 0) throw notFound("The project");
}

/**
 * Makes a token that acts for the caller, never stronger than they are (design 2.5).
 * @returns the token, shown once and stored only as its hash
 * @throws AppError RULE for a role above the caller's; FORBIDDEN to a token: a leaked one must not renew itself
 */
export function createToken(
  access: WorkspaceAccess<"token:own">,
  { name, role, projectId, days }: NewTokenInput,
): Promise<{ id: string; token: string; expiresAt: string }> {
  return writeWorkspace(access, async ({ tx, now, actor, record }) => {
    if (actor.via === "token")
      throw new AppError("FORBIDDEN", "A token cannot make tokens. Sign in and make one.");
    if (!isAtLeast(access.role, role))
      throw new AppError("RULE", `A token cannot be stronger than you are: at most ${access.role}.`, {
        fields: { role: [`At most ${access.role}.`] },
      });
    const { workspaceId } = access;
    if (projectId) await checkProject(tx, workspaceId, projectId);
    const token = `pgt_${newSecret()}`;
    const expiresAt = new Date(now.getTime() + days * DAY);
    const { id } = await tx.apiToken.create({
      data: {
        workspaceId,
        memberId: actor.memberId,
        createdById: actor.memberId,
        name,
        role,
        projectId,
        tokenHash: hashSecret(token),
        hint: token.slice(0, HINT_LENGTH),
        createdAt: now,
        expiresAt,
      },
      select: { id: true },
    });
    record({
      action: "token.created",
      targetType: "token",
      targetId: id,
      data: { role, projectId, expiresAt: expiresAt.toISOString() },
    });
    return { id, token, expiresAt: expiresAt.toISOString() };
  });
}

/** Whose tokens the caller sees and ends: their own, and everybody's for an admin. */
const within = ({ role, workspaceId, actor }: WorkspaceAccess) => ({
  workspaceId,
  ...(can(role, "workspace:administer") ? {} : { memberId: actor.memberId }),
});

/** @returns the tokens that still work, newest first */
export async function listTokens(access: WorkspaceAccess<"token:own">, now: Date): Promise<TokenView[]> {
  const rows = await db().apiToken.findMany({
    where: { ...within(access), revokedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    take: TOKENS_MAX,
  });
  const { workspaceId, actor } = access;
  const [members, projects] = await Promise.all([
    db().member.findMany({
      where: { workspaceId, id: { in: rows.map((row) => row.memberId) } },
      select: { id: true, user: { select: { name: true } } },
    }),
    db().project.findMany({
      where: { workspaceId, id: { in: rows.flatMap((row) => row.projectId ?? []) } },
      select: { id: true, slug: true, name: true },
    }),
  ]);
  const nameOf = new Map(members.map((member) => [member.id, member.user.name]));
  const projectOf = new Map(projects.map(({ id, slug, name }) => [id, { slug, name }]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    hint: row.hint,
    role: row.role,
    person: nameOf.get(row.memberId) ?? "",
    project: row.projectId ? (projectOf.get(row.projectId) ?? null) : null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    isMine: row.memberId === actor.memberId,
  }));
}

/** Ends a token at once. Doing it twice changes nothing. @throws AppError NOT_FOUND, also for another's token */
export function revokeToken(
  access: WorkspaceAccess<"token:own">,
  { tokenId }: { tokenId: string },
): Promise<void> {
  return writeWorkspace(access, async ({ tx, now, record }) => {
    const token = isId(tokenId)
      ? await tx.apiToken.findFirst({ where: { id: tokenId, ...within(access) } })
      : null;
    if (!token) throw notFound("This token");
    if (token.revokedAt) return;
    await tx.apiToken.update({ where: { id: token.id }, data: { revokedAt: now } });
    record({ action: "token.revoked", targetType: "token", targetId: token.id });
  });
}
