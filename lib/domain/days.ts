/** Milliseconds in an hour and in a day; every rule counts in UTC, so a day is always 24 hours. */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** The UTC day ("YYYY-MM-DD") a moment falls on. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** True for a day of the calendar written "YYYY-MM-DD" ("2026-02-30" is none). */
export function isDay(text: string): boolean {
  if (!DAY_PATTERN.test(text)) return false;
  const start = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(start.getTime()) && dayOf(start) === text;
}

/** First moment of a UTC day. An unreadable day gives the epoch, so that what is due by it is past due. */
export function startOfDay(day: string): Date {
  return new Date(isDay(day) ? `${day}T00:00:00.000Z` : 0);
}

/** First moment after a UTC day: what is due on that day is past due from here on. */
export const endOfDay = (day: string): Date => new Date(startOfDay(day).getTime() + DAY_MS);

/** The day `days` after `day` (before it when negative). */
export const addDays = (day: string, days: number): string =>
  dayOf(new Date(startOfDay(day).getTime() + days * DAY_MS));
