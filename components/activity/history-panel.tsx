import { projectHref } from "@/components/phases/hrefs";
import type { ReaderClock } from "@/components/ui/time-format";
import type { ActivityEntry } from "@/lib/domain/audit-views";
import { ActivityList } from "./activity-list";

interface HistoryPanelProps {
  slug: string;
  history: { entries: ActivityEntry[]; nextCursor: string | null };
  clock: ReaderClock;
}

/** Who changed what of the things on this page; folded away, for it is looked for, not read. */
export function HistoryPanel({ slug, history, clock }: HistoryPanelProps) {
  const { entries, nextCursor } = history;
  if (entries.length === 0) return null;
  return (
    <details className="panel">
      <summary className="px-4.5 py-3 text-small font-semibold">History</summary>
      <ActivityList
        entries={entries}
        clock={clock}
        olderHref={nextCursor && `${projectHref(slug)}/activity`}
        olderLabel="All activity"
      />
    </details>
  );
}
