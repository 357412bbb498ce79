import { DAY_MS, HOUR_MS } from "./days";
import type { MeasurementSnapshot } from "./snapshot";

/** Samples every so often that at least three stand in the window; a longer pause is always a gap. */
const LONGEST_GAP_SHARE = 1 / 2;
/** A hole of up to a fiftieth of the window (86 minutes of 72 hours) is not worth a pause. */
const FORGIVEN_GAP_SHARE = 1 / 50;
/** A sample is missing when the next one comes later than this many usual intervals. */
const LATE = 1.5;

/** How much of a contiguous window has been covered by samples that hold. */
export interface WindowProgress {
  /** length asked for */
  hours: number;
  /** covered so far, 0 to `hours` */
  progressHours: number;
  /** left out of the progress because samples were missing */
  pausedHours: number;
  /** first sample of the run that holds; null while the newest sample fails or there is none */
  runningSince: Date | null;
}

/** A stretch between two neighbouring samples. */
export interface Stretch {
  earlier: MeasurementSnapshot;
  later: MeasurementSnapshot;
  /** whole milliseconds, so that many short stretches add up exactly */
  length: number;
  /** no sample is missing in it */
  covered: boolean;
}

function median(sorted: number[]): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * The stretches between samples, and which of them are covered (design 2.1: a missing sample pauses the window). How
 * often samples should come is not written anywhere, so the usual interval is read from the samples themselves.
 *
 * @param samples oldest first
 */
export function stretchesOf(samples: MeasurementSnapshot[], windowHours: number): Stretch[] {
  const pairs = samples.slice(1).flatMap((later, index) => {
    const earlier = samples[index];
    if (earlier === undefined) return [];
    return [{ earlier, later, length: later.measuredAt.getTime() - earlier.measuredAt.getTime() }];
  });
  const usual = median(pairs.map((pair) => pair.length).sort((a, b) => a - b));
  const longest = Math.min(
    windowHours * HOUR_MS * LONGEST_GAP_SHARE,
    Math.max(usual * LATE, windowHours * HOUR_MS * FORGIVEN_GAP_SHARE),
  );
  return pairs.map((pair) => ({ ...pair, covered: pair.length <= longest }));
}

/**
 * Progress through a contiguous window (design 2.1, "72 h stable"): covered time since the last failing sample. A
 * failing sample begins again from zero; a missing one pauses; a pause longer than a measurement's life begins again
 * too, for what came before it is no longer known. Time since the newest sample is not counted: nobody looked.
 *
 * @param samples oldest first
 * @param holds whether a sample holds, given the one before it
 */
export function windowProgress(
  samples: MeasurementSnapshot[],
  windowHours: number,
  maximumAgeDays: number,
  holds: (sample: MeasurementSnapshot, before: MeasurementSnapshot | null) => boolean,
): WindowProgress {
  const first = samples[0];
  let runningSince = first !== undefined && holds(first, null) ? first.measuredAt : null;
  let covered = 0;
  let paused = 0;
  for (const stretch of stretchesOf(samples, windowHours)) {
    const isForgotten = stretch.length > maximumAgeDays * DAY_MS;
    if (!holds(stretch.later, stretch.earlier)) runningSince = null;
    else if (runningSince === null || isForgotten) runningSince = stretch.later.measuredAt;
    else {
      if (stretch.covered) covered += stretch.length;
      else paused += stretch.length;
      continue;
    }
    covered = 0;
    paused = 0;
  }
  return {
    hours: windowHours,
    progressHours: Math.min(windowHours, covered / HOUR_MS),
    pausedHours: paused / HOUR_MS,
    runningSince,
  };
}
