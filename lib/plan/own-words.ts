import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import type { Draft } from "./draft";
import type { ItemWords } from "./item-words";
import { addressLines } from "./links";
import { type Entry, entryOf } from "./list-entry";

/** The node that holds an entry's own words. */
function ownNode({ node }: Entry): RootContent | undefined {
  const first = node.children[0];
  const inner = first?.type === "blockquote" ? first.children[0] : first;
  return inner?.type === "paragraph" || inner?.type === "heading" ? inner : undefined;
}

/** Where the links among an entry's own words lead, unless that is said already. */
export const addressesOf = (draft: Draft, entry: Entry, said: readonly string[]): string[] =>
  addressLines(draft.definitions, [ownNode(entry)], said);

/** A line of a paragraph as an entry of a list that has nothing below it. */
export function entryOfLine(nodes: PhrasingContent[], text: string, line: number): Entry {
  const paragraph: Paragraph = { type: "paragraph", children: nodes };
  const empty = entryOf({ type: "listItem", children: [] });
  return { ...empty, node: { ...empty.node, children: [paragraph] }, text, line };
}

/**
 * The details of an item, its words besides its title.
 *
 * @param own what the title had no place for
 * @param into what was read below it
 */
export function detailsOf(
  draft: Draft,
  entry: Entry,
  title: string,
  own: readonly string[],
  { details, acceptance, why, impact, files }: ItemWords & { details: readonly string[] },
): string {
  const said = [title, ...own, ...details, ...acceptance, ...why, ...impact, ...files];
  const addresses = addressesOf(draft, entry, said);
  // Apart from what is below, so that neither goes on with the other.
  const apart = addresses.length > 0 && details.length > 0 ? [""] : [];
  return [...own, ...addresses, ...apart, ...details].join("\n").trim();
}
