"use client";
import clsx from "clsx";
import { useState } from "react";
import type { ActionOf } from "@/components/ui/action-of";
import { Button } from "@/components/ui/button";
import { notify, requestRefresh } from "@/components/ui/signals";
import type { PreviewLine } from "@/lib/domain/import-preview";
import type { correctDraftSchema } from "@/lib/schemas/import-drafts";
import { KIND_WORDS, tickOf, withoutMarks } from "./kind-words";

interface PreviewLinesProps {
  draftId: string;
  lines: PreviewLine[];
  decided: Record<number, boolean>;
  correct: ActionOf<typeof correctDraftSchema>;
}

/** Source on the left, what became of it on the right. A heading can be made a phase, or told that it is none. */
export function PreviewLines({ draftId, lines, decided, correct }: PreviewLinesProps) {
  const [pending, setPending] = useState<number | null>(null);
  const say = async (line: number, isPhase: boolean | null) => {
    if (pending !== null) return;
    setPending(line);
    const result = await correct({ draftId, line, isPhase }).catch(() => null);
    setPending(null);
    if (!result?.ok)
      notify({ text: result?.error.message ?? "The server could not be reached.", tone: "stop" });
    requestRefresh();
  };
  return (
    <ol className="plan-lines">
      {lines.map((line) => {
        const { word, depth } = KIND_WORDS[line.kind] ?? { word: null, depth: 1 };
        const tick = tickOf(line.text);
        return (
          <li
            key={line.line}
            className={clsx("plan-line", line.kind === "unplaced" && "plan-unread", !word && "plan-plain")}
          >
            <span className="plan-number num">{line.line}</span>
            <code className="plan-source">{line.text}</code>
            <span
              className={clsx("plan-became", `plan-depth-${depth}`, line.kind === "phase" && "plan-phase")}
            >
              <span className="plan-kind">{word ?? "·"}</span>
              <span className={word ? "plan-text" : "plan-text plan-aside"}>
                {tick !== null && <span className="sr-only">{tick ? "ticked: " : "not ticked: "}</span>}
                {tick !== null && <i aria-hidden="true" className={tick ? "plan-tick" : "plan-box"} />}
                {withoutMarks(line.text)}
              </span>
              {line.heading && line.kind !== "title" && (
                <span className="plan-say">
                  {line.line in decided && (
                    <Button small look="quiet" onClick={() => void say(line.line, null)}>
                      As it was
                    </Button>
                  )}
                  <Button
                    small
                    look="quiet"
                    aria-disabled={pending === line.line || undefined}
                    aria-label={`${line.kind === "phase" ? "Not a phase" : "Make a phase"}: ${withoutMarks(line.text)}`}
                    onClick={() => void say(line.line, line.kind !== "phase")}
                  >
                    {line.kind === "phase" ? "Not a phase" : "Make a phase"}
                  </Button>
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
