import "server-only";
import { addDays, dayOf } from "@/lib/domain/days";
import { readinessOf, splitChange } from "@/lib/domain/readiness";
import type { Requirement } from "@/lib/domain/requirements";
import type { ScorePart } from "@/lib/domain/score";
import { db } from "./client";
import { jsonOf } from "./json";
import { refreshProjectUnscoped } from "./refresher";
import { judgeProjectUnscoped } from "./standings";

/** How far back the demo's people are said to have begun. */
const DAYS = 13;

/** As it stood before: what was done later than on `day` is not done yet. */
const asOn = (requirements: Requirement[], day: number): Requirement[] => {
  const earned = requirements.filter((requirement) => (requirement.credit ?? 0) > 0);
  const doneOn = new Map(
    earned.map(({ id }, index) => [id, Math.floor(((index + 1) * DAYS) / earned.length)]),
  );
  return requirements.map((requirement) =>
    (doneOn.get(requirement.id) ?? 0) > day ? { ...requirement, credit: 0, satisfied: false } : requirement,
  );
};

/**
 * Unscoped: only for the demo, whose projects are a minute old. Gives each phase that was worked a history of points
 * as if the work had been done day by day. Points are derived and not audited; records and events keep their true time.
 */
export async function fillHistoryUnscoped(projectId: string, now: Date): Promise<void> {
  const { phases } = await judgeProjectUnscoped(projectId, now);
  const today = dayOf(now);
  for (const { snapshot, requirements } of phases) {
    if (!requirements.some((requirement) => (requirement.credit ?? 0) > 0)) continue;
    let previous: ScorePart[] | null = null;
    const points = Array.from({ length: DAYS }, (_, day) => {
      const { score, parts, areas, formulaVersion } = readinessOf(snapshot, now, asOn(requirements, day));
      const { work, scope } = previous ? splitChange(previous, parts) : { work: 0, scope: 0 };
      const moved = previous === null || work !== 0 || scope !== 0;
      previous = parts;
      return {
        moved,
        row: {
          phaseId: snapshot.id,
          day: new Date(`${addDays(today, day - DAYS)}T00:00:00Z`),
          score,
          formulaVersion,
          parts: jsonOf(parts),
          areas: jsonOf(areas),
          workDelta: work,
          scopeDelta: scope,
        },
      };
    });
    const data = points.filter(({ moved }) => moved).map(({ row }) => row);
    await db().scorePoint.createMany({ data, skipDuplicates: true });
  }
  await refreshProjectUnscoped(projectId, now);
}
