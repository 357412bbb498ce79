import { countsFrom, lapsesAt, liveMeasurements } from "./criteria";
import { endOfDay } from "./days";
import { graceEndsAt } from "./lapses";
import type { PhaseSnapshot } from "./snapshot";

/**
 * The earliest moment after `now` at which time alone could change the readiness, the gate's status or its blockers: a
 * measurement going stale or beginning to count, a waiver or a review expiring, a condition's due day or a grace time
 * ending. Until just before it, a judgement made at `now` holds; from it on, judge again. Changes of earlier gates are
 * not seen from here: take the earliest of this and of the phases before.
 *
 * @returns null when time alone changes nothing any more
 */
export function nextChangeAt(snapshot: PhaseSnapshot, now: Date): Date | null {
  const ofCriteria = snapshot.criteria.flatMap((criterion) => {
    const newest = liveMeasurements(criterion, now).at(-1);
    const begins = criterion.measurements.filter((m) => m.supersededById === null).map(countsFrom);
    return newest === undefined ? begins : [...begins, lapsesAt(criterion, newest)];
  });
  const ofWaivers = snapshot.items.flatMap(({ state, waiverExpiresAt }) =>
    state === "WAIVED" && waiverExpiresAt !== null ? [waiverExpiresAt] : [],
  );
  const ofConditions = snapshot.conditions.flatMap(({ met, dueOn }) => (met ? [] : [endOfDay(dueOn)]));
  const ofReview = snapshot.review === null ? [] : [snapshot.review.expiresAt];
  const graceEnd = graceEndsAt(snapshot, now);
  const all = [
    ...ofCriteria,
    ...ofWaivers,
    ...ofConditions,
    ...ofReview,
    ...(graceEnd === null ? [] : [graceEnd]),
  ];
  const future = all.map((moment) => moment.getTime()).filter((moment) => moment > now.getTime());
  return future.length === 0 ? null : new Date(future.reduce((a, b) => Math.min(a, b)));
}
