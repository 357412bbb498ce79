import type { Nodes, Root } from "mdast";
import { keepWritten } from "../html/written";
import type { SourceCell, Translation } from "./translation";

/** Kinds whose Markdown is kept with them, because the lines of the source say it otherwise. */
const KEPT =
  /^(?:list|listItem|paragraph|heading|blockquote|code|table|thematicBreak|definition|footnoteDefinition)$/;

/** The tree of a translation with each node where its words stand in the source. */
export function atSource(root: Root, { sources, rows }: Translation, body: readonly string[]): Root {
  const document = body.join("\n");
  const moved = <Node extends Nodes>(node: Node, cell?: SourceCell): Node => {
    const cells = node.type === "tableRow" ? rows.get(node.position?.start.line ?? 0) : undefined;
    const below = "children" in node ? node.children.map((child, index) => moved(child, cells?.[index])) : [];
    const children = "children" in node ? { children: below } : {};
    const { start, end } = node.position ?? {};
    if (!start || !end) return { ...node, ...children };
    const at = (line: number) => sources[line - 1] ?? line;
    const from = cell?.from ?? at(start.line);
    // What was put on one line may stand on several.
    const to = Math.max(cell?.to ?? at(end.line), ...below.map((child) => child.position?.end.line ?? 0));
    const position = { start: { ...start, line: from }, end: { ...end, line: to } };
    const copy = { ...node, ...children, position };
    if (!KEPT.test(node.type) || start.offset === undefined || end.offset === undefined) return copy;
    const margin = new RegExp(`^\\s{0,${start.column - 1}}`);
    const [first = "", ...more] = document.slice(start.offset, end.offset).split("\n");
    return keepWritten(copy, [first, ...more.map((line) => line.replace(margin, ""))].join("\n").trimEnd());
  };
  return moved(root);
}
