import { HOUR_MS } from "./days";
import type { MeasurementSnapshot } from "./snapshot";
import { stretchesOf } from "./window";

/** How much failure a share of time still allows ("99.9% uptime", design 2.1). */
export interface ErrorBudget {
  /** allowed and used share of the window, in percent of it; both rounded to 1/1,000,000 */
  allowedPercent: number;
  usedPercent: number;
  /** share of the budget left, 0 to 1; 0 when overspent */
  left: number;
  /** the same in minutes, when the window has a length: 43.2 of 30 days at 99.9% */
  allowedMinutes: number | null;
  leftMinutes: number | null;
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/**
 * The error budget of a measured share.
 *
 * @param value measured share in percent, 0 to 100
 * @param target asked share in percent, 0 to 100
 * @param windowHours what it is taken over; null when the plan does not say
 */
export function errorBudget(value: number, target: number, windowHours: number | null): ErrorBudget {
  const allowed = round(100 - target);
  const used = round(100 - value);
  const left = allowed > 0 ? Math.max(0, (allowed - used) / allowed) : 0;
  const allowedMinutes = windowHours === null ? null : round((allowed / 100) * windowHours * 60);
  return {
    allowedPercent: allowed,
    usedPercent: used,
    left: round(left),
    allowedMinutes,
    leftMinutes: allowedMinutes === null ? null : round(left * allowedMinutes),
  };
}

/** A share of time put together from samples over a trailing window. */
export interface MeasuredShare {
  /** hours of the window that samples cover, 0 to its length */
  coveredHours: number;
  /** mean of the samples over the covered hours, in percent; null while nothing is covered */
  value: number | null;
  /** the covered hours alone have used up the whole window's budget */
  isExhausted: boolean;
}

/**
 * The mean of samples in percent over the trailing window that ends with the newest one. Each sample speaks for the
 * time since the one before it; time in which samples are missing is not counted.
 *
 * @param samples oldest first
 * @param target asked share in percent
 */
export function measuredShare(
  samples: MeasurementSnapshot[],
  windowHours: number,
  target: number,
): MeasuredShare {
  let covered = 0;
  let weighted = 0;
  for (const stretch of stretchesOf(samples, windowHours).reverse()) {
    if (!stretch.covered) continue;
    const length = Math.min(stretch.length, windowHours * HOUR_MS - covered);
    covered += length;
    weighted += length * stretch.later.value;
    if (covered >= windowHours * HOUR_MS) break;
  }
  const missedHours = (100 * covered - weighted) / HOUR_MS;
  return {
    coveredHours: covered / HOUR_MS,
    value: covered === 0 ? null : round(weighted / covered),
    isExhausted: round(missedHours) > round((100 - target) * windowHours),
  };
}
