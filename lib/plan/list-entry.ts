import type { List, ListItem, Paragraph, RootContent } from "mdast";
import type { ItemState } from "@/lib/domain/words";
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
  /** "**Goals**:" or "Goals:" with nothing after it */
  label: string | null;
  lists: List[];
  /** everything nested, lists included */
  nested: RootContent[];
}

/** Signs used as boxes in text that has no real ones. */
const SIGNS: ReadonlyArray<[ItemState, RegExp]> = [
  ["DONE", /^(?:☑|✅|✔|✓|🗹|:white_check_mark:|:heavy_check_mark:|\[[xX✓✔]\])\ufe0f?\s*/u],
  ["IN_PROGRESS", /^(?:🚧|🔄|⏳|🟡|\[[~/]\])\ufe0f?\s*/u],
  ["OPEN", /^(?:☐|⬜|◻|□|🔲|❌|✗|✘|🔴|⭕|\[ \])\ufe0f?\s*/u],
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
  if (first?.type !== "blockquote") return null;
  const inner = first.children[0];
  if (inner?.type !== "paragraph") return null;
  const text = plainText(inner);
  return /^=?\s*[~$€£]?\d/.test(text) ? `>${text.startsWith("=") ? "" : " "}${text}` : text;
}

/** Takes a list entry apart. */
export function entryOf(node: ListItem): Entry {
  const paragraph = firstParagraph(node);
  const quoted = paragraph ? null : quotedText(node);
  const first = node.children[0];
  const headed = !paragraph && quoted === null && first?.type === "heading";
  const text = paragraph
    ? plainText(paragraph)
    : headed && first
      ? plainText(first)
      : withoutControls(quoted ?? "");
  const nested = paragraph || quoted !== null || headed ? node.children.slice(1) : node.children;
  const badge = paragraph?.children.map(badgeOf).find((alt) => alt !== null) ?? null;
  const lines = paragraph ? textLines(paragraph) : [];
  const label = lines.length === 1 && lines[0]?.rest === "" ? (lines[0].label ?? null) : null;
  return {
    node,
    line: node.position?.start.line ?? 0,
    text,
    state: typeof node.checked === "boolean" ? (node.checked ? "DONE" : "OPEN") : null,
    badge,
    label,
    lists: nested.filter((child): child is List => child.type === "list"),
    nested,
  };
}

/** Whether there is anything to read: not only dots, rules and brackets left to fill in. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}

/**
 * The Markdown of nested content, moved to the left margin. In: the document's lines and a node of it.
 * Comments are left out: they were not meant to be read.
 */
export function sourceOf(lines: readonly string[], node: RootContent | ListItem): string {
  if (!node.position) return "";
  const { start, end } = node.position;
  const margin = new RegExp(`^[\\s>]{0,${start.column - 1}}`);
  return lines
    .slice(start.line - 1, end.line)
    .map((line, index) => (index === 0 ? line.slice(start.column - 1) : line.replace(margin, "")))
    .join("\n")
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .trimEnd();
}
