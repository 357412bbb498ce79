import { randomUUID } from "node:crypto";
import { type Actor, hashSecret, newSecret } from "@/lib/data/actor";
import { db } from "@/lib/data/client";
import type { Role } from "@/lib/domain/words";

/** A workspace of its own for one test, with its first member. */
export async function makeWorkspace(name = `Workspace ${randomUUID().slice(0, 8)}`) {
  return db().workspace.create({ data: { name } });
}

/**
 * A person with a role and a live session.
 * @returns the actor as lib/data sees one, and the session cookie's secret
 */
export async function makeMember(
  workspaceId: string,
  role: Role,
  name: string = role.toLowerCase(),
): Promise<{ actor: Actor; secret: string }> {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}.${randomUUID().slice(0, 8)}@example.test`;
  const user = await db().user.create({ data: { email, name, passwordHash: "never matches" } });
  const member = await db().member.create({ data: { workspaceId, userId: user.id, role } });
  const secret = newSecret();
  const session = await db().session.create({
    data: {
      tokenHash: hashSecret(secret),
      userId: user.id,
      workspaceId,
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  });
  return {
    secret,
    actor: {
      userId: user.id,
      memberId: member.id,
      workspaceId,
      name,
      email,
      role,
      via: "session",
      sessionId: session.id,
      onlyProjectId: null,
      tokenName: null,
      timeZone: "UTC",
    },
  };
}
