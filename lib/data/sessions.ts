import "server-only";
import { hashSecret, newSecret } from "./actor";
import { db } from "./client";

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;

/**
 * Unscoped: called after a password was found right.
 * @returns the opaque secret for the cookie; null when the person is a member of no workspace any more
 */
export async function startSessionUnscoped(userId: string, userAgent: string): Promise<string | null> {
  const member = await db().member.findFirst({
    where: { userId, removedAt: null },
    orderBy: { createdAt: "asc" },
    select: { workspaceId: true },
  });
  if (!member) return null;
  const secret = newSecret();
  await db().session.create({
    data: {
      tokenHash: hashSecret(secret),
      userId,
      workspaceId: member.workspaceId,
      expiresAt: new Date(Date.now() + THIRTY_DAYS),
      userAgent: userAgent.slice(0, 300),
    },
  });
  return secret;
}

/** Unscoped: whoever holds the secret may end its session. Ending it twice changes nothing. */
export async function endSessionUnscoped(secret: string): Promise<void> {
  await db().session.updateMany({
    where: { tokenHash: hashSecret(secret), endedAt: null },
    data: { endedAt: new Date() },
  });
}
