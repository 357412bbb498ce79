import type { PhrasingContent } from "mdast";
import { attributeOf } from "./attribute";
import type { Element, HtmlNode } from "./elements";

/** Elements that begin a line of their own inside a cell or an entry. */
const LINE = /^(?:br|p|div|li|ul|ol|tr|h[1-6]|summary)$/;

export const isCheckbox = (node: HtmlNode): boolean =>
  node.tag === "input" && /\btype\s*=\s*["']?checkbox/i.test(node.attributes);

export const isChecked = ({ attributes }: Element): boolean => /(?:^|\s)checked\b/i.test(attributes);

/** An address as Markdown can hold it. Null where the element names none. */
function addressIn({ attributes }: Element, name: string): string | null {
  const url = attributeOf(attributes, name).trim();
  return url === "" || /[\s()<>]/.test(url) ? null : url;
}

/** Words and plain markup of HTML as Markdown knows them. Boxes are signs in front of the words, new lines breaks. */
export function phrasingOf(nodes: readonly HtmlNode[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.tag === null) return [{ type: "text", value: node.text.replace(/\s+/g, " ") }];
    if (isCheckbox(node)) return [{ type: "text", value: isChecked(node) ? "[x] " : "[ ] " }];
    if (node.tag === "img") {
      const alt = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(node.attributes);
      const url = addressIn(node, "src");
      const words = alt?.[1] ?? alt?.[2] ?? "";
      return [
        url && /\p{L}/u.test(words) ? { type: "image", alt: words, url } : { type: "text", value: words },
      ];
    }
    const inner = phrasingOf(node.children);
    if (LINE.test(node.tag)) return [{ type: "html", value: "<br>" }, ...inner];
    if (/^(?:b|strong)$/.test(node.tag)) return [{ type: "strong", children: inner }];
    if (/^(?:i|em)$/.test(node.tag)) return [{ type: "emphasis", children: inner }];
    if (/^(?:del|s|strike)$/.test(node.tag)) return [{ type: "delete", children: inner }];
    if (/^(?:code|kbd|samp|tt)$/.test(node.tag)) return [{ type: "inlineCode", value: wordsOf(inner) }];
    // A link around a picture without words says nothing.
    const url = node.tag === "a" && /[\p{L}\p{N}]/u.test(wordsOf(inner)) ? addressIn(node, "href") : null;
    return url ? [{ type: "link", url, children: inner }] : inner;
  });
}

/** The same without breaks and spaces at either end. */
export function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const empty = (node: PhrasingContent | undefined) =>
    node?.type === "html" || (node?.type === "text" && node.value.trim() === "");
  let from = 0;
  let to = nodes.length;
  while (from < to && empty(nodes[from])) from++;
  while (to > from && empty(nodes[to - 1])) to--;
  return nodes.slice(from, to);
}

const wordsOf = (nodes: readonly PhrasingContent[]): string =>
  nodes
    .map((node) =>
      "value" in node && node.type !== "html"
        ? node.value
        : node.type === "image"
          ? (node.alt ?? "")
          : "children" in node
            ? wordsOf(node.children)
            : " ",
    )
    .join("");

/** Such words as Markdown. */
export function markdownOf(nodes: readonly PhrasingContent[]): string {
  const written = nodes.map((node): string => {
    if (node.type === "strong") return `**${markdownOf(node.children)}**`;
    if (node.type === "emphasis") return `*${markdownOf(node.children)}*`;
    if (node.type === "delete") return `~~${markdownOf(node.children)}~~`;
    if (node.type === "inlineCode") return node.value.includes("`") ? node.value : `\`${node.value}\``;
    if (node.type === "link") return `[${markdownOf(node.children)}](${node.url})`;
    if (node.type === "image") return `![${node.alt ?? ""}](${node.url})`;
    return "value" in node ? node.value : "";
  });
  return written.join("").replace(/ {2,}/g, " ").trim();
}
