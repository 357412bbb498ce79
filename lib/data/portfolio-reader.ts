import "server-only";
import type { WorkspaceAccess } from "./access";

/*
 * What a statement of the portfolio asks about its reader. Every one takes the same first parameters: $1 workspace,
 * $2 member, $3 role, $4 whether a token caps the role, $5 now, $6 the only project a token is for.
 */

export const readerOf = ({ workspaceId, actor, role }: WorkspaceAccess, now: Date) => [
  workspaceId,
  actor.memberId,
  role,
  actor.via === "token",
  now,
  actor.onlyProjectId,
];

/** The reader's role in a project: by their own override where there is one. */
export const MY_ROLE = `CASE WHEN o.role IS NULL THEN $3::"Role" WHEN $4 THEN LEAST(o.role, $3::"Role") ELSE o.role END`;

/**
 * A running review the reader may decide: a manager who did not request it, and has not signed where four eyes are
 * asked for. It only points the way; the decision itself is checked by lib/domain/decisions.ts.
 */
export const MINE_TO_DECIDE = `
  ${MY_ROLE} >= 'MANAGER' AND (v."requestedById" <> $2::uuid OR (
    SELECT count(*) = 1 FROM "Member" m WHERE m."workspaceId" = $1 AND m."removedAt" IS NULL))
  AND NOT (j."fourEyes" AND EXISTS (
    SELECT 1 FROM "SignOff" s WHERE s."phaseId" = v."phaseId" AND s."memberId" = $2::uuid AND s."withdrawnAt" IS NULL))`;

export const RUNNING = `v."closedAt" IS NULL AND v."expiresAt" > $5::timestamptz`;
