import clsx from "clsx";
import type { ImportPreview, PreviewLine } from "@/lib/domain/import-preview";
import { type CorrectDraft, HeadingChoice } from "./heading-choice";
import { kindWord } from "./line-kinds";

/** The document as it was given, each line with what it was read as. */
export function SourceLines({ preview, correct }: { preview: ImportPreview; correct: CorrectDraft }) {
  const { draftId, lines, linesLeftOut, decided } = preview;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="source" aria-label="The document, line by line" tabIndex={0}>
      <ol>
        {lines.map((line) => (
          <li key={line.line} id={`line-${line.line}`} className={clsx("source-line", lineClass(line))}>
            <span className="num">{line.line}</span>
            <code>{line.text}</code>
            <span className="source-kind">
              {kindWord(line.kind)}
              {line.heading && (
                <HeadingChoice
                  draftId={draftId}
                  line={line.line}
                  isPhase={line.kind === "phase"}
                  decided={line.line in decided}
                  correct={correct}
                />
              )}
            </span>
          </li>
        ))}
      </ol>
      {linesLeftOut > 0 && (
        <p className="px-4 py-3 text-fine text-ink-3">
          {linesLeftOut} further lines are read too, and not listed.
        </p>
      )}
    </section>
  );
}

function lineClass({ kind }: PreviewLine): string | undefined {
  if (kind === "phase") return "source-phase";
  return kind === "unplaced" ? "source-unread" : undefined;
}
