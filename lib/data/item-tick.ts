import "server-only";
import { canonicalEvent } from "@/lib/domain/audit";
import type { ItemState } from "@/lib/domain/words";
import { isId } from "./access";
import { hashSecret } from "./actor";
import type { ItemStateView } from "./item-state-rows";
import { statement } from "./statement";
import { CHANNEL } from "./write";

/**
 * What everybody does all day, in one statement: find the caller, find the item through the caller's workspace, check
 * the role, lock the project, set the state, add the record, chain the audit event, tell the listeners. It does what
 * openProject + setItemState + writeProject do for OPEN, IN_PROGRESS and DONE, which no rule refuses; everything else,
 * every refusal included, is left to them (docs/decisions/0002-data-access.md). lib/data/item-tick.integration.test.ts
 * holds the two paths against each other.
 */
const sqlFor = (caller: string) => `
WITH caller AS (${caller}),
target AS (
  SELECT i.id, i."projectId", c."memberId", c."workspaceId", c.via, LEAST(coalesce(r.role, c.role), c.cap) AS role
  FROM caller c
  JOIN "ChecklistItem" i ON i.id = $2::uuid AND i."archivedAt" IS NULL AND i.state <> $3::"ItemState"
  JOIN "Project" p ON p.id = i."projectId" AND p."workspaceId" = c."workspaceId" AND p."archivedAt" IS NULL
    AND (c."onlyProjectId" IS NULL OR c."onlyProjectId" = p.id)
  LEFT JOIN "ProjectRole" r ON r."projectId" = p.id AND r."memberId" = c."memberId"
),
held AS (
  SELECT p.id, p.version + 1 AS seq, p."auditHash", t."memberId", t."workspaceId", t.via, t.id AS "itemId"
  FROM "Project" p JOIN target t ON t."projectId" = p.id
  WHERE t.role >= 'MEMBER'
  FOR UPDATE OF p
),
item AS (
  UPDATE "ChecklistItem" i SET state = $3::"ItemState", "stateById" = h."memberId", "stateAt" = $4::timestamptz,
    "waiverExpiresAt" = NULL, version = i.version + 1
  FROM held h WHERE i.id = h."itemId" AND i.state <> $3::"ItemState" AND i."archivedAt" IS NULL
  RETURNING i.id, i."phaseId", i.version
),
event AS (
  SELECT h.*, item."phaseId", item.version AS "itemVersion",
    replace(replace(replace(replace($5, '$chain', h.id::text), '$actor', h."memberId"::text),
      '$phase', item."phaseId"::text), '"seq":0', '"seq":' || h.seq) AS canonical
  FROM held h JOIN item ON item.id = h."itemId"
),
hashed AS (SELECT e.*, encode(sha256(convert_to(e."auditHash" || e.canonical, 'UTF8')), 'hex') AS hash FROM event e),
record AS (
  INSERT INTO "ItemStateRecord" ("projectId", "itemId", state, "byId", at)
  SELECT id, "itemId", $3::"ItemState", "memberId", $4::timestamptz FROM hashed
),
audit AS (
  INSERT INTO "AuditEvent" (chain, seq, "workspaceId", "projectId", at, "memberId", via, action, "targetType",
    "targetId", "phaseId", canonical, "previousHash", hash)
  SELECT id, seq, "workspaceId", id, $4::timestamptz, "memberId", via, 'item.state', 'item', "itemId"::text, "phaseId",
    canonical, "auditHash", hash FROM hashed
),
project AS (
  UPDATE "Project" p SET version = h.seq, "changedIn" = h.seq, "auditHash" = h.hash, "updatedAt" = $4::timestamptz
  FROM hashed h WHERE p.id = h.id
)
SELECT "itemVersion" AS version, pg_notify('${CHANNEL}', "workspaceId" || ':' || id || ':' || seq) FROM hashed`;

const SESSION = `
  SELECT m.id AS "memberId", m."workspaceId", m.role, NULL::"Role" AS cap, 'session' AS via, NULL::uuid AS "onlyProjectId"
  FROM "Session" s
  JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
  JOIN "Member" m ON m."userId" = u.id AND m."workspaceId" = s."workspaceId" AND m."removedAt" IS NULL
  WHERE s."tokenHash" = $1 AND s."endedAt" IS NULL AND s."expiresAt" > now()`;

const TOKEN = `
  SELECT m.id AS "memberId", m."workspaceId", LEAST(m.role, t.role) AS role,
    LEAST(m.role, t.role) AS cap, 'token' AS via, t."projectId" AS "onlyProjectId"
  FROM "ApiToken" t
  JOIN "Member" m ON m.id = t."memberId" AND m."removedAt" IS NULL
  JOIN "User" u ON u.id = m."userId" AND u."disabledAt" IS NULL
  WHERE t."tokenHash" = $1 AND t."revokedAt" IS NULL AND t."expiresAt" > now()`;

interface Row {
  version: number;
}

const tick = { session: statement<Row>(sqlFor(SESSION)), token: statement<Row>(sqlFor(TOKEN)) };

const PLAIN: readonly ItemState[] = ["OPEN", "IN_PROGRESS", "DONE"];

/**
 * Unscoped, because the statement itself finds the caller and goes through their workspace.
 *
 * @param secret the session cookie or bearer token as sent
 * @returns the item as it stands; null when this path cannot say: the ordinary one then answers or refuses
 */
export async function tickItemUnscoped(
  via: "session" | "token",
  secret: string,
  itemId: string,
  to: ItemState,
  now: Date,
): Promise<ItemStateView | null> {
  if (!PLAIN.includes(to) || !isId(itemId)) return null;
  const id = itemId.toLowerCase();
  const at = now.toISOString();
  const template = canonicalEvent({
    chain: "$chain",
    seq: 0,
    at,
    actor: "$actor",
    via,
    action: "item.state",
    targetType: "item",
    targetId: id,
    phaseId: "$phase",
    data: { to },
  });
  const [row] = await tick[via]([hashSecret(secret), id, to, at, template]);
  return row ? { id, state: to, version: row.version, changed: true } : null;
}
