import type { ActionOf } from "@/components/ui/action-of";
import { PanelHeading } from "@/components/ui/panel";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import { type MergeEntry, mergeInWords } from "@/lib/domain/plan-merges";
import type { undoMergeSchema } from "@/lib/schemas/merges";
import { UndoMergeButton } from "./undo-merge-button";

interface MergeHistoryProps {
  projectId: string;
  merges: MergeEntry[];
  undo: ActionOf<typeof undoMergeSchema>;
  clock: ReaderClock;
}

/** Files that were merged, the newest first. */
export function MergeHistory({ projectId, merges, undo, clock }: MergeHistoryProps) {
  if (merges.length === 0) return null;
  return (
    <section aria-label="Merged files" className="panel px-4.5 py-3">
      <PanelHeading title="Merged files" count={merges.length} />
      <ul>
        {merges.map(({ id, at, by, counts, undone, canUndo }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0"
          >
            <div className="min-w-0 flex-1 basis-60">
              <p>
                <span className="font-medium">{by}</span>
                <span className="text-ink-2">: {mergeInWords(counts)}</span>
              </p>
              <p className="text-fine text-ink-3">
                <Moment at={at} clock={clock} />
                {undone && (
                  <>
                    , undone by {undone.by} <Moment at={undone.at} clock={clock} />
                  </>
                )}
              </p>
            </div>
            {canUndo && <UndoMergeButton projectId={projectId} mergeId={id} undo={undo} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
