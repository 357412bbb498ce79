import type { List, Paragraph, RootContent } from "mdast";
import type { ReadAs } from "@/lib/domain/plan-corrections";
import { type Draft, itemsOf, type Place } from "./draft";
import { type Entry, hasWords } from "./list-entry";
import { entryOfLine } from "./own-words";
import { textLines } from "./plain-text";
import { readItems, toItem } from "./read-items";
import { addRisk, readRisks } from "./read-risks";
import { addCriteria, readCriteria, readStatements } from "./read-statements";
import type { ReadingKind } from "./reading";
import type { Role } from "./vocabulary";

/** What a heading is about when the reader says what stands under it is. */
export const ROLE_OF: Readonly<Record<ReadAs, Role>> = {
  items: "items",
  criteria: "criteria",
  goals: "goals",
  scope: "scope",
  rollback: "rollback",
  risks: "risks",
  text: "aside",
};

const KIND_OF = { goals: "goal", scope: "scope", rollback: "rollback" } as const satisfies Partial<
  Record<ReadAs, ReadingKind>
>;

const isStatement = (as: ReadAs): as is keyof typeof KIND_OF => as in KIND_OF;

const tickedBelow = (list: List): number =>
  list.children.reduce((sum, child) => {
    const below = child.children.filter((node): node is List => node.type === "list");
    return below.reduce((more, next) => more + tickedBelow(next), sum + (child.checked === true ? 1 : 0));
  }, 0);

/** What is read as words keeps no tick; that is said. */
function noteTicks(draft: Draft, list: List, as: string): void {
  const ticks = tickedBelow(list);
  const line = list.position?.start.line ?? 0;
  if (ticks > 0)
    draft.notes.push({
      line,
      text: `${ticks === 1 ? "A tick" : `${ticks} ticks`} of this list went, because it is read as ${as}.`,
    });
}

/** Every entry as work; one that only names what stands below it names their section. */
function readAllItems(draft: Draft, list: List, place: Place): void {
  const group = ({ label, lists }: Entry) => label !== null && lists.length > 0;
  const left = (entry: Entry) => {
    draft.reading.markNode(entry.node, "text");
    if (!group(entry)) return;
    draft.reading.mark(entry.line, entry.line, "label");
    for (const below of entry.lists)
      readAllItems(draft, below, { ...place, section: entry.label ?? place.section });
  };
  readItems(draft, list, place, "all", left);
}

/** Reads a list as what the reader says it is. */
function readListAs(draft: Draft, list: List, place: Place, as: ReadAs): void {
  if (as === "items") readAllItems(draft, list, place);
  else if (as === "criteria") readCriteria(draft, list, place.phase, place.criteriaLevel);
  else if (as === "risks") readRisks(draft, list, place.severity);
  else if (isStatement(as)) readStatements(draft, list, KIND_OF[as], place.phase[as]);
  else draft.reading.markNode(list, "text");
  if (as !== "items" && as !== "criteria") noteTicks(draft, list, as);
}

/** Reads a paragraph, each line by itself, as what the reader says stands under its heading. */
function readParagraphAs(draft: Draft, node: Paragraph, place: Place, as: ReadAs): void {
  draft.reading.markNode(node, "text");
  for (const { line, text, nodes } of textLines(node)) {
    if (!hasWords(text)) continue;
    let kind: ReadingKind = "item";
    if (as === "items") {
      const entry = entryOfLine(nodes, text, line);
      const item = toItem(draft, entry, "OPEN", place, false);
      if (item) itemsOf(place.phase, place.section).push(item);
    } else if (as === "criteria") {
      addCriteria(draft, place.phase, text, line, false, place.criteriaLevel);
      kind = "criterion";
    } else if (as === "risks") {
      addRisk(draft, text, line, place.severity, []);
      kind = "risk";
    } else if (isStatement(as)) {
      place.phase[as].push(text);
      kind = KIND_OF[as];
    } else kind = "text";
    draft.reading.mark(line, line, kind);
  }
}

/** A list, or where there is none a paragraph, that the reader says what it is. Out: whether it was read here. */
export function readNodeAs(
  draft: Draft,
  node: RootContent,
  place: Place,
  as: ReadAs | null,
  bare: boolean,
): boolean {
  if (as === null) return false;
  if (node.type === "list") readListAs(draft, node, place, as);
  else if (as === "text") draft.reading.markNode(node, node.type === "code" ? "code" : "text");
  else if (bare && node.type === "paragraph") readParagraphAs(draft, node, place, as);
  else return false;
  return true;
}
