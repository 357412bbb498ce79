import type { Nodes } from "mdast";
import { withoutControls } from "../plain-text";

/** What a node that was made of HTML reads as in Markdown; of others the source says it. */
const markdown = new WeakMap<Nodes, string>();

export function keepWritten<Node extends Nodes>(node: Node, text: string): Node {
  markdown.set(node, withoutControls(text));
  return node;
}

export const writtenAs = (node: Nodes): string | undefined => markdown.get(node);
