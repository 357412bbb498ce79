import { endOfDay, startOfDay } from "./days";
import type { Freshness } from "./words";

/** The last fifth of a life is AGING (design 2.1). */
const AGING_SHARE = 0.2;

/** The moment from which something that holds from `from` until just before `until` is AGING. */
export const agesAt = (from: Date, until: Date): Date =>
  new Date(until.getTime() - (until.getTime() - from.getTime()) * AGING_SHARE);

/**
 * How fresh something is that holds from `from` until just before `until` (design 2.1).
 *
 * @param until null for something that never expires; at that very moment it is STALE
 */
export function freshnessOf(from: Date, until: Date | null, now: Date): Freshness {
  if (until === null) return "FRESH";
  if (now >= until) return "STALE";
  return now >= agesAt(from, until) ? "AGING" : "FRESH";
}

/**
 * Freshness of a piece of evidence (design 2.1). It holds to the end of its last day, in UTC; without an expiry it
 * never ages, and before its effective day it has not begun to.
 *
 * @param evidence days written "YYYY-MM-DD"
 */
export function evidenceFreshness(
  evidence: { effectiveOn: string; expiresOn: string | null },
  now: Date,
): Freshness {
  const until = evidence.expiresOn === null ? null : endOfDay(evidence.expiresOn);
  return freshnessOf(startOfDay(evidence.effectiveOn), until, now);
}
