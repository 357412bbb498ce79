import type { Root } from "mdast";
import type { Section } from "./outline";
import { phaseMark } from "./phase-words";
import { folded, headingText, isBoldParagraph, plainText } from "./plain-text";

/** A heading that warns or announces instead of naming the document. */
function isNotice(text: string): boolean {
  return /^(?:important|notice|warning|attention|deprecat|update|note|caution|archived|moved|disclaimer)\b/.test(
    folded(text),
  );
}

/**
 * The heading that names the document. In: the outline. Out: its section, or null where no heading does:
 * a notice, a phase and one of many equal headings do not.
 */
function findTitle(top: Section): Section | null {
  const tops = top.children.filter((section) => section.depth === 1);
  const first = tops.find((section) => !isNotice(section.text) && section.text !== "");
  if (first) return phaseMark(first.text)?.kind === "numbered" && tops.length > 1 ? null : first;
  const opening = top.children[0];
  if (!opening || opening.depth === 1 || opening.text === "" || top.blocks.length > 0) return null;
  const alone = top.children.every((section) => section === opening || section.depth > opening.depth);
  return alone && !phaseMark(opening.text) && opening.children.length > 0 ? opening : null;
}

/** The bold words a document without headings opens with. Null where they name a phase or more is said beside them. */
export function boldTitle(root: Root): { text: string; line: number } | null {
  const first = root.children.find(({ type }) => type !== "html");
  if (first?.type !== "paragraph" || !isBoldParagraph(first) || root.children.length < 2) return null;
  const text = headingText(plainText(first));
  const line = first.position?.start.line ?? 0;
  return phaseMark(text) || first.position?.end.line !== line || text.length > 120 ? null : { text, line };
}

/** The name a template proposes in a comment at its head: "<!-- Title suggestion: Enable the feature -->". */
export function proposedTitle(root: Root): string | null {
  const first = root.children[0];
  const said =
    first?.type === "html"
      ? /^<!--\s*(?:title(?: suggestion)?|name)\s*:\s*([^\n]+?)\s*-->/i.exec(first.value)
      : null;
  return said?.[1] ?? null;
}

/** Two documents pasted one after the other: each has a name and both start over ("1. Introduction"). */
function startsOver(first: Section, second: Section): boolean {
  const names = new Set(first.children.map(({ text }) => folded(text)));
  return (
    second.children.length >= 2 &&
    second.children
      .slice(0, 2)
      .some(
        ({ text }) =>
          names.has(folded(text)) ||
          (/^1[.)]\s/.test(text) && first.children.some((child) => /^1[.)]\s/.test(child.text))),
      )
  );
}

/** The headings that name what was pasted: none, one, or more where it is several documents. */
export function findTitles(top: Section): Section[] {
  const first = findTitle(top);
  if (!first) return [];
  const further = top.children.filter(
    (section) =>
      section !== first &&
      section.depth === 1 &&
      section.line > first.line &&
      !phaseMark(section.text) &&
      startsOver(first, section),
  );
  return [first, ...further];
}
