"use client";
import { type ReactNode, useState } from "react";
import type { ActionOf } from "@/components/ui/action-of";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { notify } from "@/components/ui/signals";
import { undoBy } from "@/components/ui/undo";
import { hangingInWords, mergeInWords } from "@/lib/domain/plan-merges";
import type { Differences } from "@/lib/schemas/api-differences";
import type { Merged } from "@/lib/schemas/api-merges";
import type {
  answerMergeSchema,
  discardMergeSchema,
  mergeDraftSchema,
  undoMergeSchema,
} from "@/lib/schemas/merges";
import { AnswerAll } from "./answer-all";
import { changeLine } from "./change-lines";
import { changeInWords } from "./change-words";
import { MergeConflict } from "./merge-conflict";
import { type MergeGroup, mergeGroups } from "./merge-groups";

type Side = "file" | "project";

export interface MergeActions {
  answer: ActionOf<typeof answerMergeSchema>;
  discard: ActionOf<typeof discardMergeSchema>;
  merge: ActionOf<typeof mergeDraftSchema, Merged>;
  undo: ActionOf<typeof undoMergeSchema>;
}

interface MergeReviewProps {
  projectId: string;
  preview: Differences;
  answers: Record<string, Side>;
  actions: MergeActions;
}

/** Longer lists than this say how many more there are: nobody reads a thousand lines, and a browser draws them slowly. */
const SHOWN = 200;

const some = <T,>(list: readonly T[], line: (entry: T, index: number) => ReactNode) => (
  <ul>
    {list.slice(0, SHOWN).map(line)}
    {list.length > SHOWN && (
      <li className="border-t border-line py-2 text-ink-2">and {list.length - SHOWN} more like these</li>
    )}
  </ul>
);

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** Every difference of a newer file, by phase, with the conflicts to decide, and the merge itself. */
export function MergeReview({ projectId, preview, answers: given, actions }: MergeReviewProps) {
  const [answers, setAnswers] = useState(given);
  const { conflicts, changes, removals, leftOut, notes, kept } = preview;
  const open = conflicts.filter(({ id }) => !answers[id]);

  const answer = (more: Record<string, Side>) => {
    setAnswers((before) => ({ ...before, ...more }));
    actions.answer({ projectId, answers: more }).then(
      (result) => result.ok || notify({ text: result.error.message, tone: "stop" }),
      () => notify({ text: "The answer could not be kept: the server could not be reached.", tone: "stop" }),
    );
  };
  const answerAll = (side: Side) => answer(Object.fromEntries(conflicts.map(({ id }) => [id, side])));

  const merge = async () => {
    const result = await actions.merge({ projectId, preview: preview.preview });
    if (!result.ok) return result;
    const { id, counts } = result.value;
    notify({
      text: `Merged: ${mergeInWords(counts)}.`,
      ...(id && { undo: undoBy(() => actions.undo({ projectId, mergeId: id })) }),
    });
    return result;
  };

  const group = ({ phase, ...of }: MergeGroup) => (
    <section key={phase ?? ""} aria-label={phase ?? "The whole project"} className="panel px-4.5 py-3">
      <h2 className="text-small font-semibold">
        {phase ?? "The whole project"}{" "}
        <span className="num text-fine text-ink-3">
          {of.conflicts.length + of.changes.length + of.removals.length}
        </span>
      </h2>
      {of.conflicts.map((conflict) => (
        <MergeConflict
          key={conflict.id}
          conflict={conflict}
          answer={answers[conflict.id]}
          onAnswer={(side) => answer({ [conflict.id]: side })}
        />
      ))}
      {some(of.changes, (change, at) => changeLine({ ...change, ...changeInWords(change, "file") }, at))}
      {some(of.removals, ({ noun, title, place, hanging }, at) =>
        changeLine(
          {
            what: `Gone from the file, will be archived: ${noun}`,
            title,
            place,
            detail:
              hangingInWords(hanging) && `with ${hangingInWords(hanging)}; restoring it brings them back`,
          },
          at,
        ),
      )}
    </section>
  );

  const isEmpty = conflicts.length + changes.length === 0;
  return (
    <div className="grid gap-4">
      <div className="panel sticky top-2 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 px-4.5 py-3">
        <p className="min-w-0 flex-1 basis-60" role="status">
          {isEmpty
            ? "The file says nothing the project does not say already."
            : [
                count(changes.length - removals.length, "change"),
                `${removals.length} to archive`,
                open.length > 0 ? `${open.length} to decide` : null,
              ]
                .filter((part) => part !== null)
                .join(", ")}
        </p>
        <AnswerAll questions={conflicts.length} from="file" onAnswer={answerAll} />
        <ConfirmButton
          trigger={{ label: "Throw the file away", look: "quiet" }}
          dialog={{
            title: "Throw the file away?",
            description: "Nothing is merged. You can bring it again at any time.",
            verb: "Throw away",
            action: () => actions.discard({ projectId }),
          }}
        />
        <ConfirmButton
          trigger={{ label: "Merge", look: "primary", disabled: open.length > 0 }}
          dialog={{
            title: "Merge this file?",
            description: `${count(changes.length - removals.length, "change")}, ${removals.length} to archive, ${count(conflicts.length, "decision")} of yours. It can be undone.`,
            verb: "Merge",
            action: merge,
          }}
        />
      </div>
      {leftOut.length > 0 && (
        <section aria-label="Not done" className="panel px-4.5 py-3">
          <h2 className="text-small font-semibold">Asked for by the file, and not done</h2>
          {some(leftOut, ({ noun, title, place, why }, at) =>
            changeLine({ what: `Stays as it is: ${noun}`, title, place, detail: why }, at),
          )}
        </section>
      )}
      {notes.map((note) => (
        <p key={note} className="text-ink-2">
          {note}
        </p>
      ))}
      {mergeGroups(preview).map(group)}
      {kept.length > 0 && (
        <details className="panel px-4.5 py-3">
          <summary className="text-small font-semibold">
            Changed only here, and staying <span className="num text-ink-3">{kept.length}</span>
          </summary>
          {some(kept, (change, at) => changeLine({ ...change, ...changeInWords(change, "project") }, at))}
        </details>
      )}
    </div>
  );
}
