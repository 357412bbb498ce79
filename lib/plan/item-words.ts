import type { Paragraph, RootContent } from "mdast";
import { FILES_MAX, type PlanItem } from "@/lib/schemas/plan";
import { type Draft, type Place, type SaidAbove, type SaidWords, TOLD_FIELDS } from "./draft";
import { filesIn } from "./file-names";
import { FIELD_KINDS, fieldOfLabel, type ItemField } from "./item-labels";
import { type Entry, entryOf, hasWords } from "./list-entry";
import { folded, textLines } from "./plain-text";
import type { Cell } from "./table-cells";

/** What an item says about itself behind labels. */
export interface ItemWords extends SaidWords {
  acceptance: string[];
}

export const noWords = (): ItemWords => ({ acceptance: [], why: [], impact: [], files: [] });

/** The words as the fields of an item. @param clipped cuts a text to what its field holds */
export const wordsAsFields = (
  { acceptance, why, impact, files }: ItemWords,
  clipped: (text: string) => string,
): Pick<PlanItem, "acceptance" | "why" | "impact" | "files"> => ({
  acceptance: acceptance.length > 0 ? clipped(acceptance.join("\n")) : null,
  ...(why.length > 0 && { why: clipped(why.join("\n")) }),
  ...(impact.length > 0 && { impact: clipped(impact.join("\n")) }),
  ...(files.length > 0 && { files }),
});

interface Said {
  field: ItemField;
  texts: string[];
  from: number;
  to: number;
}

/** What stands behind the label in the source, with its markup; the plain words where the two lines are not the same. */
function behindLabel(source: string, label: string, rest: string): string {
  const at = source.search(/[:：]/);
  const before = source
    .slice(0, Math.max(at, 0))
    .replace(/^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[.\]\s+)?/, "")
    .replace(/[*_]/g, "");
  if (at < 0 || folded(before) !== folded(label)) return rest;
  return source
    .slice(at + 1)
    .replace(/^[*_]*\s*/, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/\\$/, "")
    .trim();
}

/**
 * What the lines of a paragraph say behind labels, if every one of them, from the given one on, stands behind one.
 * A line without a label goes on with the one before.
 */
export function saidIn(draft: Draft, paragraph: Paragraph, start = 0): Said[] | null {
  const said: Said[] = [];
  for (const { line, text, label, rest } of textLines(paragraph).slice(start)) {
    const field = label !== null && rest !== "" ? fieldOfLabel(label) : null;
    const last = said.at(-1);
    if (field === null || label === null) {
      // Behind a plain line a link has lost where it goes.
      if (!last) return null;
      if (last.field !== "acceptance" && paragraph.children.some(({ type }) => /^(?:link|image)/.test(type)))
        return null;
      const more = last.field === "files" ? filesIn(text) : [text];
      if (!more) return null;
      last.texts.push(...more);
      last.to = line;
      continue;
    }
    const marked = behindLabel(draft.lines[line - 1] ?? "", label, rest);
    const texts = field === "files" ? filesIn(marked) : [field === "acceptance" ? rest : marked];
    if (!texts || texts.includes("")) return null;
    said.push({ field, texts, from: line, to: line });
  }
  // What ends in a colon leads on to what stands below it.
  return said.length > 0 && !/[:：]$/.test(said.at(-1)?.texts.at(-1) ?? "") ? said : null;
}

/** Puts what was said where it belongs. Out: false, and nothing done, where it does not fit there. */
export function addSaid(draft: Draft, said: readonly Said[] | null, into: ItemWords): boolean {
  const files = said?.flatMap(({ field, texts }) => (field === "files" ? texts : [])) ?? [];
  if (!said || into.files.length + files.length > FILES_MAX) return false;
  for (const { field, texts, from, to } of said) {
    into[field].push(...(field === "files" ? texts : [texts.join(field === "acceptance" ? " " : "\n")]));
    draft.reading.mark(from, to, FIELD_KINDS[field]);
  }
  return true;
}

/** What a paragraph or list entry below an item says behind labels. Out: whether that is all it is. */
export function takeWords(draft: Draft, node: RootContent | undefined, into: ItemWords): boolean {
  return node?.type === "paragraph" && addSaid(draft, saidIn(draft, node), into);
}

const namesFiles = (node: RootContent | undefined): boolean => {
  const [line, ...more] = node?.type === "paragraph" ? textLines(node) : [];
  return (
    more.length === 0 && line?.rest === "" && line.label !== null && fieldOfLabel(line.label) === "files"
  );
};

/** "Files:" with a list of nothing but files below it: the files; null for anything else. */
function fileListOf(
  draft: Draft,
  label: RootContent | undefined,
  list: RootContent | undefined,
): string[] | null {
  if (!namesFiles(label) || list?.type !== "list") return null;
  const files = list.children.map((node) => {
    const { line, state, nested } = entryOf(node);
    const { start, end } = node.position ?? {};
    if (state !== null || nested.length > 0 || start?.line !== end?.line) return null;
    const source = (draft.lines[line - 1] ?? "").slice((start?.column ?? 1) - 1);
    return filesIn(source.replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, ""));
  });
  return files.includes(null) ? null : files.flatMap((found) => found ?? []);
}

/** Takes such a list. Out: whether it was one, and fits. */
export function takeFileList(
  draft: Draft,
  label: RootContent | undefined,
  list: RootContent | undefined,
  into: ItemWords,
): boolean {
  const texts = fileListOf(draft, label, list);
  if (!texts || !addSaid(draft, [{ field: "files", texts, from: 0, to: 0 }], into)) return false;
  for (const node of [label, list]) if (node) draft.reading.markNode(node, "file");
  return true;
}

/** Takes a cell under a column whose name is such a label. Out: false, and nothing done, for any other. */
export function takeCell(column: string, { text, source }: Cell, into: ItemWords): boolean {
  const field = fieldOfLabel(column);
  if (field === "files") {
    const found = source.split(/<br\s*\/?>/i).map(filesIn);
    const files = found.flatMap((each) => each ?? []);
    if (found.includes(null) || into.files.length + files.length > FILES_MAX) return false;
    into.files.push(...files);
  } else if (field) into[field].push(field === "acceptance" ? text : source);
  return field !== null;
}

/** An item's own text up to the first line of its paragraph from which on every line stands behind a label. */
export function takeTail(draft: Draft, { node, text }: Entry, into: ItemWords): string {
  const [paragraph] = node.children;
  if (paragraph?.type !== "paragraph") return text;
  const lines = textLines(paragraph);
  const at = lines.findIndex(
    ({ label, rest }, index) => index > 0 && label !== null && rest !== "" && fieldOfLabel(label) !== null,
  );
  const tail = lines
    .slice(Math.max(at, 0))
    .map((line) => line.text)
    .join(" ");
  const own = text.slice(0, -tail.length).trim();
  if (at < 0 || !text.endsWith(` ${tail}`) || !hasWords(own)) return text;
  return addSaid(draft, saidIn(draft, paragraph, at), into) ? own : text;
}

/** Keeps what is said above a checklist of everything in it. Out: whether it is such a line. */
export function keepAbove(draft: Draft, place: Place, label: string, rest: string, line: number): boolean {
  const field = fieldOfLabel(label);
  if (!place.above || !field || field === "acceptance") return false;
  const marked = behindLabel(draft.lines[line - 1] ?? "", label, rest);
  const texts = field === "files" ? filesIn(marked) : [marked];
  if (!texts || texts.includes("")) return false;
  place.above[field] = { texts, line, isTold: false };
  return true;
}

const SAID_ONCE = "What is said here, and elsewhere, once above several items was given to each of them.";

/** What is said once above a checklist is said of each of its items that says nothing else itself. */
export function takeAbove(draft: Draft, above: SaidAbove | null, into: ItemWords): void {
  for (const field of TOLD_FIELDS) {
    const said = above?.[field];
    if (!said || into[field].length > 0) continue;
    into[field].push(...said.texts);
    draft.reading.mark(said.line, said.line, FIELD_KINDS[field]);
    if (said.isTold && draft.notes.every(({ text }) => text !== SAID_ONCE))
      draft.notes.push({ line: said.line, text: SAID_ONCE });
    said.isTold = true;
  }
}
