import "server-only";
import type { ReadinessView } from "@/lib/domain/phase-views";
import { type AreaGrade, changeSince, type Readiness } from "@/lib/domain/readiness";
import type { ProjectAccess } from "./access";
import { statement } from "./statement";

export interface TrendPoint {
  day: string;
  score: number | null;
  workDelta: number;
  scopeDelta: number;
  /** only on the oldest point in reach: what the areas' change is told since */
  areas: AreaGrade[] | null;
}

const DAYS = 30;

const selectTrend = statement<TrendPoint>(`
  SELECT day::text AS day, score, "workDelta", "scopeDelta",
         CASE WHEN row_number() OVER (ORDER BY day) = 1 THEN areas END AS areas
  FROM "ScorePoint" JOIN "Phase" p ON p.id = "phaseId"
  WHERE p."projectId" = $1::uuid AND p.key = $2 AND day >= current_date - ${DAYS} ORDER BY day`);

/** The phase's points of the last 30 days, oldest first. */
export const loadTrend = (access: ProjectAccess, phaseKey: string): Promise<TrendPoint[]> =>
  selectTrend([access.projectId, phaseKey]);

export function readinessViewOf(readiness: Readiness, trend: TrendPoint[]): ReadinessView {
  const before = trend[0]?.areas ?? [];
  const changes = new Map(changeSince(before, readiness.areas).map(({ area, change }) => [area, change]));
  return {
    score: readiness.score,
    losses: readiness.losses,
    areas: readiness.areas.map((area) => ({ ...area, change: changes.get(area.area) ?? null })),
    notApplicableShare: readiness.notApplicableShare,
    itemsDone: readiness.itemsDone,
    itemsTotal: readiness.itemsTotal,
    criteriaMet: readiness.criteriaMet,
    criteriaTotal: readiness.criteriaTotal,
    trend: trend.map(({ day, score, workDelta, scopeDelta }) => ({ day, score, workDelta, scopeDelta })),
  };
}
