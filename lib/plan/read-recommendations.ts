import type { List } from "mdast";
import { isChoiceList, noteAnswers } from "./choice-list";
import type { Draft, Place } from "./draft";
import { itemsOf } from "./draft";
import { entryOf } from "./list-entry";
import { clipped, toItem } from "./read-items";

/** Where a recommendation comes from: the headings above it, the document's name first. */
const sourceOf = ({ path }: Place) => `Source: ${path.filter(Boolean).join(" › ") || "this document"}`;

const REMEDY =
  /^(?:recommendations?|recommended(?: action| fix)?|remediation|(?:suggested )?fix|corrective action|action required|empfehlung|recomendaci[oó]n|recomenda[cç][aã]o|recommandation|建议|推奨|권고|рекомендация)\s*[:：]/iu;

const namesRemedy = (list: List) => list.children.some((child) => REMEDY.test(entryOf(child).text));

/** Whether the entries of a list are findings: most say below them what should be done about it. */
export function namesRemedies(list: List): boolean {
  const told = list.children.map(entryOf).filter(({ lists }) => lists.some(namesRemedy));
  return told.length > 0 && told.length * 2 >= list.children.length;
}

/** Reads a list of recommendations: each becomes work that says in its details where it comes from. */
export function readRecommendations(draft: Draft, list: List, place: Place): void {
  const entries = list.children.map(entryOf);
  // "Recommendation: [ ] GO [ ] NO-GO" asks for a decision.
  if (isChoiceList(entries)) {
    draft.reading.markNode(list, "choice");
    noteAnswers(draft, list.position?.start.line ?? 0);
    return;
  }
  for (const entry of entries) {
    const group =
      entry.state === null &&
      entry.lists.length > 0 &&
      /[:：]$/.test(entry.text) &&
      !entry.lists.some(namesRemedy);
    if (group) {
      draft.reading.markNode(entry.node, "text");
      draft.reading.mark(entry.line, entry.line, "label");
      const path = [...place.path, entry.text.replace(/[:：]$/, "")];
      for (const below of entry.lists) readRecommendations(draft, below, { ...place, path });
      continue;
    }
    const item = toItem(draft, entry, entry.state ?? "OPEN", place, false);
    if (!item) continue;
    item.details = withSourceLine(draft, item.details, place, entry.line);
    itemsOf(place.phase, place.section).push(item);
  }
}

const withSourceLine = (draft: Draft, details: string, place: Place, line: number) =>
  clipped(draft, [details, sourceOf(place)].filter(Boolean).join("\n"), line);

/** Says of the items a table of recommendations added where they come from. */
export function withSource(draft: Draft, place: Place, read: () => void): void {
  const before = itemsOf(place.phase, place.section).length;
  read();
  for (const item of itemsOf(place.phase, place.section).slice(before))
    item.details = withSourceLine(draft, item.details, place, 0);
}
