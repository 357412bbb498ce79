import type { Nodes, Root } from "mdast";
import { keepWritten } from "../html/written";
import type { Translation } from "./translation";

/** Kinds whose Markdown is kept with them, because the lines of the source say it otherwise. */
const KEPT =
  /^(?:list|listItem|paragraph|heading|blockquote|code|table|thematicBreak|definition|footnoteDefinition)$/;

/** The tree of a translation with each node where its words stand in the source. */
export function atSource(root: Root, { sources }: Translation, body: readonly string[]): Root {
  const document = body.join("\n");
  const moved = <Node extends Nodes>(node: Node): Node => {
    const children = "children" in node ? { children: node.children.map((child) => moved(child)) } : {};
    const { start, end } = node.position ?? {};
    if (!start || !end) return { ...node, ...children };
    const at = (line: number) => sources[line - 1] ?? line;
    const position = { start: { ...start, line: at(start.line) }, end: { ...end, line: at(end.line) } };
    const copy = { ...node, ...children, position };
    if (!KEPT.test(node.type) || start.offset === undefined || end.offset === undefined) return copy;
    const margin = new RegExp(`^\\s{0,${start.column - 1}}`);
    const [first = "", ...more] = document.slice(start.offset, end.offset).split("\n");
    return keepWritten(copy, [first, ...more.map((line) => line.replace(margin, ""))].join("\n").trimEnd());
  };
  return moved(root);
}
