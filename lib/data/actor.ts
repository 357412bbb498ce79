import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { weakerRole } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/words";
import { statement } from "./statement";

/** Who is calling, as the database says at this moment. A role is read here and never trusted from a cookie. */
export interface Actor {
  userId: string;
  memberId: string;
  workspaceId: string;
  name: string;
  email: string;
  /** the member's role, or the weaker one of the token */
  role: Role;
  via: "session" | "token" | "cli";
  /** the session row, for actors of a browser */
  sessionId: string | null;
  /** a token may be limited to one project */
  onlyProjectId: string | null;
  /** name of the token, shown as the source of what it records */
  tokenName: string | null;
  timeZone: string;
}

/** Opaque secrets (session cookies, API tokens, invitations) are random and stored only as this hash. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** A new opaque secret with 256 bits, safe in a URL. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export interface SessionRow {
  sessionId: string;
  userId: string;
  memberId: string;
  workspaceId: string;
  name: string;
  email: string;
  role: Role;
  timeZone: string;
}

/** The person of a session "s": columns, tables and the condition under which it holds; $1 is the hash of its secret. */
export const SESSION = {
  columns: `s.id AS "sessionId", u.id AS "userId", m.id AS "memberId", m."workspaceId", u.name, u.email, m.role,
    u."timeZone"`,
  from: `"Session" s
    JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
    JOIN "Member" m ON m."userId" = u.id AND m."workspaceId" = s."workspaceId" AND m."removedAt" IS NULL`,
  holds: `s."tokenHash" = $1 AND s."endedAt" IS NULL AND s."expiresAt" > now()`,
} as const;

const selectSession = statement<SessionRow>(
  `SELECT ${SESSION.columns} FROM ${SESSION.from} WHERE ${SESSION.holds}`,
);

export const actorOfSession = ({
  sessionId,
  userId,
  memberId,
  workspaceId,
  name,
  email,
  role,
  timeZone,
}: SessionRow): Actor => ({
  ...{ sessionId, userId, memberId, workspaceId, name, email, role, timeZone },
  via: "session",
  onlyProjectId: null,
  tokenName: null,
});

/** Unscoped: the first look at a caller. Null when the session ended, expired, or its member is gone. */
export async function findSessionActorUnscoped(cookie: string): Promise<Actor | null> {
  const [row] = await selectSession([hashSecret(cookie)]);
  return row ? actorOfSession(row) : null;
}

interface TokenRow extends Omit<SessionRow, "sessionId"> {
  tokenRole: Role;
  onlyProjectId: string | null;
  tokenName: string;
}

const selectToken = statement<TokenRow>(`
  WITH token AS (
    UPDATE "ApiToken" SET "lastUsedAt" = now()
    WHERE "tokenHash" = $1 AND ("lastUsedAt" IS NULL OR "lastUsedAt" < now() - interval '1 minute')
      AND "revokedAt" IS NULL AND "expiresAt" > now()
  )
  SELECT u.id AS "userId", m.id AS "memberId", m."workspaceId", u.name, u.email, m.role, t.role AS "tokenRole",
         t."projectId" AS "onlyProjectId", t.name AS "tokenName", u."timeZone"
  FROM "ApiToken" t
  JOIN "Member" m ON m.id = t."memberId" AND m."removedAt" IS NULL
  JOIN "User" u ON u.id = m."userId" AND u."disabledAt" IS NULL
  WHERE t."tokenHash" = $1 AND t."revokedAt" IS NULL AND t."expiresAt" > now()`);

/** Unscoped: the first look at a caller with a bearer token. Null when it is unknown, revoked or expired. */
export async function findTokenActorUnscoped(token: string): Promise<Actor | null> {
  const [row] = await selectToken([hashSecret(token)]);
  if (!row) return null;
  const { tokenRole, ...rest } = row;
  return { ...rest, role: weakerRole(row.role, tokenRole), via: "token", sessionId: null };
}

interface MemberRow extends Omit<SessionRow, "sessionId"> {}

const selectMember = statement<MemberRow>(`
  SELECT u.id AS "userId", m.id AS "memberId", m."workspaceId", u.name, u.email, m.role, u."timeZone"
  FROM "Member" m JOIN "User" u ON u.id = m."userId" AND u."disabledAt" IS NULL
  WHERE m."removedAt" IS NULL AND ($1::text IS NULL OR u.email = lower($1))
  ORDER BY m.role DESC, m."createdAt" LIMIT 1`);

/**
 * Unscoped: the person the command line acts for. Whoever runs it holds the database's password already.
 * @param email null takes the strongest and oldest member: the owner
 */
export async function findCliActorUnscoped(email: string | null): Promise<Actor | null> {
  const [row] = await selectMember([email]);
  return row ? { ...row, via: "cli", sessionId: null, onlyProjectId: null, tokenName: null } : null;
}
