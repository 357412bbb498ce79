import type { Html } from "mdast";
import type { Draft } from "../draft";

const BOX = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]\s/;

/** Marks HTML that says nothing of the plan. What looks like a box in it is none: whoever wrote it has to be told. */
export function markHtml({ reading, lines }: Draft, node: Html): void {
  const comment = /^\s*<!--/.test(node.value);
  reading.markNode(node, comment ? "comment" : "text");
  const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 0 } };
  for (let line = start.line; line <= end.line && !comment; line++)
    if (BOX.test(lines[line - 1] ?? "")) reading.mark(line, line, "unplaced");
}
