import "server-only";
import { areaReasons, type GoneRequirement } from "@/lib/domain/area-reasons";
import type { AreasView } from "@/lib/domain/area-views";
import { notFound } from "@/lib/domain/errors";
import { type AreaGrade, changeSince } from "@/lib/domain/readiness";
import type { ScorePart } from "@/lib/domain/score";
import type { ProjectAccess } from "./access";
import { judgeProject } from "./standings";
import { statement } from "./statement";

interface PointRow {
  day: string;
  areas: AreaGrade[];
  parts: ScorePart[];
}

/** The newest point on or before the day, else the oldest there is. */
const selectPoint = statement<PointRow>(`
  SELECT day::text AS day, areas, parts FROM "ScorePoint" WHERE "phaseId" = $1::uuid
  ORDER BY day <= $2::date DESC, CASE WHEN day <= $2::date THEN $2::date - day ELSE day - $2::date END LIMIT 1`);

const selectGone = statement<GoneRequirement>(`
  SELECT i.id, 'item' AS kind, i.title, a.name AS area
  FROM "ChecklistItem" i LEFT JOIN "Area" a ON a.id = i."areaId"
  WHERE i."projectId" = $1::uuid AND i.id = ANY($2::uuid[])
  UNION ALL
  SELECT c.id, 'criterion', c.text, a.name
  FROM "Criterion" c LEFT JOIN "Area" a ON a.id = c."areaId"
  WHERE c."projectId" = $1::uuid AND c.id = ANY($2::uuid[])`);

/**
 * The letter grades of a phase's areas as they stand, held against those of an earlier day, with every requirement that
 * moved them. Where there is no history that far back, the oldest day there is stands in, and is told.
 *
 * @param phase its key
 * @param since "YYYY-MM-DD"
 * @throws AppError NOT_FOUND
 */
export async function getAreas(
  access: ProjectAccess,
  phase: string,
  since: string,
  now: Date,
): Promise<AreasView> {
  const { phases } = await judgeProject(access, now);
  const judged = phases.find(({ snapshot }) => snapshot.key === phase);
  if (!judged) throw notFound("The phase");
  const { snapshot, readiness, requirements } = judged;
  const [point] = await selectPoint([snapshot.id, since]);
  const present = new Set(requirements.map(({ id }) => id));
  const goneIds = (point?.parts ?? []).flatMap(([id]) => (present.has(id) ? [] : [id]));
  const gone = goneIds.length > 0 ? await selectGone([access.projectId, goneIds]) : [];
  const reasons = point ? areaReasons(point.parts, requirements, gone) : new Map();
  return {
    comparedWith: point?.day ?? null,
    areas: changeSince(point?.areas ?? [], readiness.areas).map((change) => ({
      ...change,
      because: reasons.get(change.area) ?? [],
    })),
  };
}
