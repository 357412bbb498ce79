import { zoneFormatter } from "@/lib/domain/zone-formatter";

/** The reader's zone and the moment the page was made: both come from the server, so both renders agree. */
export interface ReaderClock {
  zone: string;
  /** ISO 8601, UTC */
  now: string;
}

const LOCALE = "en-GB";
const formatter = (zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  zoneFormatter(LOCALE, zone, options);

const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" };
const DAY_AND_YEAR: Intl.DateTimeFormatOptions = { ...DAY, year: "numeric" };
const TIME: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const FULL: Intl.DateTimeFormatOptions = {
  weekday: "short",
  ...DAY_AND_YEAR,
  ...TIME,
  timeZoneName: "short",
};

/** "2026-11-26" in the reader's zone */
export const dayOf = (moment: string, zone: string): string =>
  zoneFormatter("en-CA", zone).format(new Date(moment));

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** A date without a time, as "26 Nov" or, in another year, "26 Nov 2027". */
export function formatDay(day: string, clock: ReaderClock): string {
  const sameYear = day.slice(0, 4) === dayOf(clock.now, clock.zone).slice(0, 4);
  return formatter("UTC", sameYear ? DAY : DAY_AND_YEAR).format(new Date(`${day}T00:00:00Z`));
}

/** A due date in words: the word says it is late, the colour only repeats it. */
export function formatDue(day: string, clock: ReaderClock): string {
  const left = daysBetween(dayOf(clock.now, clock.zone), day);
  if (left === 0) return "due today";
  if (left === 1) return "due tomorrow";
  if (left === -1) return "overdue since yesterday";
  return left < 0 ? `overdue since ${formatDay(day, clock)}` : `due ${formatDay(day, clock)}`;
}

/** "5 min ago", "today 09:12", "yesterday 14:02", "22 Nov 14:02", "2 Mar 2025" */
export function formatMoment(moment: string, clock: ReaderClock): string {
  const minutes = Math.floor((Date.parse(clock.now) - Date.parse(moment)) / 60_000);
  // The browser's clock may run ahead of the server's.
  if (minutes > -60 && minutes < 1) return "just now";
  if (minutes > 0 && minutes < 60) return `${minutes} min ago`;
  const [day, today] = [dayOf(moment, clock.zone), dayOf(clock.now, clock.zone)];
  const time = formatter(clock.zone, TIME).format(new Date(moment));
  const age = daysBetween(day, today);
  if (age === 0) return `today ${time}`;
  if (age === 1) return `yesterday ${time}`;
  if (age === -1) return `tomorrow ${time}`;
  if (day.slice(0, 4) !== today.slice(0, 4)) return formatDay(day, clock);
  return `${formatDay(day, clock)} ${time}`;
}

/** For the tooltip: nothing left out. */
export const formatFull = (moment: string, clock: ReaderClock): string =>
  formatter(clock.zone, FULL).format(new Date(moment));
