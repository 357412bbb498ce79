import "server-only";
import type { PortfolioView } from "@/lib/domain/project-views";
import type { WorkspaceAccess } from "./access";
import { MINE_TO_DECIDE, RUNNING, readerOf } from "./portfolio-reader";
import { earliest, standingHolds } from "./standings";
import { statement } from "./statement";

type PortfolioNumbers = PortfolioView["summary"];

/** The four numbers, and how long they and what waits for the reader are true while nobody changes anything. */
interface SummaryRow extends PortfolioNumbers {
  settled: boolean;
  /** ISO 8601; null: never */
  validUntil: string | null;
}

const WEEK = "interval '7 days'";
const ACTIVE = `"Project" j
     JOIN "Phase" p ON p."projectId" = j.id AND p.status = 'ACTIVE' AND p."archivedAt" IS NULL`;
const STALE_AT = `CROSS JOIN LATERAL (
       SELECT m."measuredAt" + c."maximumAgeDays" * interval '1 day' AS "staleAt" FROM "Measurement" m
       WHERE m."criterionId" = c.id AND m."supersededById" IS NULL ORDER BY m."measuredAt" DESC LIMIT 1) f`;

const selectSummary = statement<SummaryRow>(`
  SELECT
    (SELECT count(*)::int FROM "Review" v
     JOIN "Project" j ON j.id = v."projectId" AND j."workspaceId" = $1 AND j."archivedAt" IS NULL
     LEFT JOIN "ProjectRole" o ON o."projectId" = j.id AND o."memberId" = $2::uuid
     WHERE ${RUNNING} AND ${MINE_TO_DECIDE} AND ($6::uuid IS NULL OR j.id = $6::uuid)) AS "gatesWaitingForMe",
    (SELECT coalesce(sum(s.blockers), 0)::int FROM ${ACTIVE}
     JOIN "PhaseStanding" s ON s."phaseId" = p.id
     WHERE j."workspaceId" = $1 AND j."archivedAt" IS NULL AND ($6::uuid IS NULL OR j.id = $6::uuid))
      AS "blockersOnActivePhases",
    (SELECT count(*)::int FROM "ItemAssignee" n
     JOIN "ChecklistItem" i ON i.id = n."itemId" AND i."archivedAt" IS NULL
       AND i.state IN ('OPEN', 'IN_PROGRESS') AND i."dueOn" <= $7::date
     JOIN "ChecklistSection" c ON c.id = i."sectionId" AND c."archivedAt" IS NULL
     JOIN "Phase" p ON p.id = i."phaseId" AND p."archivedAt" IS NULL
     JOIN "Project" j ON j.id = i."projectId" AND j."workspaceId" = $1 AND j."archivedAt" IS NULL
     WHERE n."memberId" = $2::uuid AND ($6::uuid IS NULL OR j.id = $6::uuid)) AS "myItemsDueThisWeek",
    (SELECT count(*)::int FROM ${ACTIVE}
     LEFT JOIN "PhaseStanding" t ON t."phaseId" = p.id
     JOIN "Criterion" c ON c."phaseId" = p.id AND c."archivedAt" IS NULL
     ${STALE_AT}
     WHERE j."workspaceId" = $1 AND j."archivedAt" IS NULL AND ($6::uuid IS NULL OR j.id = $6::uuid)
       -- a standing that holds for longer has no measurement that goes stale sooner
       AND (t."validUntil" <= $5::timestamptz + ${WEEK} OR t.version IS NULL OR t.version < j."changedIn")
       AND f."staleAt" > $5::timestamptz AND f."staleAt" <= $5::timestamptz + ${WEEK})
      AS "measurementsGoingStale",
    NOT EXISTS (SELECT 1 FROM ${ACTIVE} LEFT JOIN "PhaseStanding" s ON s."phaseId" = p.id
     WHERE j."workspaceId" = $1 AND j."archivedAt" IS NULL AND NOT ${standingHolds("$5")}) AS settled,
    to_json(least(
      (SELECT min(s."validUntil") FROM ${ACTIVE} JOIN "PhaseStanding" s ON s."phaseId" = p.id
       WHERE j."workspaceId" = $1 AND s."validUntil" > $5::timestamptz),
      (SELECT min(v."expiresAt") FROM "Review" v JOIN "Project" j ON j.id = v."projectId" AND j."workspaceId" = $1
       WHERE ${RUNNING}),
      (SELECT min(w."expiresAt") FROM "Waiver" w JOIN "Project" j ON j.id = w."projectId" AND j."workspaceId" = $1
       WHERE w.state = 'PENDING' AND w."expiresAt" > $5::timestamptz),
      (SELECT min(CASE WHEN f."staleAt" - ${WEEK} > $5::timestamptz THEN f."staleAt" - ${WEEK} ELSE f."staleAt" END)
       FROM ${ACTIVE} JOIN "Criterion" c ON c."phaseId" = p.id AND c."archivedAt" IS NULL ${STALE_AT}
       WHERE j."workspaceId" = $1 AND f."staleAt" > $5::timestamptz)
    )) #>> '{}' AS "validUntil"
  WHERE $3::"Role" IS NOT NULL AND $4::boolean IS NOT NULL`);

export interface Summary {
  numbers: PortfolioNumbers;
  /** every active phase was judged as it is, so that the stored blockers are the true ones */
  settled: boolean;
  /** from this moment on time alone may have changed them, or what waits for the reader */
  validUntil: Date | null;
}

/**
 * @param dueUntil last day that counts as due this week
 * @param dayEndsAt when that day moves on
 * @returns the four numbers, blockers as last judged
 */
export async function loadSummary(
  access: WorkspaceAccess,
  now: Date,
  dueUntil: string,
  dayEndsAt: Date,
): Promise<Summary> {
  const [row] = await selectSummary([...readerOf(access, now), dueUntil]);
  if (!row) throw new Error("A statement without a table to read from gave no row.");
  const { settled, validUntil, ...numbers } = row;
  return {
    numbers,
    settled,
    validUntil: earliest([validUntil === null ? null : new Date(validUntil), dayEndsAt]),
  };
}
