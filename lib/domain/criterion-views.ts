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

/** What people sign for, and an edit may change. */
export interface CriterionDefinition {
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
}

export interface CriterionView extends CriterionDefinition {
  id: string;
  key: string;
  result: CriterionResult;
  /** one sentence: why the result is what it is */
  reason: string;
  freshness: Freshness | null;
  staleAt: string | null;
  latest: MeasurementView | null;
  measurementCount: number;
  version: number;
}
