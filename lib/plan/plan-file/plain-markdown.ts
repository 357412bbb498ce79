import type { PhrasingContent } from "mdast";

/** Plain text as Markdown that reads back as exactly that text (see wordsOf), with as few escapes as it takes. */

/** A code span that means the same everywhere, also in a table. Titles like "Run `npm ci`" keep it. */
const CODE = /(?<!`)`(?![` ])[^`\\|\n<&]+(?<! )`(?!`)/g;
const ADDRESS = /(?:https?:\/\/|www\.)\S*/gi;
const SIGN =
  /[\\`*[\]~|]|(?<![a-z\d])_|_(?![a-z\d])|<(?=[a-z!/?])|&(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});)/gi;

/** A pipe divides cells, and columns of a table that begins by accident; elsewhere it is a letter like others. */
const escapeSigns = (text: string): string => text.replace(SIGN, "\\$&");

/** An address becomes a link by itself; this one stays words. */
const unlinked = (address: string): string =>
  escapeSigns(address).replace(/(https?)(?=:)|(www)(?=\.)/gi, "$&\\");

/** Inside a link a backslash is a letter, so an address that needs one must not become a link. */
const escapeAddress = (address: string): string =>
  escapeSigns(address) === address ? address : unlinked(address);

/** Applies one function to what matches and another to what lies between. */
function around(
  text: string,
  pattern: RegExp,
  inside: (found: string, end: number) => string,
  outside: (rest: string, isLast: boolean) => string,
): string {
  let from = 0;
  let made = "";
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    made += outside(text.slice(from, match.index), false) + inside(match[0], end);
    from = end;
  }
  return made + outside(text.slice(from), true);
}

/** @param touched something follows without a space that a link at the end would swallow */
const escapeWords = (text: string, touched: boolean): string =>
  around(
    text,
    ADDRESS,
    (address, end) => (touched && end >= text.trimEnd().length ? unlinked(address) : escapeAddress(address)),
    escapeSigns,
  );

const reference = (space: string): string => `&#${space.charCodeAt(0)};`;

/** What makes a block of a line that opens with it; a closing # of a heading; and spaces that would be taken off. */
const escapeEnds = (line: string): string =>
  line
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^[#>+=:-]/, "\\$&")
    .replace(/(?<=\s#*)#$/, "\\#")
    .replace(/^[ \t]|[ \t]$/g, reference);

/** @param broken the line ends in a hard break */
const escapeInside = (line: string, broken = false): string =>
  around(
    line,
    CODE,
    (code) => code,
    (rest, isLast) => escapeWords(rest, broken || !isLast || /[ \t]$/.test(line)),
  );

const escapeLine = (line: string, broken = false): string => escapeEnds(escapeInside(line, broken));

/** One line of text as Markdown. */
export const inlineMarkdown = (text: string): string => escapeLine(text);

/**
 * One line of text as Markdown that stands behind a box, where nothing begins a block, and before badges: no code span
 * of its own stands last, where it would be taken for one.
 */
export const titleMarkdown = (title: string): string =>
  title.endsWith("`") ? escapeWords(title, false) : escapeInside(title);

/** Text of several lines as the lines of one paragraph; each but the last ends in a hard break. */
export function paragraphLines(text: string): string[] {
  const lines = text.split("\n");
  return lines.map((line, index) =>
    index < lines.length - 1 ? `${escapeLine(line, true)}\\` : escapeLine(line),
  );
}

/** Text of several lines as one cell of a table. */
export const cellMarkdown = (text: string): string =>
  text
    .split("\n")
    .map((line) => escapeLine(line))
    .join("<br>");

/** Code that holds any one line of text. */
export function codeMarkdown(text: string): string {
  const runs = text.match(/`+/g)?.map(({ length }) => length) ?? [];
  const fence = "`".repeat(runs.length === 0 ? 1 : Math.max(...runs) + 1);
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** The plain text of Markdown's inline content: what inlineMarkdown and its siblings wrote, or what a person typed. */
export function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node): string => {
      if (node.type === "text") return node.value.replace(/\n/g, " ");
      if (node.type === "inlineCode") return `\`${node.value}\``;
      if (node.type === "break") return "\n";
      if (node.type === "html") return /^<br\s*\/?>$/i.test(node.value) ? "\n" : "";
      if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
      return "children" in node ? wordsOf(node.children) : "";
    })
    .join("");
}
