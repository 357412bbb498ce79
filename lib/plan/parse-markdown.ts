import type { Code, Node, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Data, type Processor, unified } from "unified";
import { type Part, partsOf } from "./parts";

type Extension = NonNullable<Data["fromMarkdownExtensions"]>[number];
type Handles = NonNullable<Extract<Extension, { exit?: unknown }>["exit"]>;

/** Behind an empty entry the parser takes "[ ]" in front of a plain paragraph for a box; there it is words. */
function withBoxesInEntries(exit: Handles): Handles {
  const boxes = Object.entries(exit).filter(([name]) => name.startsWith("taskListCheckValue"));
  const kept = boxes.map(([name, take]): [string, typeof take] => [
    name,
    function (token) {
      if (this.stack.at(-2)?.type === "listItem") take?.call(this, token);
      else {
        const around = this.stack.at(-1);
        const value = `[${this.sliceSerialize(token)}]`;
        const { start, end } = token;
        const position = { start: { ...start }, end: { ...end } };
        if (around?.type === "paragraph") around.children.push({ type: "text", value, position });
      }
    },
  ]);
  return { ...exit, ...Object.fromEntries(kept) };
}

/**
 * remark-gfm also searches finished text for addresses, with patterns that take the square of a long word;
 * what it would find reads the same without being a link.
 */
function withoutAddressSearch(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().map(({ exit, ...extension }) => ({
    ...extension,
    exit: withBoxesInEntries(exit ?? {}),
    transforms: [],
  }));
}

const parser = unified().use(remarkParse).use(remarkGfm).use(withoutAddressSearch).freeze();

/** The parser takes the square of a document's length, so one longer than this is parsed in parts. */
const WHOLE = 40_000;

const DEFINITION = /^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:\s*\S/;

/** Moves the positions of a part to where it stands in the document. */
function shift(node: Node, lines: number, offset: number): void {
  const open: Node[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const point of next.position ? [next.position.start, next.position.end] : []) {
      point.line += lines;
      if (point.offset !== undefined) point.offset += offset;
    }
    if ("children" in next && Array.isArray(next.children))
      for (const child of next.children) open.push(child);
  }
}

/** A block of code that is taken as it is. */
function codeOf({ lines }: Part, text: string): Code {
  const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: text.length };
  return {
    type: "code",
    value: lines.slice(1, -1).join("\n"),
    position: { start: { line: 1, column: 1, offset: 0 }, end },
  };
}

/** Paragraphs of plain words, as the parser would make them. */
function paragraphsOf({ lines }: Part): RootContent[] {
  const paragraphs: RootContent[] = [];
  let offset = 0;
  let from = 0;
  lines.forEach((line, index) => {
    const last = index + 1 === lines.length || lines[index + 1] === "";
    if (line !== "" && last) {
      const value = lines.slice(from, index + 1).join("\n");
      const end = { line: index + 1, column: line.length + 1, offset: offset + line.length };
      const place = () => ({
        start: { line: from + 1, column: 1, offset: end.offset - value.length },
        end: { ...end },
      });
      const text = { type: "text" as const, value, position: place() };
      paragraphs.push({ type: "paragraph", children: [text], position: place() });
    }
    if (line === "" || last) from = index + 1;
    offset += line.length + 1;
  });
  return paragraphs;
}

/** Adds what a part holds; the rows of a table that began in an earlier part join it. */
function join(root: Root, nodes: RootContent[], part: Part): void {
  nodes.forEach((node, index) => {
    const table = root.children.at(-1);
    if (index === 0 && part.head.length > 0 && node.type === "table" && table?.type === "table") {
      for (const row of node.children.slice(1)) table.children.push(row);
      if (table.position && node.position) table.position.end = node.position.end;
    } else root.children.push(node);
  });
}

/**
 * Parses GitHub-flavoured Markdown. In: the lines of a document. Out: its tree, positions counted from the
 * start of the document. Long documents are parsed in parts, with the link definitions they share.
 *
 * @param cutsInside see partsOf
 */
export function parseMarkdown(lines: readonly string[], cutsInside = true): Root {
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const parts = length > WHOLE ? partsOf(lines, cutsInside) : [];
  if (parts.length === 0) return parser.parse(lines.join("\n"));
  const shared = lines.filter((line) => DEFINITION.test(line)).slice(0, 500);
  const named = shared.map((line) => ({ line, name: line.slice(line.indexOf("["), line.indexOf("]:") + 1) }));
  const root: Root = { type: "root", children: [] };
  let offset = 0;
  for (const part of parts) {
    const text = part.lines.join("\n");
    const above = part.head.map((line) => `${line}\n`).join("");
    const used = named.filter(({ name }) => text.includes(name)).map(({ line }) => line);
    const below = used.length > 0 ? `\n\n${used.join("\n")}` : "";
    const own = part.head.length + part.lines.length;
    const nodes: RootContent[] =
      part.kind === "code"
        ? [codeOf(part, text)]
        : part.kind === "prose"
          ? paragraphsOf(part)
          : parser
              .parse(above + text + below)
              .children.filter((node) => (node.position?.start.line ?? 0) <= own);
    for (const node of nodes) shift(node, part.firstLine - part.head.length, offset - above.length);
    join(root, nodes, part);
    offset += text.length + 1;
  }
  return root;
}
