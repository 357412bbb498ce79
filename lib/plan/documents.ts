import type { Root } from "mdast";
import type { Anchor, Corrections, DocumentPart } from "@/lib/domain/plan-corrections";
import { findTitles } from "./find-title";
import { outlineOf } from "./outline";

/** The documents a file holds, where it is more than one. */
export function documentsOf(root: Root): DocumentPart[] {
  const tops = root.children.filter((node) => node.type === "heading" && node.depth === 1);
  if (tops.length < 2) return [];
  const titles = findTitles(outlineOf(root, () => false));
  return titles.length < 2 ? [] : titles.map(({ line, text }) => ({ line, title: text }));
}

/** The corrections for each of several documents alone: of single lines, those that are in it. */
export function splitCorrections(
  corrections: Corrections,
  documents: readonly DocumentPart[],
): { title: string; corrections: Corrections }[] {
  return documents.map(({ line, title }) => {
    const part = linesOfDocument(documents, line);
    const within = (anchor: Anchor) => part !== null && anchor.line >= part.from && anchor.line <= part.to;
    const { phases, lists } = corrections;
    const document = { line, text: "" };
    return {
      title,
      corrections: { ...corrections, phases: phases.filter(within), lists: lists.filter(within), document },
    };
  });
}

/** The lines one of several documents takes, what stands before the first with it. Null: there is no such document. */
export function linesOfDocument(
  documents: readonly DocumentPart[],
  line: number | null,
): { from: number; to: number } | null {
  const at = documents.findIndex((document) => document.line === line);
  if (at < 0 || line === null) return null;
  return { from: at === 0 ? 1 : line, to: (documents[at + 1]?.line ?? Number.POSITIVE_INFINITY) - 1 };
}
