import "server-only";
import type { ImportPreview, LinesPage, PreviewLine, WantedLines } from "@/lib/domain/import-preview";
import type { Corrections } from "@/lib/domain/plan-corrections";
import type { ParsedPlan } from "@/lib/plan/parse-plan";

/** More at once make the page slow; the others are on further pages. */
const PAGE = 2_000;

type Choices = Pick<NonNullable<PreviewLine["choices"]>, "canBePhase" | "canBeRead">;
type Reading = ParsedPlan["reading"];

/** The part of what is shown that a page, or the page of a line, holds. */
function pageOf(reading: Reading, { page = 1, line }: WantedLines): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(reading.length / PAGE));
  if (line === undefined) return { page: Math.min(Math.max(1, page), pages), pages };
  const index = reading.findIndex((entry) => entry.line >= line);
  return { page: index === -1 ? pages : Math.floor(index / PAGE) + 1, pages };
}

/** A page of the lines of a document, with what the reader can say of each and has said. */
export function linesOf(
  { reading, handles, phases }: ParsedPlan,
  corrections: Corrections,
  wanted: WantedLines,
): Pick<ImportPreview, "lines" | "linesPage"> {
  const handleAt = new Map(handles.map((handle) => [handle.line, handle]));
  const phaseAt = new Map(phases.map(({ name, line }) => [line, name]));
  const into = new Map(corrections.fold.map((entry) => [entry.phase, entry.into]));
  const decided = new Set(corrections.phases.map(({ line }) => line));

  const choicesOf = ({ line, kind }: Reading[number]): Choices | null => {
    const handle = handleAt.get(line);
    const canBePhase = kind === "phase" || (handle?.canBePhase === true && kind !== "title");
    const canBeRead = kind !== "phase" && kind !== "title" && handle?.canBeRead === true;
    return canBePhase || canBeRead ? { canBePhase, canBeRead } : null;
  };
  const { shown = "all", line: sought = null } = wanted;
  const isShown = {
    all: () => true,
    handles: (entry: Reading[number]) => choicesOf(entry) !== null,
    unread: ({ kind }: Reading[number]) => kind === "unplaced",
  }[shown];
  const kept = reading.filter(isShown);
  const { page, pages } = pageOf(kept, wanted);

  const lines = kept.slice((page - 1) * PAGE, page * PAGE).map((entry): PreviewLine => {
    const { line, kind, text } = entry;
    const choices = choicesOf(entry);
    const given = { line, kind, text: text.length > 300 ? `${text.slice(0, 299)}…` : text };
    if (!choices) return given;
    const said = {
      as: handleAt.get(line)?.as ?? null,
      decided: decided.has(line),
      into: into.get(phaseAt.get(line) ?? "") ?? null,
    };
    return { ...given, choices: { ...choices, ...said } };
  });
  const linesPage: LinesPage = {
    shown,
    page,
    pages,
    from: lines[0]?.line ?? 0,
    until: lines.at(-1)?.line ?? 0,
    lastLine: reading.at(-1)?.line ?? 0,
    sought,
  };
  return { lines, linesPage };
}
