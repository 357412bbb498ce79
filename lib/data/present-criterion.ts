import "server-only";
import { judgeCriterion } from "@/lib/domain/criteria";
import type { CriterionView, MeasurementView } from "@/lib/domain/criterion-views";
import type { CriterionRow, MeasurementRow } from "./phase-rows";
import { nameOf, type People } from "./present-checklist";
import { criterionSnapshot } from "./snapshot";

export const measurementViewOf = (
  row: MeasurementRow,
  people: People,
  supersededById: string | null,
): MeasurementView => ({
  id: row.id,
  value: row.value,
  sampleSize: row.sampleSize,
  measuredAt: new Date(row.measuredAt).toISOString(),
  recordedAt: new Date(row.recordedAt).toISOString(),
  source: row.source,
  note: row.note,
  by: nameOf(people, row.byId) ?? "",
  supersededById,
});

export function criterionViewOf(row: CriterionRow, people: People, now: Date): CriterionView {
  const { result, reason, freshness, staleAt, measurement } = judgeCriterion(criterionSnapshot(row), now);
  const latest = (row.measurements ?? []).find(({ id }) => id === measurement?.id);
  return {
    id: row.id,
    key: row.key,
    text: row.text,
    comparator: row.comparator,
    target: row.target,
    unit: row.unit,
    window: row.window,
    windowHours: row.windowHours,
    level: row.level,
    area: row.area,
    minimumSample: row.minimumSample,
    maximumAgeDays: row.maximumAgeDays,
    result,
    reason,
    freshness,
    staleAt: staleAt?.toISOString() ?? null,
    latest: latest ? measurementViewOf(latest, people, null) : null,
    measurementCount: row.measurementCount,
    version: row.version,
  };
}
