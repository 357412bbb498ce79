import { targetInWords, valueHolds, withUnit } from "./comparator";
import { type Finding, NO_DETAILS } from "./criterion-finding";
import { hoursOfUnit, isDuration, isUptime } from "./criterion-kinds";
import { errorBudget, measuredShare } from "./error-budget";
import { isSampleTooSmall } from "./sample-soundness";
import type { CriterionSnapshot, MeasurementSnapshot } from "./snapshot";
import { type WindowProgress, windowProgress } from "./window";

const inTenths = (hours: number): number => Math.floor(hours * 10) / 10;

const progressSentence = ({ progressHours, hours, pausedHours }: WindowProgress): string => {
  const pause = pausedHours > 0 ? `; ${inTenths(pausedHours)} hours without samples were not counted` : "";
  return `It has held for ${inTenths(progressHours)} of ${hours} hours so far${pause}.`;
};

function judgeUptime(
  criterion: CriterionSnapshot,
  samples: MeasurementSnapshot[],
  windowHours: number,
  target: number,
): Finding {
  const { coveredHours, value, isExhausted } = measuredShare(samples, windowHours, target);
  const share = value === null ? null : withUnit(value, criterion.unit);
  const details = {
    ...NO_DETAILS,
    errorBudget: value === null ? null : errorBudget(value, target, windowHours),
  };
  if (share !== null && isExhausted) {
    return {
      result: "NOT_MET",
      reason: `${share} over ${inTenths(coveredHours)} hours has used up the error budget of ${windowHours} hours.`,
      details,
    };
  }
  if (value === null || coveredHours < windowHours) {
    const reason = `Samples cover ${inTenths(coveredHours)} of ${windowHours} hours: too little to judge.`;
    return { result: "NO_DATA", reason, details };
  }
  const isMet = valueHolds(criterion, value);
  return {
    result: isMet ? "MET" : "NOT_MET",
    reason: `${share} over ${windowHours} hours ${isMet ? "meets" : "misses"} the target of ${targetInWords(criterion)}.`,
    details,
  };
}

/**
 * "Stable for 72 hours" may be reported as the hours reached (40, then 72), or as 1 (stable) and 0 (not) at each look.
 * A lower value than before says that it began again.
 */
function judgeDuration(
  criterion: CriterionSnapshot,
  samples: MeasurementSnapshot[],
  newest: MeasurementSnapshot,
  windowHours: number,
): Finding {
  const reportedHours = newest.value * (hoursOfUnit(criterion.unit ?? "") ?? 0);
  const watched = windowProgress(
    samples,
    windowHours,
    criterion.maximumAgeDays,
    (sample, before) => sample.value > 0 && (before === null || sample.value >= before.value),
  );
  const progressHours = Math.min(windowHours, Math.max(watched.progressHours, reportedHours, 0));
  const window = { ...watched, progressHours };
  const isMet = valueHolds(criterion, newest.value) || progressHours >= windowHours;
  return {
    result: isMet ? "MET" : "NOT_MET",
    reason: isMet ? `It has held for ${windowHours} hours.` : progressSentence(window),
    details: { ...NO_DETAILS, window },
  };
}

/**
 * Judges a criterion whose samples must cover a contiguous window (design 2.1), with measurements taken as sound and
 * fresh: MET once covered, NOT_MET while the newest sample fails, INCONCLUSIVE on the way. A share of time ("99.9%
 * uptime") is a mean over the window instead, for which one bad sample is no failure, and too little data NO_DATA.
 *
 * @param samples oldest first; `newest` is the last of them
 * @param windowHours above 0
 */
export function judgeWindow(
  criterion: CriterionSnapshot,
  samples: MeasurementSnapshot[],
  newest: MeasurementSnapshot,
  windowHours: number,
): Finding {
  const sound = samples.filter(
    (sample) => Number.isFinite(sample.value) && !isSampleTooSmall(criterion, sample),
  );
  if (isUptime(criterion) && criterion.target !== null) {
    return judgeUptime(criterion, sound, windowHours, criterion.target);
  }
  if (isDuration(criterion)) return judgeDuration(criterion, sound, newest, windowHours);
  const window = windowProgress(sound, windowHours, criterion.maximumAgeDays, (sample) =>
    valueHolds(criterion, sample.value),
  );
  const details = { ...NO_DETAILS, window };
  if (!valueHolds(criterion, newest.value)) {
    return { result: "NOT_MET", reason: "The last sample failed, so the window begins again.", details };
  }
  if (window.progressHours < windowHours) {
    return { result: "INCONCLUSIVE", reason: progressSentence(window), details };
  }
  return { result: "MET", reason: `It has held for ${windowHours} hours without a break.`, details };
}
