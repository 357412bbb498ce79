import { countsFrom } from "./criteria";
import { endOfDay } from "./days";
import { policyInForce } from "./gates";
import { graceEndsAt, lapsesOf } from "./lapses";
import { type Requirement, requirementsOf } from "./requirements";
import { acceptanceEnds } from "./risks";
import { secretDeadlines } from "./secrets";
import type { PhaseSnapshot } from "./snapshot";

/**
 * The earliest moment after `now` at which time alone could change the readiness, the gate's status or its blockers: a
 * measurement going stale or beginning to count, a waiver, a review or the acceptance of a risk
 * expiring, a secret's or a condition's due day or a grace time
 * ending. Until just before it, a judgement made at `now` holds; from it on, judge again. Changes of earlier gates are
 * not seen from here: take the earliest of this and of the phases before.
 *
 * @param requirements of the same snapshot and time, from a caller who has them
 * @returns null when time alone changes nothing any more
 */
export function nextChangeAt(
  snapshot: PhaseSnapshot,
  now: Date,
  requirements: Requirement[] = requirementsOf(snapshot, now),
): Date | null {
  const ofMeasurements = snapshot.criteria.flatMap((criterion) => {
    const future = criterion.measurements.filter((m) => m.supersededById === null && countsFrom(m) > now);
    return future.map(countsFrom);
  });
  const ofStaleness = requirements.flatMap(({ judgement }) => judgement?.staleAt ?? []);
  const ofWaivers = snapshot.items.flatMap(({ state, waiverExpiresAt }) =>
    state === "WAIVED" && waiverExpiresAt !== null ? [waiverExpiresAt] : [],
  );
  const ofConditions = snapshot.conditions.flatMap(({ met, dueOn }) => (met ? [] : [endOfDay(dueOn)]));
  const ofReview = snapshot.review === null ? [] : [snapshot.review.expiresAt];
  const ofRisks = snapshot.risks.flatMap((risk) => acceptanceEnds(risk) ?? []);
  const ofSecrets = secretDeadlines(snapshot.secrets, policyInForce(snapshot, now), now);
  const graceEnd = graceEndsAt(snapshot, lapsesOf(snapshot, now, requirements));
  const all = [
    ...ofMeasurements,
    ...ofStaleness,
    ...ofWaivers,
    ...ofConditions,
    ...ofReview,
    ...ofRisks,
    ...ofSecrets,
    ...(graceEnd === null ? [] : [graceEnd]),
  ];
  const future = all.map((moment) => moment.getTime()).filter((moment) => moment > now.getTime());
  return future.length === 0 ? null : new Date(future.reduce((a, b) => Math.min(a, b)));
}
