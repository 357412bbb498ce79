import "server-only";
import { areaReasons, areasThen, type GoneRequirement } from "@/lib/domain/area-reasons";
import type { AreasView } from "@/lib/domain/area-views";
import { notFound } from "@/lib/domain/errors";
import { type AreaGrade, areasOf, changeSince } from "@/lib/domain/readiness";
import type { ScorePart } from "@/lib/domain/score";
import type { ProjectAccess } from "./access";
import { phaseKeyOf } from "./phase-reference";
import { judgeProject } from "./standings";
import { statement } from "./statement";

interface PointRow {
  day: string;
  areas: AreaGrade[];
  parts: ScorePart[];
}

/** Of each phase the newest point on or before the day, else the oldest there is. */
const selectPoints = statement<PointRow>(`
  SELECT DISTINCT ON ("phaseId") day::text AS day, areas, parts FROM "ScorePoint" WHERE "phaseId" = ANY($1::uuid[])
  ORDER BY "phaseId", day <= $2::date DESC, CASE WHEN day <= $2::date THEN $2::date - day ELSE day - $2::date END`);

const selectGone = statement<GoneRequirement>(`
  SELECT i.id, 'item' AS kind, i.title, a.name AS area
  FROM "ChecklistItem" i LEFT JOIN "Area" a ON a.id = i."areaId"
  WHERE i."projectId" = $1::uuid AND i.id = ANY($2::uuid[])
  UNION ALL
  SELECT c.id, 'criterion', c.text, a.name
  FROM "Criterion" c LEFT JOIN "Area" a ON a.id = c."areaId"
  WHERE c."projectId" = $1::uuid AND c.id = ANY($2::uuid[])`);

/**
 * The letter grades of the areas of a phase, or of all phases together, as they stand, held against those of an earlier
 * day, with every requirement that moved them. Where there is no history that far back, the oldest day there is stands
 * in, and is told.
 *
 * @param phase its key or id; null: the whole project, whose earlier grades are told by the areas of today
 * @param since "YYYY-MM-DD"
 * @throws AppError NOT_FOUND
 */
export async function getAreas(
  access: ProjectAccess,
  phase: string | null,
  since: string,
  now: Date,
): Promise<AreasView> {
  const { phases } = await judgeProject(access, now);
  const key = phase === null ? null : await phaseKeyOf(access, phase);
  const judged = key === null ? phases : phases.filter(({ snapshot }) => snapshot.key === key);
  if (key !== null && judged.length === 0) throw notFound("The phase");
  const requirements = judged.flatMap((each) => each.requirements);
  const points = await selectPoints([judged.map(({ snapshot }) => snapshot.id), since]);
  const parts = points.flatMap((point) => point.parts);
  const present = new Set(requirements.map(({ id }) => id));
  const goneIds = parts.flatMap(([id]) => (present.has(id) ? [] : [id]));
  const gone = goneIds.length > 0 ? await selectGone([access.projectId, goneIds]) : [];
  const reasons = points.length > 0 ? areaReasons(parts, requirements, gone) : new Map();
  const before = phase === null ? areasThen(parts, [...requirements, ...gone]) : (points[0]?.areas ?? []);
  return {
    // What stood on the last of these days is what stood on the day that was asked for.
    comparedWith:
      points
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? null,
    areas: changeSince(before, areasOf(requirements)).map((change) => ({
      ...change,
      because: reasons.get(change.area) ?? [],
    })),
  };
}
