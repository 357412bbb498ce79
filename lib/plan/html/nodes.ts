import type { Heading, List, ListItem, Paragraph, RootContent, Table, TableCell, TableRow } from "mdast";
import type { Element, HtmlNode } from "./elements";
import { isCheckbox, isChecked, markdownOf, phrasingOf, trimmed } from "./words";
import { keepWritten, writtenAs } from "./written";

type Position = NonNullable<List["position"]>;
type Placed = Pick<HtmlNode, "line" | "endLine">;

const position = ({ line, endLine }: Placed): Position => ({
  start: { line, column: 1 },
  end: { line: endLine, column: 1 },
});

const elements = ({ children }: Element): Element[] =>
  children.filter((child): child is Element => child.tag !== null);

/** The lines on which words, boxes or pictures begin and end. */
const wordLines = (nodes: readonly HtmlNode[]): number[] =>
  nodes.flatMap((node): number[] => {
    if (node.tag !== null) return node.children.length > 0 ? wordLines(node.children) : [node.endLine];
    const from = node.line + (/^\s*/.exec(node.text)?.[0].split("\n").length ?? 1) - 1;
    return node.text.trim() === "" ? [] : [from, from + node.text.trim().split("\n").length - 1];
  });

function paragraphOf(nodes: readonly HtmlNode[]): Paragraph | null {
  const children = trimmed(phrasingOf(nodes));
  const lines = wordLines(nodes);
  const place = { line: lines[0] ?? 0, endLine: lines.at(-1) ?? 0 };
  if (children.length === 0 || lines.length === 0) return null;
  return keepWritten({ type: "paragraph", children, position: position(place) }, markdownOf(children));
}

/** An entry: its box, its words, and what is nested in it. */
function entryOf(element: Element): ListItem {
  const at = element.children.findIndex((child) => child.tag !== null || child.text.trim() !== "");
  const opening = element.children[at];
  // The box may stand in a label or paragraph around the words.
  const holder =
    opening && opening.tag !== null && /^(?:label|p|span)$/.test(opening.tag) ? opening : element;
  const box = elements(holder).find(isCheckbox);
  const words: HtmlNode[] = [];
  const lists: Element[] = [];
  for (const child of element.children)
    if (child.tag === "ul" || child.tag === "ol") lists.push(child);
    else if (child !== box)
      words.push(
        child === holder ? { ...child, children: child.children.filter((node) => node !== box) } : child,
      );
  const paragraph = paragraphOf(words);
  const below = lists.map(listOf);
  const children = [...(paragraph ? [paragraph] : []), ...below];
  const item: ListItem = {
    type: "listItem",
    checked: box ? isChecked(box) : null,
    spread: false,
    children,
    position: position({ ...element, line: paragraph?.position?.start.line ?? element.line }),
  };
  const lines = children.map((child) => writtenAs(child) ?? "").join("\n");
  return keepWritten(item, `- ${lines.replaceAll("\n", "\n  ")}`);
}

/** The entries of a list; a list right inside of it belongs to the entry before. */
function entriesOf(element: Element): Element[] {
  const entries: Element[] = [];
  for (const child of elements(element)) {
    const last = entries.at(-1);
    if (child.tag === "li") entries.push({ ...child, children: [...child.children] });
    else if (child.tag !== "ul" && child.tag !== "ol") continue;
    else if (last) {
      last.children.push(child);
      last.endLine = child.endLine;
    } else entries.push(...entriesOf(child));
  }
  return entries;
}

function listOf(element: Element): List {
  const children = entriesOf(element).map(entryOf);
  const list: List = {
    type: "list",
    ordered: element.tag === "ol",
    start: element.tag === "ol" ? 1 : null,
    spread: false,
    children,
    position: position(element),
  };
  return keepWritten(list, children.map((child) => writtenAs(child) ?? "").join("\n"));
}

/** A list of what stands behind boxes that are in no list. */
export function boxList(boxes: readonly { box: Element; words: HtmlNode[] }[]): List | null {
  const children = boxes.flatMap(({ box, words }): ListItem[] => {
    const paragraph = paragraphOf(words);
    if (!paragraph) return [];
    const place = { line: box.line, endLine: Math.max(box.endLine, ...words.map(({ line }) => line)) };
    const item: ListItem = {
      type: "listItem",
      checked: isChecked(box),
      spread: false,
      children: [paragraph],
      position: position(place),
    };
    return [keepWritten(item, `- ${writtenAs(paragraph) ?? ""}`)];
  });
  const [first] = children;
  const start = first?.position?.start;
  const end = children.at(-1)?.position?.end;
  if (!start || !end) return null;
  return { type: "list", ordered: false, start: null, spread: false, children, position: { start, end } };
}

const spanOf = (cell: Element, direction: "row" | "col"): number => {
  const said = new RegExp(`\\b${direction}span\\s*=\\s*["']?(\\d{1,3})`, "i").exec(cell.attributes)?.[1];
  return Math.min(Math.max(Number(said ?? 1), 1), 100);
};

function cellOf(element: Element): TableCell {
  const children = trimmed(phrasingOf(element.children));
  return keepWritten({ type: "tableCell", children, position: position(element) }, markdownOf(children));
}

const rowsOf = (element: Element): Element[] =>
  elements(element).flatMap((child) =>
    child.tag === "tr" ? [child] : /^(?:thead|tbody|tfoot)$/.test(child.tag) ? rowsOf(child) : [],
  );

/** A table with a head and at least one row; cells that reach over several rows stand in each. Null: it lays something out. */
function tableOf(element: Element): Table | null {
  const rows = rowsOf(element);
  const reaching = new Map<number, { cell: Element; left: number }>();
  const children = rows.map((row): TableRow => {
    const cells: TableCell[] = [];
    const carry = () => {
      for (let above = reaching.get(cells.length); above; above = reaching.get(cells.length)) {
        if (--above.left === 0) reaching.delete(cells.length);
        cells.push(cellOf(above.cell));
      }
    };
    for (const cell of elements(row).filter(({ tag }) => tag === "td" || tag === "th")) {
      carry();
      if (spanOf(cell, "row") > 1) reaching.set(cells.length, { cell, left: spanOf(cell, "row") - 1 });
      cells.push(cellOf(cell));
      for (let more = spanOf(cell, "col"); more > 1; more--) cells.push({ type: "tableCell", children: [] });
    }
    carry();
    return { type: "tableRow", children: cells, position: position(row) };
  });
  const named = children[0]?.children.filter(({ children: words }) => /\p{L}/u.test(markdownOf(words))) ?? [];
  return children.length < 2 || named.length < 2
    ? null
    : { type: "table", children, position: position(element) };
}

/** What an element is in Markdown: a heading, a list, a table. Null for others. */
export function nodeOf(element: Element): RootContent | null {
  const depth = /^h([2-6])$/.exec(element.tag)?.[1];
  if (depth) {
    const children = trimmed(phrasingOf(element.children));
    const heading: Heading = {
      type: "heading",
      depth: depth === "2" ? 2 : depth === "3" ? 3 : depth === "4" ? 4 : depth === "5" ? 5 : 6,
      children,
      position: position(element),
    };
    return children.length > 0 ? heading : null;
  }
  if (element.tag === "table") return tableOf(element);
  if (element.tag !== "ul" && element.tag !== "ol") return null;
  const list = listOf(element);
  return list.children.length > 0 ? list : null;
}
