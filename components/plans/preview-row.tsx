"use client";
import clsx from "clsx";
import { memo } from "react";
import { Button } from "@/components/ui/button";
import type { LineChoices, PreviewLine } from "@/lib/domain/import-preview";
import { READ_AS } from "@/lib/domain/plan-corrections";
import { KIND_WORDS, READ_AS_WORDS, tickOf, withoutMarks } from "./kind-words";
import { type Say, useChosen } from "./use-corrections";

interface PreviewRowProps {
  line: PreviewLine;
  /** the reader came for this one */
  sought?: boolean;
  say: Say;
}

interface ChoiceProps extends PreviewRowProps {
  choices: LineChoices;
}

/** A heading or a list can be read as something else; nothing chosen is how it was found. */
function ReadAsChoice({ line, choices, say }: ChoiceProps) {
  const [as, choose] = useChosen(choices.as);
  const chosen = (value: string) => READ_AS.find((as) => as === value) ?? null;
  return (
    <select
      className={clsx("input plan-choice", as === null && "plan-unsaid")}
      aria-label={`Read as, line ${line.line}: ${withoutMarks(line.text)}`}
      value={as ?? ""}
      onChange={({ currentTarget }) => {
        const next = chosen(currentTarget.value);
        choose(next, say({ kind: "list", line: line.line, as: next }));
      }}
    >
      <option value="">As found</option>
      {READ_AS.map((kind) => (
        <option key={kind} value={kind}>
          {READ_AS_WORDS[kind]}
        </option>
      ))}
    </select>
  );
}

function PhaseChoice({ line, choices, say }: ChoiceProps) {
  const isPhase = line.kind === "phase";
  const verb = isPhase ? "Not a phase" : "Make a phase";
  return (
    <>
      {choices.decided && (
        <Button
          small
          look="quiet"
          aria-label={`As it was: ${withoutMarks(line.text)}`}
          onClick={() => void say({ kind: "phase", line: line.line, isPhase: null })}
        >
          As it was
        </Button>
      )}
      <Button
        small
        look="quiet"
        aria-label={`${verb}: ${withoutMarks(line.text)}`}
        onClick={() => void say({ kind: "phase", line: line.line, isPhase: !isPhase })}
      >
        {verb}
      </Button>
    </>
  );
}

function Row({ line, sought, say }: PreviewRowProps) {
  const { choices } = line;
  const { word, depth } = KIND_WORDS[line.kind] ?? { word: null, depth: 1 };
  const tick = tickOf(line.text);
  return (
    <li
      id={`line-${line.line}`}
      className={clsx(
        "plan-line",
        line.kind === "unplaced" && "plan-unread",
        !word && "plan-plain",
        choices && "plan-handle",
        sought && "plan-sought",
      )}
    >
      <span className="plan-number num">{line.line}</span>
      <code className="plan-source">{line.text}</code>
      <span className={clsx("plan-became", `plan-depth-${depth}`, line.kind === "phase" && "plan-phase")}>
        <span className="plan-kind">{word ?? "·"}</span>
        <span className={word ? "plan-text" : "plan-text plan-aside"}>
          {tick !== null && <span className="sr-only">{tick ? "ticked: " : "not ticked: "}</span>}
          {tick !== null && <i aria-hidden="true" className={tick ? "plan-tick" : "plan-box"} />}
          {withoutMarks(line.text)}
          {choices?.into && <span className="plan-into">part of {choices.into}</span>}
        </span>
        {choices && (
          <span className="plan-say">
            {choices.canBePhase && <PhaseChoice line={line} choices={choices} say={say} />}
            {choices.canBeRead && <ReadAsChoice line={line} choices={choices} say={say} />}
          </span>
        )}
      </span>
    </li>
  );
}

const sameChoices = (a: LineChoices | undefined, b: LineChoices | undefined): boolean =>
  a?.canBePhase === b?.canBePhase &&
  a?.canBeRead === b?.canBeRead &&
  a?.as === b?.as &&
  a?.decided === b?.decided &&
  a?.into === b?.into;

const same = (a: PreviewLine, b: PreviewLine): boolean =>
  a.line === b.line && a.kind === b.kind && a.text === b.text && sameChoices(a.choices, b.choices);

/** Drawn again only when it says something else: a correction changes a few of thousands of lines. */
export const PreviewRow = memo(
  Row,
  (before, after) =>
    before.say === after.say && before.sought === after.sought && same(before.line, after.line),
);
