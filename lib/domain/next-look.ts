import type { CriterionView } from "./criterion-views";
import { dayOf, endOfDay } from "./days";
import { agesAt } from "./freshness";

/**
 * The earliest moment after `now` at which time alone changes how rows look, besides what `nextChangeAt` says of their
 * judgement: a UTC day ends, and what was due on it is overdue; a measurement ages; a waiver that was asked for lapses.
 */
export function nextLookAt(
  criteria: readonly Pick<CriterionView, "staleAt" | "latest">[],
  waivers: readonly { expiresAt: string }[],
  now: Date,
): Date {
  const ageing = criteria.flatMap(({ staleAt, latest }) =>
    staleAt && latest ? [agesAt(new Date(latest.measuredAt), new Date(staleAt))] : [],
  );
  const moments = [...ageing, ...waivers.map(({ expiresAt }) => new Date(expiresAt))];
  return moments
    .filter((moment) => moment > now)
    .reduce((first, moment) => (moment < first ? moment : first), endOfDay(dayOf(now)));
}
