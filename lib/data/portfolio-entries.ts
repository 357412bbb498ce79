import "server-only";
import type { WorkspaceAccess } from "./access";
import type { PortfolioPlace } from "./portfolio-cursor";
import { MINE_TO_DECIDE, MY_ROLE, RUNNING, readerOf } from "./portfolio-reader";
import { statement } from "./statement";

/** A project of the list, with what waits for the reader there. */
export interface PortfolioEntry {
  id: string;
  slug: string;
  name: string;
  updatedAt: Date;
  version: number;
  waitsForDecision: boolean;
  waitsForSignOff: boolean;
  waitsForWaiver: boolean;
}

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

const selectEntries = statement<PortfolioEntry>(`
  SELECT j.id, j.slug, j.name, j."updatedAt", j.version,
    EXISTS (SELECT 1 FROM "Review" v WHERE v."projectId" = j.id AND ${RUNNING} AND ${MINE_TO_DECIDE})
      AS "waitsForDecision",
    EXISTS (${MINE_TO_SIGN}) AS "waitsForSignOff",
    EXISTS (${MINE_TO_ANSWER}) AS "waitsForWaiver"
  FROM "Project" j LEFT JOIN "ProjectRole" o ON o."projectId" = j.id AND o."memberId" = $2::uuid
  WHERE j."workspaceId" = $1 AND j."archivedAt" IS NULL AND ($6::uuid IS NULL OR j.id = $6::uuid)
    AND ($7::timestamptz IS NULL OR (j."updatedAt", j.id) < ($7::timestamptz, $8::uuid))
  ORDER BY j."updatedAt" DESC, j.id DESC LIMIT $9`);

/** @returns up to `limit` projects, the last changed first, behind `after` */
export const loadPortfolioEntries = (
  access: WorkspaceAccess,
  now: Date,
  after: PortfolioPlace | null,
  limit: number,
): Promise<PortfolioEntry[]> =>
  selectEntries([...readerOf(access, now), after?.updatedAt ?? null, after?.id ?? null, limit]);
