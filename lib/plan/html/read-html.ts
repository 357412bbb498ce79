import type { Html, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { type Element, elementsOf, type HtmlNode } from "./elements";
import { boxList, nodeOf } from "./nodes";
import { isCheckbox } from "./words";

const TELLING = /<(?:table|ul|ol|h[2-6]|input)\b/i;
const NESTING = /<(\/?)(?:table|ul|ol)\b/gi;
const INLINE = /^(?:br|label|span|b|strong|i|em|code|a|small|sub|sup|u|s|del|img|kbd)$/;

const openLists = (html: string): number =>
  [...html.matchAll(NESTING)].reduce((open, [, slash]) => open + (slash ? -1 : 1), 0);

/**
 * How many nodes, from each one on, belong to the same HTML: blank lines cut it apart, Markdown between its pieces is
 * Markdown. From the last one back, with the places where few enough lists are open: a document of nothing but lists that
 * nobody closes was looked through to its end for each of them.
 */
function lengthsOf(nodes: readonly RootContent[]): number[] {
  const opened = [0];
  for (const [at, node] of nodes.entries())
    opened.push(
      (opened[at] ?? 0) + (node.type === "html" || node.type === "code" ? openLists(node.value) : 0),
    );
  const lengths = nodes.map(() => 1);
  let ends: number[] = [];
  for (const [at, node] of [...nodes.entries()].reverse()) {
    // What is indented behind a blank line is code to the parser.
    if (node.type !== "html" && !(node.type === "code" && !node.lang)) {
      ends = [];
      continue;
    }
    ends.push(at + 1);
    const open = opened[at] ?? 0;
    while (ends.length > 0 && (opened[ends.at(-1) ?? 0] ?? 0) > open) ends.pop();
    lengths[at] = (ends.at(-1) ?? at + 1) - at;
  }
  return lengths;
}

/** Boxes outside of lists and tables, each with the words behind it. */
function looseBoxes(nodes: readonly HtmlNode[]): { box: Element; words: HtmlNode[] }[] {
  const found: { box: Element; words: HtmlNode[] }[] = [];
  const visit = (node: HtmlNode) => {
    if (node.tag !== null && isCheckbox(node)) found.push({ box: node, words: [] });
    else if (node.tag === null || (INLINE.test(node.tag) && !node.children.some(isCheckbox)))
      found.at(-1)?.words.push(node);
    else for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
  return found;
}

const isBox = (node: PhrasingContent): boolean =>
  node.type === "html" && /^<input\b[^>]*checkbox/i.test(node.value);

/** A paragraph of boxes (`<input type="checkbox"> Backups<br>`): a list. Null for others. */
function boxesOfParagraph({ children }: Paragraph): List | null {
  const written = children.filter((node) => node.type !== "text" || node.value.trim() !== "");
  if (!written[0] || !isBox(written[0])) return null;
  const items: ListItem[] = [];
  for (const node of written) {
    const last = items.at(-1);
    if (isBox(node)) {
      const checked = node.type === "html" && /\schecked\b/i.test(node.value);
      const paragraph: Paragraph = { type: "paragraph", children: [], position: node.position };
      items.push({
        type: "listItem",
        checked,
        spread: false,
        children: [paragraph],
        position: node.position,
      });
    } else if (last?.children[0]?.type === "paragraph" && node.type !== "break")
      last.children[0].children.push(node);
    if (last?.position && node.position && !isBox(node))
      last.position = { ...last.position, end: node.position.end };
  }
  const start = items[0]?.position?.start;
  const end = items.at(-1)?.position?.end;
  return start && end
    ? { type: "list", ordered: false, start: null, spread: false, children: items, position: { start, end } }
    : null;
}

/** What may stand right inside of lists and tables. */
const FRAME: Readonly<Record<string, RegExp>> = {
  ul: /^(?:li|ul|ol)$/,
  ol: /^(?:li|ul|ol)$/,
  table: /^(?:thead|tbody|tfoot|tr)$/,
  thead: /^tr$/,
  tbody: /^tr$/,
  tfoot: /^tr$/,
  tr: /^t[dh]$/,
};

/** What stands between the rows of a table or the entries of a list, where nothing belongs. */
function straysOf({ tag, children }: Element): HtmlNode[] {
  return children.flatMap((child): HtmlNode[] => {
    if (child.tag === null) return /[\p{L}\p{N}]/u.test(child.text) ? [child] : [];
    if (!FRAME[tag]?.test(child.tag)) return [child];
    return FRAME[child.tag] ? straysOf(child) : [];
  });
}

/** A stretch that says nothing more, as it is written; its lines are those with words. */
function htmlOf(source: string, first: HtmlNode, last: HtmlNode): Html {
  const value = source.slice(first.from, last.to);
  const blank = /^\s*/.exec(value)?.[0].split("\n").length ?? 1;
  const line = first.line + blank - 1;
  const end = line + value.trim().split("\n").length - 1;
  return { type: "html", value, position: { start: { line, column: 1 }, end: { line: end, column: 1 } } };
}

/** What a stretch of HTML says in headings, lists and tables; the rest of it stays HTML. */
function readStretch(source: string, firstLine: number): RootContent[] | null {
  const top = elementsOf(source, firstLine);
  if (!top) return null;
  const out: RootContent[] = [];
  let rest: HtmlNode[] = [];
  const flush = () => {
    const [first] = rest;
    const last = rest.at(-1);
    const boxes = looseBoxes(rest);
    const list = boxes.length > 0 ? boxList(boxes) : null;
    if (list) out.push(list);
    else if (first && last && source.slice(first.from, last.to).trim() !== "")
      out.push(htmlOf(source, first, last));
    rest = [];
  };
  const visit = (node: HtmlNode) => {
    const made = node.tag === null ? null : nodeOf(node);
    if (made) {
      flush();
      out.push(made);
      if (node.tag !== null && FRAME[node.tag])
        for (const stray of straysOf(node)) out.push(htmlOf(source, stray, stray));
    } else if (node.tag !== null && TELLING.test(source.slice(node.from + 1, node.to)))
      for (const child of node.children) visit(child);
    else rest.push(node);
  };
  for (const node of top) visit(node);
  flush();
  return out.some(({ type }) => type !== "html") ? out : null;
}

/**
 * Takes headings, lists, tables and boxes that are written in HTML for what they are. In: the tree of a document and its lines.
 * Out: a tree in which they stand as Markdown would have it; the given one stays as it is.
 */
export function withHtmlRead(root: Root, lines: readonly string[]): Root {
  const tells = (node: RootContent) =>
    node.type === "html" ? TELLING.test(node.value) : node.type === "paragraph" && node.children.some(isBox);
  if (!root.children.some(tells)) return root;
  const children: RootContent[] = [];
  const lengths = lengthsOf(root.children);
  for (let at = 0; at < root.children.length; ) {
    const node = root.children[at];
    if (!node) break;
    const telling = node.type === "html" && TELLING.test(node.value);
    const length = telling ? (lengths[at] ?? 1) : 1;
    const start = node.position?.start.line ?? 0;
    const end = root.children[at + length - 1]?.position?.end.line ?? start;
    const comment = node.type === "html" && /^\s*<!--/.test(node.value);
    const read = telling && !comment ? readStretch(lines.slice(start - 1, end).join("\n"), start) : null;
    const list = node.type === "paragraph" ? boxesOfParagraph(node) : null;
    children.push(...(read ?? (list ? [list] : root.children.slice(at, at + length))));
    at += length;
  }
  return { ...root, children };
}
