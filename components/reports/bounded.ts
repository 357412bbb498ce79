/** The most entries of one list that a report has. */
export const REPORT_ROWS = 1_000;

/** A list as a report shows it, and how many entries it leaves out. */
export interface Bounded<T> {
  rows: T[];
  left: number;
}

export const bounded = <T>(rows: readonly T[]): Bounded<T> => ({
  rows: rows.slice(0, REPORT_ROWS),
  left: Math.max(0, rows.length - REPORT_ROWS),
});

/** What stands under a list that goes on; null where it is whole. */
export const leftWords = ({ left }: Bounded<unknown>): string | null =>
  left === 0 ? null : `and ${left} more, which the pages of the product show`;
