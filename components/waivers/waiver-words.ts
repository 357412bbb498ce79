import { formatDay, formatMoment, type ReaderClock } from "@/components/ui/time-format";
import type { WaiverView } from "@/lib/domain/waiver-views";

/** "until 20 Dec": the waiver's last day. */
export const untilWords = ({ expiresAt }: WaiverView, clock: ReaderClock): string =>
  `until ${formatDay(expiresAt.slice(0, 10), clock)}`;

/** How a request that waits no longer ended. */
export function endWords(waiver: WaiverView, clock: ReaderClock): string {
  const { state, closedBy, closedAt } = waiver;
  if (state === "PENDING") return "Not needed any more";
  if (state === "WITHDRAWN") return "Withdrawn";
  const verb = state === "REFUSED" ? "Refused" : "Approved";
  return [`${verb} by ${closedBy ?? ""}`, closedAt && formatMoment(closedAt, clock)]
    .filter(Boolean)
    .join(", ");
}
