import { formatDay, formatFull, formatMoment, type ReaderClock } from "./time-format";

/** A moment, in the reader's zone. */
export function Moment({ at, clock }: { at: string; clock: ReaderClock }) {
  return (
    <time dateTime={at} title={formatFull(at, clock)}>
      {formatMoment(at, clock)}
    </time>
  );
}

/** A date without a time, which is the same day in every zone. */
export function Day({ day, clock }: { day: string; clock: ReaderClock }) {
  return <time dateTime={day}>{formatDay(day, clock)}</time>;
}
