import type { Nodes, Root } from "mdast";
import { attributeOf } from "./html/attribute";
import { badgeOf, plainText, withoutControls } from "./plain-text";
import { inlineMarkdown } from "./plan-file/plain-markdown";

/** Where references lead ("[offer][1]"), by what they are called. */
export type Definitions = ReadonlyMap<string, string>;

/** The definitions of a document; of two of one name the first counts. */
export function definitionsIn(root: Root): Definitions {
  const found = new Map<string, string>();
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node.url);
    // The last one is looked at first.
    if ("children" in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return found;
}

/** Longer words are a sentence; the title says it, and only where it leads is missing. */
const WORDS_MAX = 80;

interface Link {
  words: string;
  url: string;
}

/** A link or picture that is written in HTML, from its tag on. */
function htmlLink(nodes: readonly Nodes[], at: number): Link[] {
  const node = nodes[at];
  if (node?.type !== "html") return [];
  if (/^<img\s/i.test(node.value))
    return [{ words: attributeOf(node.value, "alt"), url: attributeOf(node.value, "src") }];
  if (!/^<a\s/i.test(node.value)) return [];
  const end = nodes.findIndex(
    (other, index) => index > at && other.type === "html" && /^<\/a/i.test(other.value),
  );
  const words = nodes.slice(at + 1, end < 0 ? undefined : end).map((word) => plainText(word));
  return [{ words: words.join(" "), url: attributeOf(node.value, "href") }];
}

/** The links and pictures among words, in their order; a picture that only states a priority is none. */
function linksIn(node: Nodes, definitions: Definitions): Link[] {
  if (badgeOf(node)) return [];
  const below =
    "children" in node
      ? node.children.flatMap((child, at, all) => [...htmlLink(all, at), ...linksIn(child, definitions)])
      : [];
  const url =
    node.type === "link" || node.type === "image"
      ? node.url
      : node.type === "linkReference" || node.type === "imageReference"
        ? definitions.get(node.identifier)
        : undefined;
  return url === undefined ? below : [{ words: plainText(node), url }, ...below];
}

/** Whether a text says an address as a whole, not as the beginning of a longer one. */
function holds(text: string, url: string): boolean {
  for (let at = text.indexOf(url); at >= 0; at = text.indexOf(url, at + 1)) {
    const before = text.slice(0, at).at(-1) ?? "";
    const after = text.slice(at + url.length);
    if (!/[\p{L}\p{N}/_-]/u.test(before) && !/^[.,:;!]*[\p{L}\p{N}/?#=&%_-]/u.test(after)) return true;
  }
  return false;
}

/**
 * Where words lead that lose it on the way, a line each: "offer: https://example.com/offer". Left out are places in the
 * same document, and what is said already.
 *
 * @param said what is kept of the words, and beside them
 */
export function addressLines(
  definitions: Definitions,
  nodes: readonly (Nodes | null | undefined)[],
  said: readonly string[],
): string[] {
  const lines: string[] = [];
  for (const { words, url } of nodes.flatMap((node) => (node ? linksIn(node, definitions) : []))) {
    const address = withoutControls(url).trim().replace(/\s+/g, "%20");
    if (address === "" || address.startsWith("#") || words === address) continue;
    // A word may be an address, too: only one that looks like one is known again.
    const forms = /[/.:]/.test(address) ? [address, address.replace(/^(?:https?:\/\/|mailto:)/i, "")] : [];
    if ([...said, ...lines].some((text) => forms.some((form) => holds(text, form)))) continue;
    lines.push(words === "" || words.length > WORDS_MAX ? address : `${inlineMarkdown(words)}: ${address}`);
  }
  return lines;
}
