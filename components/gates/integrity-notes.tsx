import { countOf } from "@/components/phases/gate-words";
import { Panel } from "@/components/ui/panel";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { IntegrityNote } from "@/lib/domain/gate-room-views";

/** What who decides should look at twice: a bar that moved lately, a rush of ticks. Nothing here blocks. */
export function IntegrityNotes({ notes, clock }: { notes: IntegrityNote[]; clock: ReaderClock }) {
  if (notes.length === 0) return null;
  return (
    <Panel label="Notes on integrity" className="border-warn bg-warn-soft px-4.5 py-3">
      <h2 className="font-semibold">
        <span aria-hidden="true" className="mr-2.5 font-semibold text-warn">
          !
        </span>
        {countOf(notes.length, "note")} on integrity
      </h2>
      <ul className="mt-1 grid gap-0.5 text-small text-ink-2">
        {notes.map(({ key, text, by, at, href }) => (
          <li key={key}>
            {href ? (
              <a href={href} className="hover:underline">
                {text}
              </a>
            ) : (
              text
            )}
            {by && ` by ${by}`}
            {at && (
              <>
                , <Moment at={at} clock={clock} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
