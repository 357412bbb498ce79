import { Enclosure } from "./enclosure";

/** A part ends at the next heading after this many characters, */
const PART = 1500;
/** or, where no heading comes, between two entries of a list, or two rows of a table, after this many. */
const LONG_PART = 4000;
/** So much of plain words at once needs no parser. */
const PROSE = 400;
/** Code longer than this is taken as it is and a paragraph is cut: parsing them takes the square of their length. */
const LONG_LEAF = 12_000;

/** A stretch of a document that can be parsed by itself. */
export interface Part {
  kind: "markdown" | "code" | "prose";
  firstLine: number;
  lines: string[];
  /** the head of the table whose rows go on in this part; it was parsed with the part the table begins in */
  head: string[];
}

/** A number continues a paragraph unless a list is open; a bullet never does. */
function startsEntry(line: string, before: string): boolean {
  return /^[-*+] /.test(line) || (/^\d{1,9}[.)] /.test(line) && /^(?:\s|\d{1,9}[.)]|$)/.test(before));
}

const TABLE_RULE = /^ {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*$/;
const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
const QUOTE = /^(?:> ?)+/;
/** A line that can only be words: no sign of markup anywhere, no address, and nothing that opens a block. */
const isPlain = (line: string) => !/[\\`*_[\]<>&|~!@^#\t]|:\/\/|www\.|^[ \d+=:-]|[ \u00a0]$|^$/i.test(line);
const isProse = (line: string) =>
  line.trim() !== "" && !/^\s*(?:[-*+](?:\s|$)|#{1,6}(?:\s|$)|[>|<]|`{3}|~{3}|\d{1,9}[.)]\s)/.test(line);

/** Where the block of code that opens at a line ends, if it is too long to parse; null for others. */
function longCode(lines: readonly string[], from: number): number | null {
  const fence = FENCE.exec(lines[from] ?? "")?.[1];
  if (!fence) return null;
  const closing = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}\\s*$`);
  let to = from + 1;
  let size = 0;
  for (; to < lines.length && !closing.test(lines[to] ?? ""); to++) size += (lines[to]?.length ?? 0) + 1;
  return size > LONG_LEAF ? Math.min(to + 1, lines.length) : null;
}

/** Where paragraphs of plain words that open at a line end, if there are enough of them; null for others. */
function plainProse(lines: readonly string[], from: number): number | null {
  let end = from;
  let size = 0;
  for (let at = from; at < lines.length && (lines[at] === "" || isPlain(lines[at] ?? "")); at++) {
    size += (lines[at]?.length ?? 0) + 1;
    // What goes on in a line that is not plain is no plain paragraph.
    if (lines[at] === "" || at + 1 === lines.length) end = at + 1;
    if (size > LONG_LEAF * 4) break;
  }
  const enough = lines.slice(from, end).reduce((sum, line) => sum + line.length + 1, 0) >= PROSE;
  return enough ? end : null;
}

/** Cuts a document into parts, where that leaves what it says as it is. */
class Cutter {
  readonly parts: Part[] = [];
  private part: Part = { kind: "markdown", firstLine: 0, lines: [], head: [] };
  private size = 0;
  /** how long the paragraph has become */
  private prose = 0;
  /** the first two lines of the table that is open */
  private head: string[] = [];

  /** @param cutsInside a paragraph is also cut at a line that is indented a little */
  constructor(private readonly cutsInside: boolean) {}

  cut(firstLine: number, kind: Part["kind"], head: string[] = []): void {
    if (this.part.lines.length > 0) this.parts.push(this.part);
    this.part = { kind, firstLine, lines: [], head };
    this.size = 0;
  }

  add(line: string): void {
    this.part.lines.push(line);
    this.size += line.length + 1;
  }

  /** Takes a line of Markdown, in a new part where one may begin. */
  take(at: number, line: string, before: string, free: boolean): void {
    const quote = QUOTE.exec(line)?.[0] ?? "";
    const own = line.slice(quote.length);
    const above = before.slice(QUOTE.exec(before)?.[0].length ?? 0);
    const sameQuote = quote === "" || before.startsWith(">");
    const heading = this.size > PART && /^#{1,6}\s/.test(own) && above.trim() === "";
    const entry = this.size > LONG_PART && sameQuote && startsEntry(own, above);
    const prose = isProse(line);
    if (!prose && !line.startsWith("|")) this.head = [];
    else if (TABLE_RULE.test(line) && before.includes("|") && this.head.length === 0)
      this.head = [before, line];
    const row = this.size > LONG_PART && this.head.length > 0 && this.head[1] !== line;
    const inside = this.cutsInside ? /^(?: {4}|\t)/ : /^\s/;
    const long = prose && this.head.length === 0 && this.prose > LONG_LEAF && !inside.test(line);
    this.prose = prose ? (long ? LONG_LEAF - LONG_PART : this.prose) + line.length : 0;
    if (free && row) this.cut(at, "markdown", this.head);
    else if (free && (heading || entry || long)) this.cut(at, "markdown");
    this.add(line);
  }
}

/**
 * Cuts a long document into parts that can be parsed one by one: at headings and, where there are none for
 * long, between list entries, table rows and the lines of an endless paragraph, outside of every enclosure.
 *
 * @param cutsInside false for a document that indents whatever belongs to an entry, so that no entry is cut
 */
export function partsOf(lines: readonly string[], cutsInside: boolean): Part[] {
  const cutter = new Cutter(cutsInside);
  const enclosure = new Enclosure();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const free = enclosure.next(line);
    const alone = free && line !== "" && (at === 0 || lines[at - 1] === "");
    const prose = alone ? plainProse(lines, at) : null;
    const end = prose ?? (free ? longCode(lines, at) : null);
    if (end === null) {
      cutter.take(at, line, lines[at - 1] ?? "", free);
      continue;
    }
    cutter.cut(at, prose === null ? "code" : "prose");
    cutter.add(line);
    while (at + 1 < end) {
      const inside = lines[++at] ?? "";
      enclosure.next(inside);
      cutter.add(inside);
    }
    cutter.cut(end, "markdown");
  }
  cutter.cut(lines.length, "markdown");
  return cutter.parts;
}
