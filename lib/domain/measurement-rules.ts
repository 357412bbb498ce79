import { DAY_MS } from "./days";

/** Clocks differ: a measurement may be this far ahead of ours. */
const AHEAD_MAX_MS = 5 * 60_000;
const AGE_MAX_DAYS = 5 * 365;

interface NewMeasurement {
  criterion: { comparator: string | null; target: number | null };
  value: number;
  measuredAt: Date;
  now: Date;
}

/** Whether a value may be recorded. @returns null when it may; else the field and one sentence */
export function checkMeasurement({ criterion, value, measuredAt, now }: NewMeasurement): {
  field: "value" | "measuredAt";
  message: string;
} | null {
  if (!Number.isFinite(value)) return { field: "value", message: "A number." };
  const attests = criterion.comparator === null || criterion.target === null;
  if (attests && value !== 0 && value !== 1)
    return { field: "value", message: "Nothing is counted here: 1 says that it holds, 0 that it does not." };
  const ahead = measuredAt.getTime() - now.getTime();
  if (Number.isNaN(ahead))
    return { field: "measuredAt", message: "A date and time, like 2026-12-31T09:30:00Z." };
  if (ahead > AHEAD_MAX_MS)
    return { field: "measuredAt", message: "It cannot have been measured in the future." };
  if (-ahead > AGE_MAX_DAYS * DAY_MS)
    return { field: "measuredAt", message: "It cannot have been measured more than 5 years ago." };
  return null;
}
