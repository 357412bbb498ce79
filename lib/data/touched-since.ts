import "server-only";
import type { ProjectAccess } from "./access";
import type { RowChange } from "./changed-rows";
import type { Transaction } from "./client";

type Found = { id: string; why: string };

/**
 * What people did with the rows that a merge brought, beside editing them: evidence, comments, measurements, sign-offs,
 * decisions, and things put into them.
 *
 * @returns id -> what it has by now
 */
export async function touchedSince(
  { projectId }: ProjectAccess,
  tx: Transaction,
  changes: readonly RowChange[],
): Promise<Map<string, string>> {
  const ids = changes
    .filter(({ before, table }) => before === null && table !== "ConfigurationValue")
    .map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const found = await tx.$queryRaw<Found[]>`
    SELECT coalesce("itemId", "criterionId") AS id, 'it has evidence' AS why FROM "Evidence"
      WHERE "projectId" = ${projectId}::uuid AND coalesce("itemId", "criterionId") = ANY(${ids}::uuid[])
        AND "removedAt" IS NULL
    UNION SELECT coalesce("itemId", "criterionId"), 'it has comments' FROM "Comment"
      WHERE "projectId" = ${projectId}::uuid AND coalesce("itemId", "criterionId") = ANY(${ids}::uuid[])
        AND "removedAt" IS NULL
    UNION SELECT "criterionId", 'it was measured' FROM "Measurement"
      WHERE "projectId" = ${projectId}::uuid AND "criterionId" = ANY(${ids}::uuid[]) AND NOT id = ANY(${ids}::uuid[])
    UNION SELECT "ruleId", 'somebody signed under it' FROM "SignOff"
      WHERE "projectId" = ${projectId}::uuid AND "ruleId" = ANY(${ids}::uuid[])
    UNION SELECT "phaseId", 'somebody signed there' FROM "SignOff"
      WHERE "projectId" = ${projectId}::uuid AND "phaseId" = ANY(${ids}::uuid[])
    UNION SELECT "phaseId", 'its gate was reviewed' FROM "Review"
      WHERE "projectId" = ${projectId}::uuid AND "phaseId" = ANY(${ids}::uuid[])
    UNION SELECT "phaseId", 'its gate was decided' FROM "Decision"
      WHERE "projectId" = ${projectId}::uuid AND "phaseId" = ANY(${ids}::uuid[])
    UNION SELECT holder, 'something was put into it' FROM (
        SELECT id, unnest(ARRAY["sectionId", "phaseId", "parentId"]) AS holder, "archivedAt" FROM "ChecklistItem"
          WHERE "projectId" = ${projectId}::uuid
        UNION ALL SELECT id, "phaseId", "archivedAt" FROM "ChecklistSection" WHERE "projectId" = ${projectId}::uuid
        UNION ALL SELECT id, "phaseId", "archivedAt" FROM "Criterion" WHERE "projectId" = ${projectId}::uuid
        UNION ALL SELECT id, "phaseId", "archivedAt" FROM "SignOffRule" WHERE "projectId" = ${projectId}::uuid
      ) AS held
      WHERE holder = ANY(${ids}::uuid[]) AND "archivedAt" IS NULL
        AND NOT id = ANY(${changes.filter(({ table }) => table !== "ConfigurationValue").map(({ id }) => id)}::uuid[])`;
  return new Map(found.map(({ id, why }) => [id, why]));
}
