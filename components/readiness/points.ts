import { dayOf, type ReaderClock } from "@/components/ui/time-format";
import { addDays } from "@/lib/domain/days";
import type { ReadinessView } from "@/lib/domain/phase-views";

const NUMBER = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** "−6" with a true minus; losses are never positive. */
export const lostPoints = (points: number): string => (points === 0 ? "−0" : `−${NUMBER.format(points)}`);

/** "+6", "−2", "±0" */
export const signedPoints = (points: number): string =>
  points === 0 ? "±0" : points > 0 ? `+${NUMBER.format(points)}` : `−${NUMBER.format(-points)}`;

/** How far the score moved in the last seven days; null while there is no point that old. */
export function changeThisWeek(
  { score, trend }: Pick<ReadinessView, "score" | "trend">,
  clock: ReaderClock,
): number | null {
  const weekAgo = addDays(dayOf(clock.now, clock.zone), -7);
  const then = trend.findLast((point) => point.day <= weekAgo) ?? trend[0];
  return score === null || !then || then.score === null || trend.length < 2 ? null : score - then.score;
}
