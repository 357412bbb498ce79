import "server-only";
import type { PortfolioView } from "@/lib/domain/project-views";
import type { WorkspaceAccess } from "./access";
import { MINE_TO_DECIDE, RUNNING, readerOf } from "./portfolio-reader";
import { statement } from "./statement";

const selectSummary = statement<PortfolioView["summary"]>(`
  SELECT
    (SELECT count(*)::int FROM "Review" v
     JOIN "Project" j ON j.id = v."projectId" AND j."workspaceId" = $1 AND j."archivedAt" IS NULL
     LEFT JOIN "ProjectRole" o ON o."projectId" = j.id AND o."memberId" = $2::uuid
     WHERE ${RUNNING} AND ${MINE_TO_DECIDE} AND ($6::uuid IS NULL OR j.id = $6::uuid)) AS "gatesWaitingForMe",
    (SELECT coalesce(sum(s.blockers), 0)::int FROM "Project" j
     JOIN "Phase" p ON p."projectId" = j.id AND p.status = 'ACTIVE' AND p."archivedAt" IS NULL
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
    (SELECT count(*)::int FROM "Project" j
     JOIN "Phase" p ON p."projectId" = j.id AND p.status = 'ACTIVE' AND p."archivedAt" IS NULL
     LEFT JOIN "PhaseStanding" t ON t."phaseId" = p.id
     JOIN "Criterion" c ON c."phaseId" = p.id AND c."archivedAt" IS NULL
     CROSS JOIN LATERAL (
       SELECT m."measuredAt" + c."maximumAgeDays" * interval '1 day' AS "staleAt" FROM "Measurement" m
       WHERE m."criterionId" = c.id AND m."supersededById" IS NULL ORDER BY m."measuredAt" DESC LIMIT 1) f
     WHERE j."workspaceId" = $1 AND j."archivedAt" IS NULL AND ($6::uuid IS NULL OR j.id = $6::uuid)
       -- a standing that holds for longer has no measurement that goes stale sooner
       AND (t."validUntil" <= $5::timestamptz + interval '7 days' OR t.version IS NULL OR t.version < j."changedIn")
       AND f."staleAt" > $5::timestamptz AND f."staleAt" <= $5::timestamptz + interval '7 days')
      AS "measurementsGoingStale"
  WHERE $3::"Role" IS NOT NULL AND $4::boolean IS NOT NULL`);

/** @param dueUntil last day that counts as due this week @returns the four numbers, blockers as last judged */
export async function loadSummary(
  access: WorkspaceAccess,
  now: Date,
  dueUntil: string,
): Promise<PortfolioView["summary"]> {
  const [row] = await selectSummary([...readerOf(access, now), dueUntil]);
  return (
    row ?? {
      gatesWaitingForMe: 0,
      blockersOnActivePhases: 0,
      myItemsDueThisWeek: 0,
      measurementsGoingStale: 0,
    }
  );
}
