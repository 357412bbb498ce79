import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { ItemState } from "@/lib/domain/words";
import { writtenAs } from "./html/written";
import { isLegend } from "./item-state";
import { isPlainLevel } from "./level";
import { badgeOf, plainText, textLines, withoutControls } from "./plain-text";

/** One entry of a list, taken apart. */
export interface Entry {
  node: ListItem;
  line: number;
  /** its own words, without what is nested in it */
  text: string;
  /** null: no box */
  state: ItemState | null;
  /** priority stated by a picture */
  badge: string | null;
  /** all of it is crossed out */
  struck: boolean;
  /** "**Goals**:" or "Goals:" with nothing after it */
  label: string | null;
  /** "Owner" of "Owner: Ana" */
  opening: string | null;
  lists: List[];
  /** everything nested, lists included */
  nested: RootContent[];
}

/** Signs used as boxes in text that has no real ones. */
const SIGNS: ReadonlyArray<[ItemState, RegExp]> = [
  ["DONE", /^(?:☑|🟩|✅|✔|✓|🗹|:white_check_mark:|:heavy_check_mark:|\[[xX✓✔]\])\ufe0f?\s*/u],
  ["IN_PROGRESS", /^(?:🚧|🔄|⏳|⚠|\[[~/]\])\ufe0f?\s*/u],
  ["OPEN", /^(?:☐|⬜|◻|□|🔲|❌|✗|✘|⭕|⏸|\[ \])\ufe0f?\s*/u],
];

/** The state a leading sign stands for, and the text behind it. Null where the text opens with none. */
export function signOf(text: string): { state: ItemState; text: string } | null {
  for (const [state, pattern] of SIGNS) {
    const match = pattern.exec(text);
    if (match) return { state, text: text.slice(match[0].length).trim() };
  }
  return null;
}

/** Text without a tick in front of it: beside a real box it only decorates. */
export function withoutTick(text: string): string {
  return text.replace(/^(?:(?:✅|☑|✔|✓|⬜|☐|❌)\ufe0f?\s*)+/u, "").trim();
}

function firstParagraph(item: ListItem): Paragraph | null {
  const first = item.children[0];
  return first?.type === "paragraph" ? first : null;
}

/** "- > 90% of users" is a quote inside a list to the parser; the sign belongs to the text. */
function quotedText(item: ListItem): string | null {
  const first = item.children[0];
  const inner = first?.type === "blockquote" ? first.children[0] : null;
  if (inner?.type !== "paragraph") return null;
  const text = plainText(inner);
  return /^=?\s*[~$€£]?\d/.test(text) ? `>${text.startsWith("=") ? "" : " "}${text}` : text;
}

/** "☐ Not started" in a list of what the boxes mean. */
const MEANING = /^(?:not started|in progress|complete[d]?|done|open|pending|to-?do|blocked|n\/a)\W*$/i;

/**
 * Boxes that GitHub does not take for one: "[]", "[x]Backups", "[ x ]", "[-]", "[/]", "[~]" of other programs, and
 * printed ones ("☐ Backups"), unless they say what may be chosen or what they mean.
 */
function typedBox(text: string): { state: ItemState; text: string } | null {
  const printed = /^([☐☑☒🗹])\ufe0f?\s+(?=\S)/u.exec(text);
  if (printed) {
    const words = text.slice(printed[0].length);
    return isLegend(text) || MEANING.test(words)
      ? null
      : { state: printed[1] === "☐" ? "OPEN" : "DONE", text: words };
  }
  const match = /^\[\s*([xX✓✔☑~/-]?)\s*\](?![([:])\s*(?=\S)/u.exec(text);
  if (!match) return null;
  const sign = match[1] ?? "";
  const state =
    sign === "" ? "OPEN" : sign === "-" ? "NOT_APPLICABLE" : /[~/]/.test(sign) ? "IN_PROGRESS" : "DONE";
  return { state, text: text.slice(match[0].length) };
}

const wordsOf = (node: PhrasingContent) => plainText(node).replace(/^[[(]|[)\]:：]+$/g, "");

/** The level a plan prints in bold before or behind what is to be done: "**Required** Backups". */
function boldLevel({ children }: Paragraph): PhrasingContent | null {
  if (children.length < 2) return null;
  const ends = [children[0], children.at(-1)];
  // "建议: ..." proposes what to do; in brackets the same word is a level.
  const isLevel = (words: string) => isPlainLevel(words) && words !== "建议";
  return ends.find((node) => node?.type === "strong" && isLevel(wordsOf(node))) ?? null;
}

function isStruck({ children }: Paragraph): boolean {
  const written = children.filter((node) => node.type !== "text" || hasWords(node.value));
  return written.length > 0 && written.every((node) => node.type === "delete");
}

/** Lists in quotes are read as if they stood outside. */
function unquoted(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node) =>
    node.type === "blockquote" && node.children.some(({ type }) => type === "list" || type === "blockquote")
      ? unquoted(node.children)
      : [node],
  );
}

/** An entry is looked at from several sides; it is taken apart once. */
const known = new WeakMap<ListItem, Entry>();

/** Takes a list entry apart. */
export function entryOf(node: ListItem): Entry {
  const before = known.get(node);
  if (before) return before;
  const entry = takenApart(node);
  known.set(node, entry);
  return entry;
}

function takenApart(node: ListItem): Entry {
  const paragraph = firstParagraph(node);
  const quoted = paragraph ? null : quotedText(node);
  const first = node.children[0];
  const headed = !paragraph && quoted === null && first?.type === "heading";
  const marked = paragraph ? boldLevel(paragraph) : null;
  const text = paragraph
    ? marked
      ? plainText(paragraph.children.filter((child) => child !== marked)).replace(/^[:：–—-]\s*/, "")
      : plainText(paragraph)
    : headed && first
      ? plainText(first)
      : withoutControls(quoted ?? "");
  const nested = unquoted(paragraph || quoted !== null || headed ? node.children.slice(1) : node.children);
  const badge = marked
    ? wordsOf(marked)
    : (paragraph?.children.map(badgeOf).find((alt) => alt !== null) ?? null);
  const lines = paragraph ? textLines(paragraph) : [];
  const [line] = lines;
  const label = lines.length === 1 && line?.rest === "" ? (line.label ?? null) : null;
  const typed = typeof node.checked === "boolean" ? null : typedBox(text);
  return {
    node,
    line: node.position?.start.line ?? 0,
    text: typed?.text ?? text.replace(/^\[[ xX]?\]$/, ""),
    state: typeof node.checked === "boolean" ? (node.checked ? "DONE" : "OPEN") : (typed?.state ?? null),
    badge,
    struck: paragraph !== null && isStruck(paragraph),
    label,
    opening: line && line.rest !== "" ? line.label : null,
    lists: nested.filter((child): child is List => child.type === "list"),
    nested,
  };
}

/** Whether an entry is nothing but links. */
export function onlyLinks({ node }: Entry): boolean {
  const first = node.children[0];
  return (
    first?.type === "paragraph" &&
    first.children.every(
      (child) =>
        child.type === "link" ||
        child.type === "linkReference" ||
        (child.type === "text" && !hasWords(child.value)),
    )
  );
}

/** Whether an entry only points to a place in the same document, as a table of contents does. */
export function pointsInside(entry: Entry): boolean {
  const first = entry.node.children[0];
  const links = first?.type === "paragraph" ? first.children.filter((child) => child.type === "link") : [];
  return links.length > 0 && onlyLinks(entry) && links.every(({ url }) => url.startsWith("#"));
}

/** Whether there is anything to read: not only dots, rules, brackets and "{{names}}" left to fill in. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text.replace(/\{\{[^{}]*\}\}/g, ""));
}

/**
 * The Markdown of nested content, moved to the left margin. In: the document's lines and a node of it.
 * Comments are left out: they were not meant to be read.
 */
export function sourceOf(lines: readonly string[], node: RootContent | ListItem): string {
  const written = writtenAs(node);
  if (written !== undefined || !node.position) return written ?? "";
  const { start, end } = node.position;
  const margin = new RegExp(`^[\\s>]{0,${start.column - 1}}`);
  return lines
    .slice(start.line - 1, end.line)
    .map((line, index) => (index === 0 ? line.slice(start.column - 1) : line.replace(margin, "")))
    .join("\n")
    .replace(/<!--[\s\S]*?-->|(?<=^|\n)[\s>]*<!--[\s\S]*$/g, "")
    .trimEnd();
}
