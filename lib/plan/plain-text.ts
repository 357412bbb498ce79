import type { Nodes, Paragraph, PhrasingContent } from "mdast";
import { TITLE_MAX } from "@/lib/schemas/plan";

// Tab and line feed stay; so do joiners and direction marks, which Persian, Arabic and emoji need.
// Direction overrides, which only disguise text, go.
const CONTROL = /(?![\t\n])\p{Cc}|[\u2028\u2029\u202d\u202e\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** Text without control characters, lone surrogates and direction overrides. Line feeds stay, so line numbers hold. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, "");
}

const BADGE =
  /^(?:critical|highest|high|medium|moderate|low|lowest|must|should|could|optional|required|recommended|p[0-4])$/i;

/** A picture that states a priority ("![High][high_img]") rather than showing something. */
export function badgeOf(node: Nodes): string | null {
  if (node.type !== "image" && node.type !== "imageReference") return null;
  const alt = (node.alt ?? "").trim();
  return BADGE.test(alt) ? alt : null;
}

function collect(node: Nodes): string {
  switch (node.type) {
    case "html":
      if (/^<input\b[^>]*\btype\s*=\s*["']?checkbox/i.test(node.value))
        return /\schecked\b/i.test(node.value) ? "[x] " : "[ ] ";
      return /^<br\s*\/?>$/i.test(node.value) ? " " : "";
    case "text":
    case "inlineCode":
      return node.value;
    case "break":
      return " ";
    case "image":
    case "imageReference":
      return badgeOf(node) ? "" : (node.alt ?? "");
    default:
      return "children" in node ? node.children.map(collect).join("") : "";
  }
}

/** A node's words on one line: no markup, comments, priority badges or control characters. */
export function plainText(node: Nodes | readonly PhrasingContent[]): string {
  const raw = "type" in node ? collect(node) : node.map(collect).join("");
  return withoutControls(raw.replace(/[\t\n\r]+/g, " "))
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Signs in front of words. Unicode counts ©, ® and ™ among the pictures, but they are said. */
const DECORATION =
  /^(?:(?![©®™])(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff]|:[a-z][a-z0-9_+-]*:)(?:\ufe0f|\u200d|\p{Emoji_Modifier}|\u20e3)*\s*)+/u;

/** A heading's words: without leading emoji or shortcodes, which only decorate it, and without a closing colon. */
export function headingText(text: string): string {
  const bare = text
    .replace(/^(\d)\ufe0f?\u20e3\s+/, "$1. ")
    .replace(/([0-9])\ufe0f?\u20e3/g, "$1")
    .replace(/\s*\{#[\w-]+\}\s*$/, "")
    .replace(DECORATION, "")
    .replace(/\s*[:：]\s*$/, "")
    .trim();
  return bare === "" ? text.trim() : bare;
}

/** Letters that carry no accent which could be taken off. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ı: "i",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
};

/** Lower case, no accents, single spaces: for comparing with the vocabulary. */
export function folded(text: string): string {
  return (
    headingText(text)
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      // Hangul and kana were taken apart as well; the vocabulary holds them whole.
      .normalize("NFC")
      .toLowerCase()
      .replace(/[ıßøłđæœ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
      .replace(/[’‘`]/g, "'")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** Splits what is too long for a title at a word; the rest belongs into the details. */
export function fitTitle(text: string): { title: string; rest: string } {
  if (text.length <= TITLE_MAX) return { title: text, rest: "" };
  const head = text.slice(0, TITLE_MAX - 1);
  const space = head.lastIndexOf(" ");
  const cut = withoutControls(space > TITLE_MAX / 2 ? head.slice(0, space) : head);
  return { title: `${cut}…`, rest: text.slice(cut.length).trim() };
}

/** One line of a paragraph: its number, its words, and the label it opens with ("**Goal:** ..."), if any. */
interface TextLine {
  line: number;
  text: string;
  label: string | null;
  /** what stands after the label */
  rest: string;
  nodes: PhrasingContent[];
}

function linesOf(paragraph: Paragraph): { line: number; nodes: PhrasingContent[] }[] {
  let line = paragraph.position?.start.line ?? 0;
  let nodes: PhrasingContent[] = [];
  const lines = [{ line, nodes }];
  for (const child of paragraph.children) {
    if (child.type !== "text") {
      if (child.type !== "break") nodes.push(child);
      else {
        nodes = [];
        lines.push({ line: ++line, nodes });
      }
      continue;
    }
    child.value.split("\n").forEach((value, index) => {
      if (index > 0) {
        nodes = [];
        lines.push({ line: ++line, nodes });
      }
      if (value !== "") nodes.push({ type: "text", value });
    });
  }
  return lines;
}

/** Signs of emphasis that nothing closes are no words. */
const withoutStraySigns = (text: string): string => text.replace(/^[*_\s]+$/, "");

function labelled(line: number, nodes: PhrasingContent[]): Omit<TextLine, "nodes"> {
  const text = plainText(nodes);
  const at = nodes.findIndex(
    (node) =>
      node.type !== "text" || headingText(node.value) !== node.value.trim() || /\p{L}/u.test(node.value),
  );
  const lead = nodes[at];
  const decorated = nodes
    .slice(0, Math.max(at, 0))
    .every((node) => node.type === "text" && !/[\p{L}\p{N}]/u.test(node.value));
  const strong = lead?.type === "text" && !/[\p{L}\p{N}]/u.test(lead.value) ? nodes[at + 1] : lead;
  if (decorated && strong && (strong.type === "strong" || strong.type === "emphasis")) {
    const after = nodes.slice(nodes.indexOf(strong) + 1);
    const bold = plainText(strong);
    const rest = plainText(after);
    // "**Go criteria** (each stage):" is a label with a word of explanation.
    const told = /^(\([^()]{1,60}\))\s*[:：]\s*/.exec(rest);
    if (told)
      return { line, text, label: `${headingText(bold)} ${told[1]}`, rest: rest.slice(told[0].length) };
    if (/[:：]$/.test(bold) || /^[:：]/.test(rest) || (rest === "" && strong.type === "strong")) {
      return { line, text, label: headingText(bold), rest: withoutStraySigns(rest.replace(/^[:：]\s*/, "")) };
    }
    return { line, text, label: null, rest: text };
  }
  // Scripts that have a wide colon put no space behind it.
  const plain = /^([^.:：|]{2,60})(?::(?:\s+(?=\S)|$)|：\s*)(.*)$/.exec(text);
  return {
    line,
    text,
    label: plain?.[1] ? headingText(plain[1]) : null,
    rest: plain ? withoutStraySigns(plain[2] ?? "") : text,
  };
}

/** A paragraph line by line, with the label each line opens with. */
export function textLines(paragraph: Paragraph): TextLine[] {
  return linesOf(paragraph).map(({ line, nodes }) => ({ ...labelled(line, nodes), nodes }));
}

/** Whether a paragraph is nothing but bold words (some plans write their headings like that). */
export function isBoldParagraph(paragraph: Paragraph): boolean {
  const nodes = paragraph.children.filter((node) => node.type !== "text" || /[\p{L}\p{N}]/u.test(node.value));
  return nodes.length > 0 && nodes.every((node) => node.type === "strong");
}
