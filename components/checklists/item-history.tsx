import { Moment } from "@/components/ui/time";
import { formatDay, type ReaderClock } from "@/components/ui/time-format";
import type { ItemView } from "@/lib/domain/item-views";
import { STATE_WORDS } from "./state-words";

interface ItemHistoryProps {
  /** newest first */
  records: ItemView["records"];
  /** address of the records before these; null when these begin it */
  earlierHref: string | null;
  clock: ReaderClock;
}

type StateRecord = ItemView["records"][number];

/** "approved by Mo, until 21 Dec": what a waiver carries beside its reason */
function waiverWords({ approver, expiresAt, selfApproved }: StateRecord, clock: ReaderClock): string {
  const words = [
    selfApproved ? "self-approved" : approver && `approved by ${approver}`,
    expiresAt && `until ${formatDay(expiresAt.slice(0, 10), clock)}`,
  ];
  return words.filter(Boolean).join(", ");
}

/** Every state an item had: who set it, when and why. Undoing adds a line, it never takes one away. */
export function ItemHistory({ records, earlierHref, clock }: ItemHistoryProps) {
  if (records.length === 0) return <p className="text-small text-ink-2">Open since it was written.</p>;
  return (
    <>
      <ol className="grid gap-2.5">
        {records.map((record) => (
          <li key={record.id} className="text-small">
            <p>
              <span className="font-medium">{STATE_WORDS[record.state]}</span>
              <span className="text-ink-2"> by {record.by}</span>
              <span className="text-ink-3">
                , <Moment at={record.at} clock={clock} />
              </span>
            </p>
            {waiverWords(record, clock) && <p className="text-ink-2">{waiverWords(record, clock)}</p>}
            {record.reason && <p className="whitespace-pre-wrap text-ink-2">“{record.reason}”</p>}
          </li>
        ))}
      </ol>
      {earlierHref && (
        <a href={earlierHref} className="link mt-2 inline-block text-small">
          Show earlier
        </a>
      )}
    </>
  );
}
