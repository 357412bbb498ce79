import type { Section } from "./outline";
import { phaseMark } from "./phase-words";
import { folded } from "./plain-text";

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
export function findTitle(top: Section): Section | null {
  const tops = top.children.filter((section) => section.depth === 1);
  const first = tops.find((section) => !isNotice(section.text) && section.text !== "");
  if (first) return phaseMark(first.text)?.kind === "numbered" && tops.length > 1 ? null : first;
  const opening = top.children[0];
  if (!opening || opening.depth === 1 || opening.text === "" || top.blocks.length > 0) return null;
  const alone = top.children.every((section) => section === opening || section.depth > opening.depth);
  return alone && !phaseMark(opening.text) && opening.children.length > 0 ? opening : null;
}
