"use client";
import clsx from "clsx";
import { memo } from "react";
import { Button } from "@/components/ui/button";
import type { PreviewLine } from "@/lib/domain/import-preview";
import { READ_AS } from "@/lib/domain/plan-corrections";
import { KIND_WORDS, READ_AS_WORDS, tickOf, withoutMarks } from "./kind-words";
import { type Say, useChosen } from "./use-corrections";

interface PreviewRowProps {
  line: PreviewLine;
  say: Say;
}

/** A heading or a list can be read as something else; nothing chosen is how it was found. */
function ReadAsChoice({ line, say }: PreviewRowProps) {
  const [as, choose] = useChosen(line.as);
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

function PhaseChoice({ line, say }: PreviewRowProps) {
  const isPhase = line.kind === "phase";
  const verb = isPhase ? "Not a phase" : "Make a phase";
  return (
    <>
      {line.decided && (
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

function Row({ line, say }: PreviewRowProps) {
  const { word, depth } = KIND_WORDS[line.kind] ?? { word: null, depth: 1 };
  const tick = tickOf(line.text);
  return (
    <li
      id={`line-${line.line}`}
      className={clsx(
        "plan-line",
        line.kind === "unplaced" && "plan-unread",
        !word && "plan-plain",
        (line.canBePhase || line.canBeRead) && "plan-handle",
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
          {line.into !== null && <span className="plan-into">part of {line.into}</span>}
        </span>
        {(line.canBePhase || line.canBeRead) && (
          <span className="plan-say">
            {line.canBePhase && <PhaseChoice line={line} say={say} />}
            {line.canBeRead && <ReadAsChoice line={line} say={say} />}
          </span>
        )}
      </span>
    </li>
  );
}

const same = (a: PreviewLine, b: PreviewLine): boolean =>
  a.line === b.line &&
  a.kind === b.kind &&
  a.text === b.text &&
  a.canBePhase === b.canBePhase &&
  a.canBeRead === b.canBeRead &&
  a.as === b.as &&
  a.decided === b.decided &&
  a.into === b.into;

/** Drawn again only when it says something else: a correction changes a few of thousands of lines. */
export const PreviewRow = memo(
  Row,
  (before, after) => before.say === after.say && same(before.line, after.line),
);
