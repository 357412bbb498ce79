"use client";
import type { PreviewLine } from "@/lib/domain/import-preview";
import { PreviewRow } from "./preview-row";
import type { Say } from "./use-corrections";

/** Source on the left, what became of it on the right, and beside headings and lists what else they can be. */
export function PreviewLines({ lines, say }: { lines: PreviewLine[]; say: Say }) {
  return (
    <ol className="plan-lines" aria-label="Lines of the document">
      {lines.map((line) => (
        <PreviewRow key={line.line} line={line} say={say} />
      ))}
    </ol>
  );
}
