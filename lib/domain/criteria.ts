import { isAttestation } from "./comparator";
import { type CriterionDetails, type Finding, NO_DETAILS } from "./criterion-finding";
import { judgeNumber } from "./criterion-number";
import { judgeWindow } from "./criterion-window";
import { DAY_MS } from "./days";
import { freshnessOf } from "./freshness";
import { findUnsound } from "./sample-soundness";
import type { CriterionSnapshot, MeasurementSnapshot } from "./snapshot";
import type { CriterionResult, Freshness } from "./words";

/** Clocks differ: a measurement counts from this long before its own time. Further in the future it does not exist yet. */
const CLOCK_SKEW_MS = 5 * 60_000;

export interface CriterionJudgement {
  result: CriterionResult;
  /** one plain sentence: why the result is what it is */
  reason: string;
  /** the newest live measurement; null without any */
  measurement: MeasurementSnapshot | null;
  /** of that measurement; null without any */
  freshness: Freshness | null;
  /** when that measurement lapses, or lapsed; null without any */
  staleAt: Date | null;
  details: CriterionDetails;
}

/** The moment from which a measurement counts. */
export const countsFrom = (measurement: MeasurementSnapshot): Date =>
  new Date(measurement.measuredAt.getTime() - CLOCK_SKEW_MS);

/** The measurements that count now, oldest first: not superseded, and not from the future. */
export const liveMeasurements = (criterion: CriterionSnapshot, now: Date): MeasurementSnapshot[] =>
  criterion.measurements
    .filter(
      ({ supersededById, measuredAt }) =>
        supersededById === null && measuredAt.getTime() - CLOCK_SKEW_MS <= now.getTime(),
    )
    .sort((a, b) => a.measuredAt.getTime() - b.measuredAt.getTime());

/** When a measurement of this criterion lapses: `maximumAgeDays` after it was measured (design 2.1). */
const lapsesAt = (criterion: CriterionSnapshot, measurement: MeasurementSnapshot): Date =>
  new Date(measurement.measuredAt.getTime() + criterion.maximumAgeDays * DAY_MS);

function judgeFresh(
  criterion: CriterionSnapshot,
  samples: MeasurementSnapshot[],
  newest: MeasurementSnapshot,
): Finding {
  if (!Number.isFinite(newest.value)) {
    return { result: "INCONCLUSIVE", reason: "The last measurement is not a number.", details: NO_DETAILS };
  }
  const unsound = isAttestation(criterion) ? null : findUnsound(criterion, samples);
  if (unsound !== null) return unsound;
  const { windowHours } = criterion;
  return windowHours === null || windowHours <= 0
    ? judgeNumber(criterion, newest)
    : judgeWindow(criterion, samples, newest, windowHours);
}

/**
 * Judges a success criterion from its measurements (design 2.1). Only MET passes; whatever is unknown is not MET.
 * Superseded measurements never count, and a newest measurement past its age makes the result STALE whatever it said.
 *
 * @param criterion with its measurements in any order
 */
export function judgeCriterion(criterion: CriterionSnapshot, now: Date): CriterionJudgement {
  const samples = liveMeasurements(criterion, now);
  const newest = samples.at(-1);
  if (newest === undefined) {
    const reason = isAttestation(criterion)
      ? "Nobody has attested this yet."
      : "Nothing has been measured yet.";
    return {
      result: "NO_DATA",
      reason,
      measurement: null,
      freshness: null,
      staleAt: null,
      details: NO_DETAILS,
    };
  }
  const staleAt = lapsesAt(criterion, newest);
  const freshness = freshnessOf(newest.measuredAt, staleAt, now);
  const finding = judgeFresh(criterion, samples, newest);
  const about = { measurement: newest, freshness, staleAt, details: finding.details };
  if (freshness !== "STALE") return { result: finding.result, reason: finding.reason, ...about };
  const what = isAttestation(criterion) ? "The attestation" : "The last measurement";
  const days = criterion.maximumAgeDays;
  return {
    result: "STALE",
    reason: `${what} is older than ${days} ${days === 1 ? "day" : "days"}.`,
    ...about,
  };
}
