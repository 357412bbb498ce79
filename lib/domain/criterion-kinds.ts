import type { CriterionSnapshot } from "./snapshot";

/**
 * What kind of number a criterion holds, read from its unit and words. The plan has no field for it, and the same
 * number is judged with more care when it is a share of tests, of answers or of time (design 2.1).
 */

const HOURS_OF_UNIT: Record<string, number> = {
  minute: 1 / 60,
  min: 1 / 60,
  hour: 1,
  hr: 1,
  h: 1,
  day: 24,
  d: 24,
  week: 168,
  month: 720,
  quarter: 2160,
  year: 8760,
};

/** Hours in one of a unit of time ("hours", "days", "month" as 30 days); null for any other unit. */
export function hoursOfUnit(unit: string): number | null {
  const name = unit.trim().toLowerCase();
  return HOURS_OF_UNIT[name] ?? HOURS_OF_UNIT[name.replace(/s$/, "")] ?? null;
}

const UNIT_WORDS = "minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|months?|quarters?|years?";
/** "72 h", "72-hour", "72 consecutive hours". */
const COUNTED_SPAN = new RegExp(`(\\d+(?:[.,]\\d+)?)[\\s-]*(?:[a-z]+[\\s-]+){0,2}(${UNIT_WORDS})\\b`, "i");
/** "the first month". */
const SINGLE_SPAN = /\b(minute|hour|day|week|month|quarter|year)\b/i;
const CONTIGUOUS = /contin|consecutive|contiguous|uninterrupted|unbroken|straight|sustained|in a row|stable/i;

/** Length in hours of a window in a plan's words ("30 days", "the first month"); null when no length is found. */
export function hoursInWords(words: string | null): number | null {
  if (words === null) return null;
  const [, amount, unit] = words.match(COUNTED_SPAN) ?? [];
  if (amount !== undefined && unit !== undefined) {
    return Number(amount.replace(",", ".")) * (hoursOfUnit(unit) ?? 0);
  }
  const [single] = words.match(SINGLE_SPAN) ?? [];
  return single === undefined ? null : hoursOfUnit(single);
}

/**
 * `windowHours` for a window in a plan's words: only a window that must be contiguous ("continuous 72 hours") has to be
 * covered by samples. Of any other ("30 days") one number is taken over the whole, so the newest measurement decides.
 *
 * @returns whole hours, at least 1; null when the window need not be covered
 */
export function contiguousHours(window: string | null): number | null {
  if (window === null || !CONTIGUOUS.test(window)) return null;
  const hours = hoursInWords(window);
  return hours === null ? null : Math.max(1, Math.round(hours));
}

/** True for a share of a hundred. */
export const isPercentage = (criterion: Pick<CriterionSnapshot, "unit">): boolean =>
  criterion.unit !== null && /^\s*(%|per\s?cent)/i.test(criterion.unit);

/** True for "99.9% uptime": a share of time that must be at least the target, and so has an error budget. */
export function isUptime(criterion: CriterionSnapshot): boolean {
  const atLeast =
    criterion.comparator === ">=" || criterion.comparator === ">" || criterion.comparator === "=";
  return isPercentage(criterion) && atLeast && /up-?\s?time|availab/i.test(criterion.text);
}

/**
 * True for "80% positive": a share of the people who answered. Their number differs from one asking to the next, so it
 * may shrink; it must only reach the minimum.
 */
export const isShareOfAnswers = (criterion: CriterionSnapshot): boolean =>
  isPercentage(criterion) &&
  !isUptime(criterion) &&
  (criterion.minimumSample !== null ||
    /positiv|satisf|feedback|survey|respondent|answer|rating|recommend/i.test(criterion.text));

/**
 * True for "stable for 72 hours" where the target is the window itself: a measurement then says how long it has been
 * stable, in the target's unit.
 */
export function isDuration(criterion: CriterionSnapshot): boolean {
  const { comparator, target, unit, windowHours } = criterion;
  if (
    (comparator !== ">=" && comparator !== ">") ||
    target === null ||
    unit === null ||
    windowHours === null
  ) {
    return false;
  }
  const hours = hoursOfUnit(unit);
  return hours !== null && Math.abs(target * hours - windowHours) < 0.5;
}
