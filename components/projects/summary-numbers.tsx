"use client";
import type { PortfolioView } from "@/lib/domain/project-views";

/** The four numbers a person looks at first in the morning. On the client only because four numbers are less to send. */
export function SummaryNumbers({ summary }: { summary: PortfolioView["summary"] }) {
  const numbers = [
    [summary.gatesWaitingForMe, "gate waiting for you", "gates waiting for you"],
    [summary.blockersOnActivePhases, "blocker on active phases", "blockers on active phases"],
    [summary.myItemsDueThisWeek, "item of yours due this week", "items of yours due this week"],
    [
      summary.measurementsGoingStale,
      "measurement going stale in 7 days",
      "measurements going stale in 7 days",
    ],
  ] as const;
  return (
    <section aria-label="Summary" className="panel summary">
      {numbers.map(([count, one, many]) => (
        <p key={many}>
          <b className="num">{count}</b>
          <span>{count === 1 ? one : many}</span>
        </p>
      ))}
    </section>
  );
}
