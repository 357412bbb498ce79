import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { ImportDraftEntry } from "@/lib/domain/import-preview";

/** Imports that were begun: a closed tab loses nothing. */
export function DraftList({ drafts, clock }: { drafts: ImportDraftEntry[]; clock: ReaderClock }) {
  if (drafts.length === 0) return null;
  return (
    <section aria-label="Imports begun" className="mt-8">
      <h2 className="mb-2 text-title font-semibold">Imports you began</h2>
      <ul className="panel px-4.5">
        {drafts.map(({ draftId, name, createdAt }) => (
          <li key={draftId} className="flex flex-wrap gap-x-3 border-t border-line py-2.5 first:border-t-0">
            <a href={`/import/${draftId}`} className="min-w-0 flex-1 truncate font-medium hover:underline">
              {name}
            </a>
            <span className="text-ink-3">
              <Moment at={createdAt} clock={clock} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
