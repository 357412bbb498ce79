import type { Root } from "mdast";
import type { ReadAs } from "@/lib/domain/plan-corrections";
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

/** The lines of a document that corrections can be made of. */
export function handlesOf(root: Root, readAs: Readonly<Record<number, ReadAs>>): Handle[] {
  return [...flat(root.children)].flatMap((node): Handle[] => {
    const line = node.position?.start.line;
    if (line === undefined) return [];
    const canBePhase = node.type === "heading" || (node.type === "paragraph" && isBoldParagraph(node));
    const canBeRead = node.type === "heading" || node.type === "list" || node.type === "table";
    return canBePhase || canBeRead ? [{ line, canBePhase, canBeRead, as: readAs[line] ?? null }] : [];
  });
}
