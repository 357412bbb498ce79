import { startOfDay } from "./days";
import { zoneFormatter } from "./zone-formatter";

const WALL: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
  hourCycle: "h23",
};

/** Milliseconds a zone's clocks are ahead of UTC at a moment. An unknown zone counts as UTC. */
function offsetAt(moment: Date, zone: string): number {
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = zoneFormatter("en-US", zone, WALL).formatToParts(moment);
  } catch {
    return 0;
  }
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = [
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
  ].map((type) => Number(parts.find((part) => part.type === type)?.value));
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - Math.floor(moment.getTime() / 1000) * 1000;
}

/**
 * The first moment of a day as the clocks of a zone show it: what a reader means by "from 21 November".
 *
 * @param day "YYYY-MM-DD"
 * @param zone IANA name
 */
export function startOfDayIn(day: string, zone: string): Date {
  const utc = startOfDay(day).getTime();
  const guess = utc - offsetAt(new Date(utc), zone);
  // the offset may differ between the guess and the answer, on the day the clocks change
  return new Date(utc - offsetAt(new Date(guess), zone));
}

/**
 * The day a moment falls on, as the clocks of a zone show it.
 *
 * @param zone IANA name; an unknown one counts as UTC
 * @returns "YYYY-MM-DD"
 */
export const dayIn = (moment: Date, zone: string): string =>
  new Date(moment.getTime() + offsetAt(moment, zone)).toISOString().slice(0, 10);
