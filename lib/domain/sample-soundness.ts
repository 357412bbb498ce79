import { type Finding, NO_DETAILS } from "./criterion-finding";
import { isPercentage, isShareOfAnswers, isUptime } from "./criterion-kinds";
import { DAY_MS } from "./days";
import type { CriterionSnapshot, MeasurementSnapshot } from "./snapshot";

/** A denominator that shrank by more than this proves nothing: the failing part may have been left out (design 2.1). */
const SHRINK_LIMIT = 0.02;

/**
 * The largest number of tests counted within one measurement's life before the newest. Not just the one before it, so
 * that neither small steps nor repeating a shrunken run make it look whole.
 */
function largestBefore(criterion: CriterionSnapshot, samples: MeasurementSnapshot[]): number {
  const newest = samples.at(-1);
  if (newest === undefined) return 0;
  const since = newest.measuredAt.getTime() - criterion.maximumAgeDays * DAY_MS;
  const sizes = samples
    .slice(0, -1)
    .flatMap((s) => (s.measuredAt.getTime() >= since ? (s.sampleSize ?? 0) : 0));
  return sizes.reduce((largest, size) => Math.max(largest, size), 0);
}

/** True when so few answers stand behind a measurement that it cannot be judged. */
export const isSampleTooSmall = (criterion: CriterionSnapshot, sample: MeasurementSnapshot): boolean =>
  criterion.minimumSample !== null && (sample.sampleSize ?? 0) < criterion.minimumSample;

/**
 * Why the newest measurement of a number cannot be judged at all: nothing was counted, too few were asked, or fewer
 * tests were counted than before (design 2.1).
 *
 * @param samples live measurements, oldest first
 * @returns null when it can be judged
 */
export function findUnsound(criterion: CriterionSnapshot, samples: MeasurementSnapshot[]): Finding | null {
  const newest = samples.at(-1);
  if (newest === undefined) return null;
  const { sampleSize } = newest;
  if (sampleSize === 0 && isPercentage(criterion)) {
    return { result: "NO_DATA", reason: "The last measurement counted nothing.", details: NO_DETAILS };
  }
  if (isSampleTooSmall(criterion, newest)) {
    const behind = sampleSize === null ? "does not say how many stand behind it" : `rests on ${sampleSize}`;
    return {
      result: isUptime(criterion) ? "NO_DATA" : "INCONCLUSIVE",
      reason: `The last measurement ${behind}; at least ${criterion.minimumSample} are needed.`,
      details: NO_DETAILS,
    };
  }
  if (sampleSize === null || !isPercentage(criterion) || isUptime(criterion) || isShareOfAnswers(criterion)) {
    return null;
  }
  const before = largestBefore(criterion, samples);
  if (sampleSize >= before * (1 - SHRINK_LIMIT)) return null;
  return {
    result: "INCONCLUSIVE",
    reason: `Only ${sampleSize} were counted where ${before} were before: what was left out may be what fails.`,
    details: { ...NO_DETAILS, denominator: { now: sampleSize, before } },
  };
}
