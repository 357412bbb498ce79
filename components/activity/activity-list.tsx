import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/time";
import { dayOf, formatDay, type ReaderClock } from "@/components/ui/time-format";
import type { ActivityEntry } from "@/lib/domain/audit-views";

interface ActivityListProps {
  entries: ActivityEntry[];
  clock: ReaderClock;
  /** address of the older ones; null on the last page */
  olderHref?: string | null;
  olderLabel?: string;
}

const VIA: Record<string, string> = { token: "by token", cli: "on the command line", system: "by itself" };

/** What was done, newest first, by day. */
export function ActivityList({ entries, clock, olderHref, olderLabel = "Older" }: ActivityListProps) {
  if (entries.length === 0)
    return (
      <EmptyState title="Nothing was done yet">
        Every change shows here, with who made it and when.
      </EmptyState>
    );
  return (
    <div className="pb-3">
      {byDay(entries, clock.zone).map(([day, ofDay]) => (
        <section key={day} aria-label={formatDay(day, clock)}>
          <h2 className="px-4.5 pt-4 pb-1 text-fine text-ink-3">
            {day === dayOf(clock.now, clock.zone) ? "Today" : formatDay(day, clock)}
          </h2>
          <ul>{ofDay.map((entry) => entryRow(entry, clock))}</ul>
        </section>
      ))}
      {olderHref && (
        <p className="px-4.5 pt-3">
          <a href={olderHref} className="link">
            {olderLabel}
          </a>
        </p>
      )}
    </div>
  );
}

function entryRow({ seq, at, by, via, text, href }: ActivityEntry, clock: ReaderClock) {
  return (
    <li key={`${seq}-${at}`} className="flex items-baseline gap-3 px-4.5 py-1.5 hover:bg-sunk">
      <p className="min-w-0 flex-1">
        <span className="font-medium">{by}</span>{" "}
        {href ? (
          <a href={href} className="hover:underline">
            {text}
          </a>
        ) : (
          text
        )}
        {VIA[via] && <span className="text-fine text-ink-3"> {VIA[via]}</span>}
      </p>
      <span className="num text-fine whitespace-nowrap text-ink-3">
        <Moment at={at} clock={clock} />
      </span>
    </li>
  );
}

function byDay(entries: ActivityEntry[], zone: string): [string, ActivityEntry[]][] {
  const days = new Map<string, ActivityEntry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at, zone);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
