import { Chip } from "@/components/ui/chip";
import type { ImportPreview, LinesPage, PreviewFacts } from "@/lib/domain/import-preview";
import { lineHref } from "./lines-pager";

/** Where the counts stand, for the focus to come back to. */
export const UNDERSTOOD = "understood";

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** How much was understood, what was repaired and judged, and what was not understood. */
export function ImportFacts({ preview, pending }: { preview: PreviewFacts; pending: boolean }) {
  const { counts, notes, unplaced, linesPage: page } = preview;
  const rest = [
    [counts.environments, "environment", "environments"],
    [counts.secrets, "secret", "secrets"],
    [counts.risks, "risk", "risks"],
  ] as const;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-4.5 py-3">
        <h2 id={UNDERSTOOD} tabIndex={-1} className="mr-1 font-semibold">
          What we understood
        </h2>
        <Chip tone="brand">{count(counts.phases, "phase", "phases")}</Chip>
        <Chip>
          {count(counts.items, "item", "items")}, {counts.ticked} ticked
        </Chip>
        <Chip>{count(counts.criteria, "criterion", "criteria")}</Chip>
        {rest.map(([number, one, many]) => number > 0 && <Chip key={one}>{count(number, one, many)}</Chip>)}
        {counts.notUnderstood > 0 && (
          <Chip tone="warn">{count(counts.notUnderstood, "line", "lines")} not understood</Chip>
        )}
        <span role="status" className="text-small text-ink-3">
          {pending ? "Reading it again …" : ""}
        </span>
      </div>
      {(notes.length > 0 || unplaced.length > 0) && (
        <div className="grid gap-2 border-b border-line px-4.5 py-3 text-small">
          <LineNotes title="What we repaired and judged" lines={notes} page={page} open={notes.length <= 3} />
          <LineNotes title="What we did not understand" lines={unplaced} page={page} />
          {unplaced.length > 0 && (
            <p className="text-ink-2">
              Such lines, and text and code outside an item, are in no export. The document itself is kept and
              stands in the project's settings. To take a list over, say below what it is.
            </p>
          )}
        </div>
      )}
    </>
  );
}

/** The way to a line of the document; a note of the whole document has none. */
export const LineLink = ({ line, page }: { line: number; page: LinesPage }) =>
  line > 0 && (
    <a href={lineHref(page, line)} className="link num">
      Line {line}
    </a>
  );

interface LineNotesProps {
  title: string;
  lines: ImportPreview["notes"];
  page: LinesPage;
  open?: boolean;
}

function LineNotes({ title, lines, page, open }: LineNotesProps) {
  if (lines.length === 0) return null;
  return (
    <details open={open}>
      <summary className="font-medium">
        {title} <span className="num font-normal text-ink-3">{lines.length}</span>
      </summary>
      <ul className="plan-notes mt-1.5 grid gap-1 pl-4 text-ink-2">
        {lines.map(({ line, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two notes may say the same of one line, and none ever moves
          <li key={index}>
            <LineLink line={line} page={page} /> {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
