"use client";
import { useMemo, useState } from "react";
import { type Packed, unpack } from "@/components/ui/packed";
import type { PreviewLine } from "@/lib/domain/import-preview";
import { PreviewRow } from "./preview-row";
import type { Say } from "./use-corrections";

const SHOWN = { all: "All lines", handles: "Headings, lists and tables", unread: "Not understood" } as const;
type Shown = keyof typeof SHOWN;

/**
 * Source on the left, what became of it on the right, and beside headings and lists what else they can be. Lines are left
 * out by the style sheet: drawing thousands of them anew would take longer than looking.
 */
export function PreviewLines({ lines: packed, say }: { lines: Packed<PreviewLine[]>; say: Say }) {
  const lines = useMemo(() => unpack(packed), [packed]);
  const [shown, setShown] = useState<Shown>("all");
  return (
    <>
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line px-4.5 py-2.5 text-small">
        <legend className="sr-only">Which lines are shown</legend>
        {(["all", "handles", "unread"] as const).map((kind) => (
          <label key={kind} className="flex items-baseline gap-1.5">
            <input type="radio" name="shown" checked={shown === kind} onChange={() => setShown(kind)} />
            {SHOWN[kind]}
          </label>
        ))}
      </fieldset>
      <ol className="plan-lines" data-shown={shown} aria-label="Lines of the document">
        {lines.map((line) => (
          <PreviewRow key={line.line} line={line} say={say} />
        ))}
      </ol>
    </>
  );
}
