import type { Blockquote, List, ListItem } from "mdast";
import { type PlanItem, TEXT_MAX } from "@/lib/schemas/plan";
import { dueOf, withoutAssignment } from "./assignment";
import { isChoiceList, noteAnswers } from "./choice-list";
import { type Draft, itemsOf, type Place, titleOf } from "./draft";
import { markHtml } from "./html/mark-html";
import { explicitKey } from "./item-keys";
import { isLegend } from "./item-state";
import {
  type ItemWords,
  noWords,
  takeAbove,
  takeFileList,
  takeTail,
  takeWords,
  wordsAsFields,
} from "./item-words";
import { levelOfItem, levelOfWord, withoutLevel } from "./level";
import { type Entry, entryOf, hasWords, pointsInside, signOf, sourceOf, withoutTick } from "./list-entry";
import { addressesOf, detailsOf } from "./own-words";
import { isMetadata, roleOf } from "./vocabulary";

/** Text that fits a field, with a note where some had to go. */
export function clipped(draft: Draft, text: string, line: number): string {
  if (text.length <= TEXT_MAX) return text;
  draft.notes.push({ line, text: `Only the first ${TEXT_MAX} characters of this text were kept.` });
  return text.slice(0, TEXT_MAX).replace(/\p{Surrogate}$/u, "");
}

interface Nested extends ItemWords {
  details: string[];
  subItems: PlanItem[];
}

/**
 * Reads what hangs below an item: boxes become sub-items, what stands behind the labels of its test, why, impact and
 * files becomes that, the rest its details.
 */
function readNested(draft: Draft, entry: Entry, place: Place, into: Nested): void {
  let taken = -1;
  entry.nested.forEach((node, at) => {
    if (at === taken) return;
    if (takeFileList(draft, node, entry.nested[at + 1], into)) taken = at + 1;
    else if (node.type === "list") readNestedList(draft, node, place, into);
    else if (node.type === "html") markHtml(draft, node);
    else if (!takeWords(draft, node, into)) {
      into.details.push(sourceOf(draft.lines, node));
      draft.reading.markNode(node, node.type === "code" ? "code" : "detail");
    }
  });
}

function readNestedList(draft: Draft, list: List, place: Place, into: Nested): void {
  const entries = list.children.map(entryOf);
  const choices = isChoiceList(entries);
  if (choices) noteAnswers(draft, list.position?.start.line ?? 0);
  entries.forEach((child, index) => {
    const [head, ...below] = child.node.children;
    if (child.state !== null && !choices) {
      const item = toItem(draft, child, child.state, place, true);
      if (item) into.subItems.push(item);
    } else if (below.length === 1 && takeFileList(draft, head, below[0], into)) return;
    else if (child.lists.length === 0 && takeWords(draft, head, into)) readNested(draft, child, place, into);
    else {
      const mark = list.ordered ? `${(list.start ?? 1) + index}. ` : "- ";
      draft.reading.markNode(child.node, choices ? "choice" : "detail");
      if (hasBox(child.node) && !choices) {
        const addresses = addressesOf(draft, child, [child.text]);
        into.details.push(mark + child.text, ...addresses.map((line) => `  ${line}`));
        readNested(draft, child, place, into);
      } else
        into.details.push(
          mark + sourceOf(draft.lines, child.node).replace(/^(?:[-*+]|\d+[.)])(?:\s+|(?=\[))/, ""),
        );
    }
  });
}

/** Whether a box stands anywhere inside a list entry. */
export function hasBox(node: ListItem | Blockquote): boolean {
  return node.children.some((child) => {
    if (child.type === "blockquote") return hasBox(child);
    return (
      child.type === "list" &&
      child.children.some((item) => typeof item.checked === "boolean" || hasBox(item))
    );
  });
}

/** Makes an item of a list entry. Null where it has no words (an empty row of a template). */
export function toItem(
  draft: Draft,
  entry: Entry,
  state: PlanItem["state"],
  place: Place,
  nested: boolean,
): PlanItem | null {
  draft.reading.markNode(entry.node, "detail");
  draft.reading.mark(entry.line, entry.line, nested ? "sub-item" : "item");
  const words = noWords();
  const head = takeTail(draft, entry, words);
  const text = withoutTick(head) || head;
  if (!hasWords(text)) {
    if (!hasBox(entry.node)) draft.reading.markNode(entry.node, "unplaced");
    draft.reading.mark(entry.line, entry.line, "text");
    if (!hasBox(entry.node)) return null;
  }
  const numbered = explicitKey(text);
  const wording = numbered?.title ?? (text || "Untitled");
  const { title: named, assigned } = withoutAssignment(withoutLevel(wording));
  const { dueOn, others } = dueOf(assigned);
  const { title, rest } = titleOf(draft, named, entry.line);
  const stated = levelOfItem(wording) ?? (entry.badge ? levelOfWord(entry.badge) : null);
  const level = stated ?? place.level;
  const key = draft.keys.claim(numbered?.key ?? null, title);
  const into: Nested = { ...words, details: [], subItems: [] };
  readNested(draft, entry, { ...place, level }, into);
  if (!nested) takeAbove(draft, place.above, into);
  const details = detailsOf(draft, entry, title, [rest, ...others].filter(Boolean), into);
  return {
    key,
    title,
    details: clipped(draft, details, entry.line),
    // Struck through and not ticked: it will not be done.
    state: entry.struck && state === "OPEN" ? "NOT_APPLICABLE" : state,
    level: draft.levels.ofItem(level),
    area: place.area,
    ...wordsAsFields(into, (said) => clipped(draft, said, entry.line)),
    ...(dueOn && { dueOn }),
    subItems: into.subItems,
  };
}

/**
 * Reads a list as work. Boxes become items; so do signs used as boxes and, where the heading says so,
 * plain bullets, but only in a document without real boxes. What is none of these is left to the caller.
 *
 * @param plain whether plain bullets are work; "all": each of them, whatever else the document uses as boxes
 */
export function readItems(
  draft: Draft,
  list: List,
  place: Place,
  plain: boolean | "all",
  other: (entry: Entry) => void,
): void {
  const entries = list.children.map(entryOf);
  if (plain !== "all" && isChoiceList(entries)) {
    draft.reading.markNode(list, "choice");
    noteAnswers(draft, list.position?.start.line ?? 0);
    return;
  }
  const signs = draft.hasBoxes ? saysProgress(entries) : draft.signsAreBoxes;
  for (const entry of entries) {
    const sign = signs ? signOf(entry.text) : null;
    if (entry.state !== null) add(place, toItem(draft, entry, entry.state, place, false));
    else if (isLegend(entry.text) && plain !== "all" && !hasBox(entry.node))
      draft.reading.markNode(entry.node, "choice");
    else if (sign) add(place, toItem(draft, { ...entry, text: sign.text }, sign.state, place, false));
    else if (hasBox(entry.node)) readGroup(draft, entry, place);
    else if (isPlainWork(draft, entry, plain)) add(place, toItem(draft, entry, "OPEN", place, false));
    else other(entry);
  }
}

/** "✅ Done thing, ⏳ pending thing": signs of progress in a list without boxes say how each entry stands. */
function saysProgress(entries: readonly Entry[]): boolean {
  const signs = entries.map(({ text, state }) => (state === null ? signOf(text) : null));
  const running = entries.some(({ text }) => /^(?:⏳|🚧|🔄|⏸)/u.test(text));
  return running && signs.filter((sign) => sign !== null).length >= 2;
}

/** Whether a bullet without a box is work: not one that names what is below it, says whose and when, or points elsewhere. */
function isPlainWork(draft: Draft, entry: Entry, plain: boolean | "all"): boolean {
  const { label, lists, opening, text } = entry;
  if (plain === false || !hasWords(text) || pointsInside(entry)) return false;
  if (plain === "all") return label === null || lists.length === 0;
  // "Follow-ups:", "Date: [TODO]": a form to fill in.
  if (lists.length === 0 && /[:：]\s*(?:\[[^\]]*\]|_{2,}|\.{3,}|tbd)?\s*$/i.test(text)) return false;
  const told = opening !== null && (isMetadata(opening) || !/^(?:section|items)$/.test(roleOf(opening)));
  return !draft.hasBoxes && label === null && !told;
}

/** Boxes below a plain bullet: the bullet groups them. Under a question they are its answers. */
function readGroup(draft: Draft, entry: Entry, place: Place): void {
  draft.reading.markNode(entry.node, "unplaced");
  draft.reading.mark(entry.line, entry.line, "label");
  if (/[?？]\s*$/.test(entry.text)) {
    draft.reading.markNode(entry.node, "choice");
    draft.notes.push({
      line: entry.line,
      text: "The boxes under this question are its answers; they were not taken as work.",
    });
    return;
  }
  const title = entry.text.replace(/[:：]\s*$/, "");
  const grouped = hasWords(title) && title.length <= 120 ? { ...place, section: title } : place;
  for (const list of entry.lists) {
    readItems(draft, list, grouped, false, (child) => draft.reading.markNode(child.node, "unplaced"));
  }
}

function add(place: Place, item: PlanItem | null): void {
  if (item) itemsOf(place.phase, place.section).push(item);
}
