import type { ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { PlanItem } from "@/lib/schemas/plan";
import { FIELD_KINDS } from "../item-labels";
import { entryOf } from "../list-entry";
import { fitTitle } from "../plain-text";
import type { ReadingKind } from "../reading";
import { itemFacts, takeBadges } from "./badges";
import { readComment } from "./comment";
import { wordsOf } from "./plain-markdown";

/** What the words of an item stand behind. */
export const ITEM_LABELS = {
  why: "Why",
  impact: "Impact",
  files: "Files",
  acceptance: "How we know",
} as const;
type Labelled = keyof typeof ITEM_LABELS;

const LABELLED = Object.keys(ITEM_LABELS) as Labelled[];

/** The comment before details that stand in a block of code. */
export const DETAILS = "details";

/** Where an entry is read from, and who wants to know what a line was read as. */
export interface Page {
  readonly lines: readonly string[];
  mark(from: number, to: number, kind: ReadingKind): void;
}

/** Marks the lines of a node. */
export function markNode(page: Page, node: RootContent | ListItem, kind: ReadingKind): void {
  if (node.position) page.mark(node.position.start.line, node.position.end.line, kind);
}

/** The line an item or criterion opens with, taken apart. */
export interface EntryHead {
  title: PhrasingContent[];
  key: string | null;
  /** last line of the title */
  endLine: number;
}

/** The title ends with its line: what a person typed below it without a blank line belongs to the details. */
function firstLineOf(paragraph: Paragraph): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const node of paragraph.children) {
    if (node.type === "break") return nodes;
    const at = node.type === "text" ? node.value.indexOf("\n") : -1;
    if (node.type === "text" && at >= 0) return [...nodes, { type: "text", value: node.value.slice(0, at) }];
    nodes.push(node);
  }
  return nodes;
}

/** Takes the key off the end of an entry's first line. Null where the entry has no words of its own. */
export function headOf(node: ListItem): EntryHead | null {
  const paragraph = node.children[0];
  if (paragraph?.type !== "paragraph") return null;
  const nodes = firstLineOf(paragraph);
  let key: string | null = null;
  const title = nodes.filter((child) => {
    const said = child.type === "html" ? readComment(child.value) : null;
    if (said?.name === "key") key = said.value;
    return said === null;
  });
  const last = title.at(-1);
  if (last?.type === "text") title[title.length - 1] = { ...last, value: last.value.trimEnd() };
  if (wordsOf(title).trim() === "") return null;
  return { title, key, endLine: paragraph.position?.start.line ?? 0 };
}

/** The words behind a bold label ("**Audience:** everybody"), or null where the paragraph opens with another one or none. */
export function labelled(node: RootContent, label: string): string | null {
  if (node.type !== "paragraph") return null;
  const [first, ...rest] = node.children;
  if (first?.type !== "strong") return null;
  const words = wordsOf(first.children).trim().toLowerCase();
  if (words === `${label.toLowerCase()}:`) return wordsOf(rest).trim();
  return words === label.toLowerCase() ? wordsOf(rest).replace(/^\s*:/, "").trim() : null;
}

const isBox = (node: ListItem): boolean => entryOf(node).state !== null;

/** What hangs below an item's line. */
class Below {
  readonly words: Record<Labelled, string[]> = { why: [], impact: [], files: [], acceptance: [] };
  readonly subItems: PlanItem[] = [];
  private readonly fenced: string[] = [];
  /** lines that are read as something else than details */
  private readonly taken = new Set<number>();

  constructor(
    private readonly page: Page,
    private readonly margin: number,
  ) {}

  private take(node: RootContent | ListItem): void {
    const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 0 } };
    for (let line = start.line; line <= end.line; line++) this.taken.add(line);
  }

  read(nodes: readonly RootContent[]): void {
    nodes.forEach((node, index) => {
      const before = nodes[index - 1];
      if (this.readLabelled(node)) this.take(node);
      else if (node.type === "html" && readComment(node.value)) this.take(node);
      else if (
        node.type === "code" &&
        before?.type === "html" &&
        readComment(before.value)?.name === DETAILS
      ) {
        this.fenced.push(node.value);
        this.take(node);
      } else if (node.type === "list") this.readEntries(node.children);
    });
  }

  private readLabelled(node: RootContent): boolean {
    for (const field of LABELLED) {
      const words = labelled(node, ITEM_LABELS[field]);
      if (words === null) continue;
      this.words[field].push(words);
      markNode(this.page, node, FIELD_KINDS[field]);
      return true;
    }
    return false;
  }

  private readEntries(entries: readonly ListItem[]): void {
    for (const entry of entries) {
      const subItem = isBox(entry) ? readItem(this.page, entry, true) : null;
      if (!subItem) continue;
      this.subItems.push(subItem);
      this.take(entry);
    }
  }

  /** The lines nothing else claimed, moved to the left margin. */
  details(from: number, to: number): string {
    const space = new RegExp(`^[ \\t>]{0,${this.margin}}`);
    const lines: string[] = [];
    for (let line = from; line <= to; line++)
      if (!this.taken.has(line)) lines.push((this.page.lines[line - 1] ?? "").replace(space, ""));
    const written = lines.join("\n").trim();
    return [...this.fenced, written].filter((part) => part !== "").join("\n\n");
  }
}

/** Reads a list entry as an item. Null where it has no words. Its key is "" where it has none. */
export function readItem(page: Page, node: ListItem, nested: boolean): PlanItem | null {
  const head = headOf(node);
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1 } };
  if (!head) return null;
  const { rest, facts } = takeBadges(entryTitle(node, head), ["people"]);
  page.mark(start.line, end.line, "detail");
  page.mark(start.line, head.endLine, nested ? "sub-item" : "item");
  const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}/.exec(
    (page.lines[start.line - 1] ?? "").slice(start.column - 1),
  );
  const below = new Below(page, start.column - 1 + (marker?.[0].length ?? 2));
  below.read(node.children.slice(1));
  const entry = entryOf(node);
  const { title, rest: overlong } = fitTitle(wordsOf(rest).trim());
  const { why, impact, files, acceptance } = below.words;
  const { dueOn, assignees, ...stated } = itemFacts(facts, entry.state === "DONE");
  return {
    key: head.key ?? "",
    title,
    details: [overlong, below.details(head.endLine + 1, end.line)].filter(Boolean).join("\n\n"),
    ...stated,
    ...(entry.state === "OPEN" || entry.state === "DONE" || !entry.state ? {} : { state: entry.state }),
    acceptance: acceptance.join("\n") || null,
    why: why.join("\n") || null,
    impact: impact.join("\n") || null,
    files: files.join("\n").split("\n"),
    dueOn,
    assignees,
    subItems: below.subItems,
  };
}

/** Boxes of other programs ("[-] dropped") are words to the parser. */
function entryTitle(node: ListItem, { title }: EntryHead): PhrasingContent[] {
  const [first, ...rest] = title;
  if (typeof node.checked === "boolean" || first?.type !== "text" || !isBox(node)) return title;
  return [{ ...first, value: first.value.replace(/^\[[^\]]*\]\s*/, "") }, ...rest];
}
