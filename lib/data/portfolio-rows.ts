import "server-only";
import type { PortfolioView } from "@/lib/domain/project-views";
import type { WorkspaceAccess } from "./access";
import type { PortfolioPlace } from "./portfolio-cursor";
import type { RailSource } from "./project-head";
import { standingHolds } from "./standings";
import { statement } from "./statement";

/** A phase of a project of the list, with its stored standing. */
export interface PortfolioPhase extends RailSource {
  itemsDone: number;
  itemsTotal: number;
  fresh: boolean;
}

/** A project of the list with all that its line shows. */
export interface PortfolioRow {
  id: string;
  slug: string;
  name: string;
  updatedAt: Date;
  phases: PortfolioPhase[];
  /** scores by day, newest last, of the phase being worked, else of the last one */
  trend: number[];
  waitsForDecision: boolean;
  waitsForSignOff: boolean;
  waitsForWaiver: boolean;
}

/**
 * One row for each phase, with its project: PostgreSQL takes longer to build JSON of so many fields than the driver to
 * read them.
 */
interface PhaseOfProject
  extends Omit<PortfolioRow, "phases" | "trend">,
    Omit<PortfolioPhase, "phaseId" | "name"> {
  /** null: a project without phases */
  phaseId: string | null;
  phaseName: string;
  /** only on the phase it belongs to */
  trend: number[] | null;
}

/** Days of history on a line of the list. */
const TREND = 30;

/** The reader's role in a project: $2 is their member id, $3 their role, $4 whether a token caps it. */
const MY_ROLE = `CASE WHEN o.role IS NULL THEN $3::"Role" WHEN $4 THEN LEAST(o.role, $3::"Role") ELSE o.role END`;

/**
 * A running review the reader may decide: a manager who did not request it, and has not signed where four eyes are
 * asked for. It only points the way; the decision itself is checked by lib/domain/decisions.ts.
 */
const MINE_TO_DECIDE = `
  ${MY_ROLE} >= 'MANAGER' AND (v."requestedById" <> $2::uuid OR (
    SELECT count(*) = 1 FROM "Member" m WHERE m."workspaceId" = $1 AND m."removedAt" IS NULL))
  AND NOT (j."fourEyes" AND EXISTS (
    SELECT 1 FROM "SignOff" s WHERE s."phaseId" = v."phaseId" AND s."memberId" = $2::uuid AND s."withdrawnAt" IS NULL))`;

const RUNNING = `v."closedAt" IS NULL AND v."expiresAt" > $5::timestamptz`;

/** A running review with a rule that still needs somebody and lets the reader sign, who has not signed there yet. */
const MINE_TO_SIGN = `
  SELECT 1 FROM "Review" v JOIN "SignOffRule" r ON r."phaseId" = v."phaseId" AND r."archivedAt" IS NULL
  WHERE v."projectId" = j.id AND ${RUNNING}
    AND CASE WHEN EXISTS (SELECT 1 FROM "SignOffRuleMember" n WHERE n."ruleId" = r.id)
      THEN EXISTS (SELECT 1 FROM "SignOffRuleMember" n WHERE n."ruleId" = r.id AND n."memberId" = $2::uuid)
      ELSE ${MY_ROLE} >= r."minimumRole" END
    AND NOT EXISTS (SELECT 1 FROM "SignOff" s WHERE s."phaseId" = v."phaseId" AND s."memberId" = $2::uuid
      AND s."withdrawnAt" IS NULL)
    AND r.minimum > (SELECT count(DISTINCT s."memberId") FROM "SignOff" s
      WHERE s."ruleId" = r.id AND s."withdrawnAt" IS NULL AND s.decision = 'APPROVED')`;

/** A waiver another person asked for, which a manager may answer (lib/domain/waivers.ts). */
const MINE_TO_ANSWER = `
  SELECT 1 FROM "Waiver" w
  JOIN "ChecklistItem" i ON i.id = w."itemId" AND i."archivedAt" IS NULL
    AND i.state IN ('OPEN', 'IN_PROGRESS', 'WAIVED')
  JOIN "ChecklistSection" c ON c.id = i."sectionId" AND c."archivedAt" IS NULL
  WHERE w."projectId" = j.id AND w.state = 'PENDING' AND w."expiresAt" > $5::timestamptz
    AND ${MY_ROLE} >= 'MANAGER' AND w."requestedById" <> $2::uuid`;

const selectPhases = statement<PhaseOfProject>(`
  WITH page AS MATERIALIZED (
    SELECT j.id, j.slug, j.name, j."updatedAt", j."changedIn",
      EXISTS (SELECT 1 FROM "Review" v WHERE v."projectId" = j.id AND ${RUNNING} AND ${MINE_TO_DECIDE})
        AS "waitsForDecision",
      EXISTS (${MINE_TO_SIGN}) AS "waitsForSignOff",
      EXISTS (${MINE_TO_ANSWER}) AS "waitsForWaiver"
    FROM "Project" j LEFT JOIN "ProjectRole" o ON o."projectId" = j.id AND o."memberId" = $2::uuid
    WHERE j."workspaceId" = $1 AND j."archivedAt" IS NULL AND ($6::uuid IS NULL OR j.id = $6::uuid)
      AND ($7::timestamptz IS NULL OR (j."updatedAt", j.id) < ($7::timestamptz, $8::uuid))
    ORDER BY j."updatedAt" DESC, j.id DESC LIMIT $9
  ),
  line AS (
    SELECT j.*, p.position, p.id AS "phaseId", p.key, p.name AS "phaseName", p.status,
      p."plannedOn"::text AS "plannedOn", d.outcome, d.override, to_json(d.at) #>> '{}' AS "decidedAt", s.score,
      coalesce(s."gateStatus", 'BLOCKED') AS "gateStatus", coalesce(s.blockers, 0) AS blockers,
      coalesce(s."itemsDone", 0) AS "itemsDone", coalesce(s."itemsTotal", 0) AS "itemsTotal",
      ${standingHolds("$5")} AS fresh,
      row_number() OVER (PARTITION BY j.id ORDER BY p.status = 'PASSED',
        CASE WHEN p.status = 'PASSED' THEN -p.position ELSE p.position END) = 1 AS worked
    FROM page j
    LEFT JOIN "Phase" p ON p."projectId" = j.id AND p."archivedAt" IS NULL
    LEFT JOIN "PhaseStanding" s ON s."phaseId" = p.id
    LEFT JOIN LATERAL (
      SELECT outcome, override, at FROM "Decision"
      WHERE "phaseId" = p.id AND "supersededById" IS NULL ORDER BY at DESC LIMIT 1) d ON true
  )
  SELECT line.*, CASE WHEN worked THEN (
    SELECT json_agg(c.score ORDER BY c.day) FROM (
      SELECT day, score FROM "ScorePoint" WHERE "phaseId" = line."phaseId" AND score IS NOT NULL
      ORDER BY day DESC LIMIT ${TREND}) c) END AS trend
  FROM line ORDER BY "updatedAt" DESC, id DESC, position`);

const readerOf = ({ workspaceId, actor, role }: WorkspaceAccess, now: Date) => [
  workspaceId,
  actor.memberId,
  role,
  actor.via === "token",
  now,
  actor.onlyProjectId,
];

/** @returns up to `limit` projects, the last changed first, behind `after`; one statement whatever their number */
export async function loadPortfolioRows(
  access: WorkspaceAccess,
  now: Date,
  after: PortfolioPlace | null,
  limit: number,
): Promise<PortfolioRow[]> {
  const rows = await selectPhases([
    ...readerOf(access, now),
    after?.updatedAt ?? null,
    after?.id ?? null,
    limit,
  ]);
  const projects = new Map<string, PortfolioRow>();
  for (const row of rows) {
    const { id, slug, name, updatedAt, waitsForDecision, waitsForSignOff, waitsForWaiver } = row;
    const project = projects.get(id) ?? {
      ...{ id, slug, name, updatedAt, waitsForDecision, waitsForSignOff, waitsForWaiver },
      phases: [],
      trend: [],
    };
    projects.set(id, project);
    const { phaseId } = row;
    if (phaseId !== null) project.phases.push({ ...row, phaseId, name: row.phaseName });
    if (row.trend) project.trend = row.trend;
  }
  return [...projects.values()];
}

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
