import type { Node, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkGfm);

/** The parser takes the square of a document's length, so one longer than this is parsed in parts. */
const WHOLE = 40_000;
/** A part ends at the next heading after this many characters, */
const PART = 1500;
/** or, where no heading comes, between two entries of a list after this many. */
const LONG_PART = 4000;

const DEFINITION = /^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:\s*\S/;

interface Part {
  firstLine: number;
  lines: string[];
}

/** Follows what may hold a heading sign without meaning one: code fences, comments, raw HTML. */
class Enclosure {
  private closing: RegExp | null = null;

  /** In: the next line. Out: whether the line before it ended outside of every enclosure. */
  next(line: string): boolean {
    const free = this.closing === null;
    if (this.closing) {
      if (this.closing.test(line)) this.closing = null;
      return free;
    }
    const fence = /^[ \t>]*(?:[-*+]\s+|\d{1,9}[.)]\s+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (fence) this.closing = new RegExp(`^[ \\t>]*${fence[0]}{${fence.length},}\\s*$`);
    else if (/^ {0,3}<!--/.test(line) && !/-->/.test(line)) this.closing = /-->/;
    else {
      const raw = /^ {0,3}<(pre|script|style|textarea)\b/i.exec(line)?.[1];
      if (raw && !new RegExp(`</${raw}>`, "i").test(line)) this.closing = new RegExp(`</${raw}>`, "i");
    }
    return free;
  }
}

/** A number continues a paragraph unless a list is open; a bullet never does. */
function startsEntry(line: string, before: string): boolean {
  return /^[-*+] /.test(line) || (/^\d{1,9}[.)] /.test(line) && /^(?:\s|\d{1,9}[.)]|$)/.test(before));
}

/** Cuts at headings (and, where there are none for long, between list entries) that stand outside every enclosure. */
function partsOf(lines: readonly string[]): Part[] {
  const parts: Part[] = [];
  let part: Part = { firstLine: 0, lines: [] };
  let size = 0;
  const enclosure = new Enclosure();
  lines.forEach((line, index) => {
    const free = enclosure.next(line);
    const heading = size > PART && /^#{1,6}\s/.test(line) && (lines[index - 1] ?? "").trim() === "";
    const entry = size > LONG_PART && startsEntry(line, lines[index - 1] ?? "");
    if (free && (heading || entry)) {
      parts.push(part);
      part = { firstLine: index, lines: [] };
      size = 0;
    }
    part.lines.push(line);
    size += line.length + 1;
  });
  parts.push(part);
  return parts;
}

/** Moves the positions of a part to where it stands in the document. */
function shift(node: Node, lines: number, offset: number): void {
  const open: Node[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const point of next.position ? [next.position.start, next.position.end] : []) {
      point.line += lines;
      if (point.offset !== undefined) point.offset += offset;
    }
    if ("children" in next && Array.isArray(next.children)) open.push(...next.children);
  }
}

/**
 * Parses GitHub-flavoured Markdown. In: the lines of a document. Out: its tree, positions counted from the
 * start of the document. Long documents are parsed in parts, with the link definitions they share.
 */
export function parseMarkdown(lines: readonly string[]): Root {
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const parts = length > WHOLE ? partsOf(lines) : [];
  if (parts.length <= 1) return parser.parse(lines.join("\n"));
  const shared = lines.filter((line) => DEFINITION.test(line)).slice(0, 500);
  const root: Root = { type: "root", children: [] };
  let offset = 0;
  for (const { firstLine, lines: own } of parts) {
    const text = own.join("\n");
    const named = shared.filter((line) =>
      text.includes(line.slice(line.indexOf("["), line.indexOf("]:") + 1)),
    );
    const tree = parser.parse(named.length > 0 ? `${text}\n\n${named.join("\n")}` : text);
    for (const node of tree.children) {
      if ((node.position?.start.line ?? 0) > own.length) continue;
      shift(node, firstLine, offset);
      root.children.push(node);
    }
    offset += text.length + 1;
  }
  return root;
}
