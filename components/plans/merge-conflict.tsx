"use client";
import type { Differences } from "@/lib/schemas/api-differences";
import { fieldWord, type Source, valueInWords } from "./change-words";

type Conflict = Differences["conflicts"][number];
/** Whom to follow: what comes from outside, be it a file or a template, or the project. */
export type Side = "file" | "project";

interface Options {
  question: string;
  file: string;
  project: string;
  before: string | null;
}

const places = (place: readonly string[]): string => place.join(" › ") || "the project itself";

const keptWith = (what: string, changed: readonly string[]): string =>
  changed.length > 0 ? `${what}, with its changed ${changed.map(fieldWord).join(", ")}` : what;

/** A conflict as a question with two answers. */
function optionsOf(conflict: Conflict, from: Source): Options {
  const { noun } = conflict;
  switch (conflict.kind) {
    case "field":
      return {
        question: `Both changed ${fieldWord(conflict.field)} of ${noun}`,
        file: valueInWords(conflict.theirs),
        project: valueInWords(conflict.ours),
        before: conflict.base === null ? null : valueInWords(conflict.base),
      };
    case "place":
      return {
        question: `Both moved ${noun}`,
        file: places(conflict.theirs),
        project: places(conflict.ours),
        before: places(conflict.base),
      };
    case "gone from the file":
      return {
        question:
          conflict.changed.length > 0
            ? `Gone from the ${from}, changed here: ${noun}`
            : `Not in the ${from}: ${noun}`,
        file: "Archive it",
        project: keptWith("Keep it", conflict.changed),
        before: null,
      };
    case "archived here":
      return {
        question: `Archived here, changed in the ${from}: ${noun}`,
        file: keptWith("Bring it back", conflict.changed),
        project: "Leave it archived",
        before: null,
      };
  }
}

interface MergeConflictProps {
  conflict: Conflict;
  /** what the project is compared with */
  from?: Source;
  answer: Side | undefined;
  onAnswer: (side: Side) => void;
}

/** Both texts, and whom to follow. */
export function MergeConflict({ conflict, from = "file", answer, onAnswer }: MergeConflictProps) {
  const { question, before, ...texts } = optionsOf(conflict, from);
  const choice = (side: Side, label: string) => (
    <label className="flex min-h-11 items-start gap-2.5 rounded-lg border border-line p-2.5 has-checked:border-brand has-checked:bg-brand-soft">
      <input
        type="radio"
        name={conflict.id}
        className="mt-1 flex-none"
        checked={answer === side}
        onChange={() => onAnswer(side)}
      />
      <span className="min-w-0">
        <span className="block text-fine text-ink-2">{label}</span>
        <span className="[overflow-wrap:anywhere] whitespace-pre-line">{texts[side]}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="border-t border-line py-3 first:border-t-0" data-undecided={!answer || undefined}>
      <legend className="contents">
        <span className="block [overflow-wrap:anywhere]">
          <span className="text-warn">{question}:</span> <span className="font-medium">{conflict.title}</span>
        </span>
      </legend>
      {conflict.place.length > 0 && <p className="text-fine text-ink-3">{conflict.place.join(" › ")}</p>}
      <div className="mt-2 grid gap-2 sm:grid-cols-2">
        {choice("file", `As in the ${from}`)}
        {choice("project", "As it is here")}
      </div>
      {before !== null && (
        <p className="mt-1.5 text-fine text-ink-3 [overflow-wrap:anywhere]">
          {from === "file" ? "Last import" : "Before"}: {before}
        </p>
      )}
    </fieldset>
  );
}
