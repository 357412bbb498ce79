import { AppError } from "@/lib/domain/errors";
import { Enclosure } from "./enclosure";

/** A project holds 10,000 items; a document that lists twice as much is not read at all. */
const ITEMS_MAX = 10_000;
/** Far beyond any plan, and as much as is read in a few seconds. */
const HEADINGS_MAX = 10_000;
const LINES_MAX = 50_000;
const SIGNS_MAX = 500_000;
/** Beyond this a line's emphasis, links and cells are taken as plain signs: weighing them takes the square of its length. */
const LINE_MAX = 12_000;

const OPENERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*(?:[ \t]+\[[ xX]\](?=[ \t]))?/;
const ENTRY = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]|\|)/;

const figures = (number: number) => number.toLocaleString("en");

function refuseOver(limit: number, count: number, what: string, why?: string): void {
  if (count <= limit) return;
  const reason = why ?? `${figures(limit)} can be read at most`;
  throw new AppError(
    "INVALID",
    `This document has ${figures(count)} ${what}; ${reason}. Split it and import the parts.`,
  );
}

/**
 * Refuses a document that lists far more than a project can hold or takes too long to read, before any of it
 * is parsed. In: its lines. Throws AppError INVALID with the number found and the limit.
 */
export function refuseTooMany(lines: readonly string[]): void {
  const enclosure = new Enclosure();
  let entries = 0;
  let headings = 0;
  let written = 0;
  let signs = 0;
  for (const line of lines) {
    if (!enclosure.next(line)) continue;
    if (ENTRY.test(line)) entries++;
    else if (/^#{1,6}\s/.test(line)) headings++;
    if (line.trim() !== "") written++;
    signs += line.match(/[*_`[\]<~\\!&|]/g)?.length ?? 0;
  }
  const items = `a project holds ${figures(ITEMS_MAX)} items at most`;
  refuseOver(2 * ITEMS_MAX, entries, "list entries and table rows", items);
  refuseOver(HEADINGS_MAX, headings, "headings");
  refuseOver(LINES_MAX, written, "lines");
  refuseOver(SIGNS_MAX, signs, "signs of markup");
}

/** Escapes the inline markup of absurdly long lines. In and out: the lines; ordinary ones come back as they are. */
export function withoutLongMarkup(lines: readonly string[]): string[] {
  return lines.map((line) => {
    if (line.length <= LINE_MAX) return line;
    const words = OPENERS.exec(line.slice(0, 2000))?.[0].length ?? 0;
    return line.slice(0, words) + line.slice(words).replace(/(?<!\\)[*_[\]~`<|]/g, "\\$&");
  });
}
