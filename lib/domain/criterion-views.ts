import type { Comparator, CriterionResult, Freshness, Level } from "./words";

export interface MeasurementView {
  id: string;
  value: number;
  sampleSize: number | null;
  measuredAt: string;
  recordedAt: string;
  source: string;
  note: string | null;
  by: string;
  supersededById: string | null;
}

export interface CriterionView {
  id: string;
  key: string;
  text: string;
  comparator: Comparator | null;
  target: number | null;
  unit: string | null;
  window: string | null;
  windowHours: number | null;
  level: Level;
  area: string | null;
  minimumSample: number | null;
  maximumAgeDays: number;
  result: CriterionResult;
  /** one sentence: why the result is what it is */
  reason: string;
  freshness: Freshness | null;
  staleAt: string | null;
  latest: MeasurementView | null;
  measurementCount: number;
  version: number;
}
