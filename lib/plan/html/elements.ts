/** An HTML element of a document, with what it holds. */
export interface Element {
  tag: string;
  attributes: string;
  children: (Element | Text)[];
  line: number;
  endLine: number;
  /** where it stands in the source */
  from: number;
  to: number;
}

interface Text {
  tag: null;
  text: string;
  line: number;
  endLine: number;
  from: number;
  to: number;
}

export type HtmlNode = Element | Text;

const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9-]{0,30})((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^'"<>]){0,2000})>|[^<]+|</gi;
const VOID = /^(?:br|hr|img|input|col|wbr|meta|link|source)$/;
const RAW = /^(?:script|style|template|textarea)$/;
/** An opening tag ends these where they are still open, up to the element named behind them. */
const ENDS: Readonly<Record<string, [ends: RegExp, within: RegExp]>> = {
  li: [/^li$/, /^(?:ul|ol)$/],
  tr: [/^(?:tr|td|th)$/, /^table$/],
  td: [/^(?:td|th)$/, /^(?:tr|table)$/],
  th: [/^(?:td|th)$/, /^(?:tr|table)$/],
  p: [/^p$/, /^(?:li|td|th|div|details)$/],
  tbody: [/^(?:thead|tbody|tr|td|th)$/, /^table$/],
};
/** Nobody nests deeper; what does is left as it is. */
const DEPTH_MAX = 60;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  ge: "≥",
  le: "≤",
  rarr: "→",
  bull: "•",
  check: "✓",
};

/** Text with its character references resolved; unknown ones stay as they are. */
function resolved(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const lastLineOf = ({ text, line }: Text): number => line + text.trimEnd().split("\n").length - 1;

/**
 * The elements of a stretch of HTML, open ones closed as browsers do. In: its source and the line it begins in.
 * Null where it nests beyond reading.
 */
export function elementsOf(source: string, firstLine: number): HtmlNode[] | null {
  const top: Element = { tag: "", attributes: "", children: [], line: firstLine, endLine: 0, from: 0, to: 0 };
  const open: Element[] = [top];
  let line = firstLine;
  let raw: string | null = null;
  // What no closing tag ends, ends with its last word.
  const closeImplied = (count: number) => {
    for (const element of open.splice(open.length - count).reverse()) {
      const last = element.children.findLast((child) => child.tag !== null || child.text.trim() !== "");
      element.to = last?.to ?? element.to;
      element.endLine = last ? (last.tag === null ? lastLineOf(last) : last.endLine) : element.endLine;
    }
  };
  const openedSince = (tags: RegExp, within: RegExp): number => {
    let count = 0;
    for (let at = open.length - 1; at > 0 && !within.test(open[at]?.tag ?? ""); at--)
      if (tags.test(open[at]?.tag ?? "")) count = open.length - at;
    return count;
  };
  for (const { 0: whole, 1: slash, 2: name, 3: attributes = "", index } of source.matchAll(TOKEN)) {
    const before = line;
    line += whole.split("\n").length - 1;
    const place = { line: before, endLine: line, from: index, to: index + whole.length };
    const tag = name?.toLowerCase();
    if (raw !== null) {
      if (slash && tag === raw) raw = null;
      continue;
    }
    if (tag === undefined) {
      if (!whole.startsWith("<!--"))
        open.at(-1)?.children.push({ tag: null, text: resolved(whole), ...place });
    } else if (slash) {
      const count = open.length - open.findLastIndex((element) => element.tag === tag);
      if (count < open.length) {
        closeImplied(count - 1);
        Object.assign(open.pop() ?? {}, { to: place.to, endLine: line });
      }
    } else if (RAW.test(tag)) raw = tag;
    else {
      const ends = ENDS[tag];
      const count = ends ? openedSince(...ends) : 0;
      if (count > 0) closeImplied(count);
      const element: Element = { tag, attributes, children: [], ...place };
      open.at(-1)?.children.push(element);
      if (!VOID.test(tag) && !attributes.endsWith("/")) open.push(element);
      if (open.length > DEPTH_MAX) return null;
    }
  }
  closeImplied(open.length - 1);
  return top.children;
}
