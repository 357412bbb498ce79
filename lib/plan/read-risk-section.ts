import type { RootContent } from "mdast";
import type { Draft } from "./draft";
import { severityOf } from "./level";
import { entryOf, hasWords } from "./list-entry";
import type { Section } from "./outline";
import { textLines } from "./plain-text";
import { addRisk, isNumberedRisk, isOneRisk, linesOfEntry, opensWithMitigation } from "./read-risks";

/** The lines of a section, each with the label it stands under: "Mitigation: a; b". */
function linesOf(section: Section): string[] {
  let label = "";
  return section.blocks.flatMap((node): string[] => {
    if (node.type === "paragraph")
      return textLines(node).flatMap((line) => {
        label = line.label !== null && line.rest === "" ? line.label : "";
        return label === "" ? [line.text] : [];
      });
    if (node.type !== "list") return [];
    const entries = node.children.map(entryOf).flatMap(linesOfEntry);
    const under = label;
    label = "";
    return under === "" ? entries : [`${under}: ${entries.filter(hasWords).join("; ")}`];
  });
}

/** Whether a paragraph, or an entry of a list itself, opens with how the risk is met. */
function saysMitigation(node: RootContent): boolean {
  const lines =
    node.type === "paragraph"
      ? textLines(node).map(({ text }) => text)
      : node.type === "list"
        ? node.children.map((item) => entryOf(item).text)
        : [];
  return lines.some(opensWithMitigation);
}

/**
 * Reads a risk that has a heading of its own, with its mitigation below it. In: a section under "Risks".
 * Out: false where it is none: it has no number and nothing in it says how the risk is met, or it holds work.
 */
export function readRiskSection(draft: Draft, section: Section): boolean {
  if (section.tasks > 0 || section.children.length > 0 || section.blocks.some(({ type }) => type === "table"))
    return false;
  const below = linesOf(section);
  const lists = section.blocks.filter((node) => node.type === "list");
  // Several lists, each with all there is to say of a risk: each has a name of its own above it.
  if (lists.length >= 2 && lists.every((node) => isOneRisk(node))) return false;
  if (!isNumberedRisk(section.text) && !section.blocks.some(saysMitigation)) return false;
  const title = section.text;
  if (!hasWords(title)) return false;
  const named = /[([]([^()[\]]{1,30})[)\]]\s*$/.exec(section.text)?.[1];
  addRisk(draft, title, section.line, named ? severityOf(named) : null, below);
  draft.reading.mark(section.line, section.endLine, "risk");
  for (const node of section.blocks) draft.reading.markNode(node, node.type === "code" ? "code" : "risk");
  return true;
}
