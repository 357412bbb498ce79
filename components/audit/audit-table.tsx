import { EmptyState } from "@/components/ui/empty-state";
import { formatFull, type ReaderClock } from "@/components/ui/time-format";
import type { AuditEntry } from "@/lib/domain/audit-views";

/** The way a change came in, as people say it. */
const VIA: Record<string, string> = {
  session: "in the browser",
  token: "by token",
  cli: "on the command line",
  system: "by itself",
};

interface AuditTableProps {
  entries: AuditEntry[];
  clock: ReaderClock;
  /** address of the older ones; null on the last page */
  olderHref: string | null;
}

/** Who did what to which thing when, with the first digits of each event's hash. */
export function AuditTable({ entries, clock, olderHref }: AuditTableProps) {
  if (entries.length === 0)
    return <EmptyState title="No event">Nothing happened that fits these filters.</EmptyState>;
  return (
    <>
      <div className="scroll-x">
        <table className="table audit-table num">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Project</th>
              <th scope="col">Event</th>
            </tr>
          </thead>
          <tbody>{entries.map((entry) => entryRow(entry, clock))}</tbody>
        </table>
      </div>
      {olderHref && (
        <p className="border-t border-line px-4.5 py-3">
          <a href={olderHref} className="link">
            Older
          </a>
        </p>
      )}
    </>
  );
}

function entryRow(
  { chain, seq, at, by, via, action, text, href, project, hash }: AuditEntry,
  clock: ReaderClock,
) {
  return (
    <tr key={`${chain}-${seq}`}>
      <td className="whitespace-nowrap">
        <time dateTime={at}>{formatFull(at, clock)}</time>
      </td>
      <td className="whitespace-nowrap">
        {by}
        <span className="block text-fine text-ink-3">{VIA[via] ?? via}</span>
      </td>
      <td className="min-w-60 [overflow-wrap:anywhere]">
        {href ? (
          <a href={href} className="hover:underline">
            {text}
          </a>
        ) : (
          text
        )}
        <span className="block text-fine text-ink-3">{action}</span>
      </td>
      <td className="min-w-32 [overflow-wrap:anywhere]">
        {project ? (
          <a href={`/projects/${project.slug}`} className="hover:underline">
            {project.name}
          </a>
        ) : (
          <span className="text-ink-3">workspace</span>
        )}
      </td>
      <td className="font-mono text-fine whitespace-nowrap text-ink-3">
        {seq} {hash}
      </td>
    </tr>
  );
}
