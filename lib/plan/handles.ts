import type { Nodes, Root } from "mdast";
import type { ReadAs } from "@/lib/domain/plan-corrections";
import { listsWithin } from "./open-lists";
import { flat } from "./outline";
import { isBoldParagraph } from "./plain-text";

/** A line the reader can take hold of: a heading (or bold words in its place) can be a phase, a heading, list or table can be read as something. */
export interface Handle {
  line: number;
  canBePhase: boolean;
  canBeRead: boolean;
  /** what the reader said of it */
  as: ReadAs | null;
}

/** The lines of a document that corrections can be made of. Of lists inside lists those that are named; of others the reader said it already. */
export function handlesOf(root: Root, readAs: Readonly<Record<number, ReadAs>>): Handle[] {
  return [...flat(root.children)].flatMap((node): Handle[] => {
    const handle = ({ position }: Nodes, canBePhase: boolean, canBeRead: boolean): Handle[] => {
      const line = position?.start.line ?? 0;
      return line > 0 ? [{ line, canBePhase, canBeRead, as: readAs[line] ?? null }] : [];
    };
    if (node.type === "heading") return handle(node, true, true);
    if (node.type === "table") return handle(node, false, true);
    if (node.type === "paragraph" && isBoldParagraph(node)) return handle(node, true, false);
    if (node.type !== "list") return [];
    const within = listsWithin(node).flatMap(({ list, named }) => handle(list, false, named));
    return [...handle(node, false, true), ...within.filter(({ canBeRead, as }) => canBeRead || as !== null)];
  });
}
