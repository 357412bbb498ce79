"use client";
import { useEffect, useMemo } from "react";
import { type Packed, unpack } from "@/components/ui/packed";
import type { LinesPage, PreviewLine, ShownLines } from "@/lib/domain/import-preview";
import { LinesPager } from "./lines-pager";
import { PreviewRow } from "./preview-row";
import { ShownChoice } from "./shown-choice";
import type { Say } from "./use-corrections";
import { useInSteps } from "./use-in-steps";

const NONE: Record<ShownLines, string> = {
  all: "The document has no lines.",
  handles: "No heading, list or table stands in it.",
  unread:
    "Every line was placed. What stays words of the document, as its prose does, is marked with a dot among all lines.",
};

interface PreviewLinesProps {
  lines: Packed<PreviewLine[]>;
  page: LinesPage;
  say: Say;
}

/**
 * Source on the left, what became of it on the right, and beside headings and lists what else they can be. Of a long
 * document one page; what is shown of it is said by the address.
 */
export function PreviewLines({ lines: packed, page, say }: PreviewLinesProps) {
  const lines = useMemo(() => unpack(packed), [packed]);
  return (
    <>
      <div id="lines" className="plan-lines-head">
        <ShownChoice shown={page.shown} />
        <LinesPager label="Pages of the document" page={page} />
      </div>
      {lines.length === 0 && <p className="px-4.5 py-6 text-ink-2">{NONE[page.shown]}</p>}
      <Rows key={`${page.shown} ${page.page}`} lines={lines} sought={page.sought} say={say} />
      {page.pages > 1 && (
        <div className="plan-lines-head border-t">
          <LinesPager label="Pages of the document, below" page={page} />
        </div>
      )}
    </>
  );
}

function Rows({ lines, sought, say }: { lines: PreviewLine[]; sought: number | null; say: Say }) {
  const soughtAt = sought === null ? 0 : lines.findIndex(({ line }) => line >= sought);
  const count = useInSteps(lines.length, soughtAt);
  useEffect(() => {
    const show = () => document.getElementById(`line-${sought}`)?.scrollIntoView({ block: "center" });
    show();
    // Rows out of sight have a height that is guessed; once some of them were drawn, the place is another.
    const timers = [100, 300].map((wait) => setTimeout(show, wait));
    return () => timers.forEach(clearTimeout);
  }, [sought]);
  return (
    <ol className="plan-lines" aria-label="Lines of the document">
      {lines.slice(0, count).map((line) => (
        <PreviewRow key={line.line} line={line} sought={line.line === sought} say={say} />
      ))}
    </ol>
  );
}
