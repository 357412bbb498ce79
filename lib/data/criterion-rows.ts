import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Comparator } from "@/lib/domain/words";
import type { ProjectAccess } from "./access";
import { db } from "./client";
import type { CriterionRow } from "./phase-rows";

/** As lib/data/phase-rows.ts takes them, so that a criterion is judged the same on its own page and on its phase's. */
const MEASUREMENTS = { newest: 5, window: 500 };

const include = {
  area: { select: { name: true } },
  measurements: {
    where: { supersededById: null },
    orderBy: [{ measuredAt: "desc" }, { recordedAt: "desc" }],
    take: MEASUREMENTS.window,
  },
  _count: { select: { measurements: true } },
} satisfies Prisma.CriterionInclude;

/** Criteria of the project in order, as the presenters and rules take them. At most 500. */
export async function loadCriterionRows(
  access: ProjectAccess,
  where: { id: string } | { phaseId: null; archivedAt: null },
): Promise<(CriterionRow & { archivedAt: Date | null })[]> {
  const rows = await db().criterion.findMany({
    where: { ...where, projectId: access.projectId },
    include,
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 500,
  });
  return rows.map(({ area, measurements, _count, comparator, ...row }) => ({
    ...row,
    // The column is text; every writer goes through the schema's list of comparators.
    comparator: comparator as Comparator | null,
    area: area?.name ?? null,
    measurementCount: _count.measurements,
    measurements: measurements
      .slice(0, row.windowHours === null ? MEASUREMENTS.newest : MEASUREMENTS.window)
      .map((measurement) => ({
        ...measurement,
        measuredAt: measurement.measuredAt.toISOString(),
        recordedAt: measurement.recordedAt.toISOString(),
      })),
  }));
}
