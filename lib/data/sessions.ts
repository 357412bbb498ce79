import "server-only";
import type { WorkspaceAccess } from "./access";
import { hashSecret, newSecret } from "./actor";
import { db } from "./client";
import { statement } from "./statement";
import { CHANNEL } from "./write";

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

/** Ends sessions and says so on the channel of changes, so that streams they opened end at once and not at their next look. */
const ending = (which: string) =>
  statement<{ count: number }>(`
    WITH ended AS (
      UPDATE "Session" SET "endedAt" = now() WHERE "endedAt" IS NULL AND ${which} RETURNING "workspaceId"
    )
    SELECT count(*)::int AS count, pg_notify('${CHANNEL}', "workspaceId" || ':' || "workspaceId" || ':0')
    FROM ended GROUP BY "workspaceId"`);
const endOf = ending(`"tokenHash" = $1`);
const endOthersOf = ending(`"userId" = $1::uuid AND id IS DISTINCT FROM $2::uuid`);

/** Unscoped: whoever holds the secret may end its session. Ending it twice changes nothing. */
export async function endSessionUnscoped(secret: string): Promise<void> {
  await endOf([hashSecret(secret)]);
}

/** Signs the reader out everywhere but here. @returns how many sessions ended */
export async function endOtherSessions({ actor }: WorkspaceAccess): Promise<number> {
  const ended = await endOthersOf([actor.userId, actor.sessionId]);
  return ended.reduce((sum, { count }) => sum + count, 0);
}
