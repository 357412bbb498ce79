import type { BlockContent, DefinitionContent, Heading, Html, Nodes, Root, RootContent } from "mdast";
import { headingText, isBoldParagraph, plainText } from "./plain-text";

/** A heading with everything down to the next heading of its depth. The root of an outline has depth 0. */
export interface Section {
  depth: number;
  line: number;
  /** a heading of the underlined kind takes two lines or more */
  endLine: number;
  /** without decoration and markup */
  text: string;
  blocks: RootContent[];
  children: Section[];
  parent: Section | null;
  /** boxes in this section and below it */
  tasks: number;
  /** list entries and table rows in this section and below it */
  entries: number;
}

function countTasks(node: Nodes): { tasks: number; entries: number } {
  const count = { tasks: 0, entries: 0 };
  const open: Nodes[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === "listItem") {
      count.entries++;
      if (typeof next.checked === "boolean") count.tasks++;
    } else if (next.type === "tableRow") count.entries++;
    if ("children" in next) for (const child of next.children) open.push(child);
  }
  return count;
}

/** Quotes and callouts hold ordinary content; their blocks are read as if they stood outside. */
export function* flat(
  nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
): Generator<RootContent> {
  for (const node of nodes) {
    if (node.type === "blockquote" && countTasks(node).entries > 0) yield* flat(node.children);
    else yield node;
  }
}

/** The HTML heading (`<h1 align="center">Name</h1>`) many READMEs open with. */
export function htmlTitle(root: Root): { text: string; node: Html } | null {
  for (const node of root.children) {
    if (node.type !== "html") continue;
    const inner = /<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(node.value)?.[1];
    const text = inner
      ?.replace(/<!--[\s\S]*?-->|<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    if (text) return { text: headingText(text), node };
  }
  return null;
}

/**
 * Arranges a parsed document by its headings. In: the tree, and a test for bold paragraphs that serve as
 * headings. Out: the root section. Such a paragraph ranks just below the heading it stands under.
 */
export function outlineOf(root: Root, servesAsHeading: (node: RootContent) => boolean): Section {
  const make = (depth: number, line: number, text: string, parent: Section | null): Section => ({
    depth,
    line,
    endLine: line,
    text,
    blocks: [],
    children: [],
    parent,
    tasks: 0,
    entries: 0,
  });
  const top = make(0, 0, "", null);
  let current = top;
  const open = (depth: number, node: Heading | RootContent) => {
    while (current.parent && current.depth >= depth) current = current.parent;
    const section = make(depth, node.position?.start.line ?? 0, headingText(plainText(node)), current);
    section.endLine = node.position?.end.line ?? section.line;
    current.children.push(section);
    current = section;
  };
  for (const node of flat(root.children)) {
    if (node.type === "heading") open(node.depth, node);
    else if (servesAsHeading(node)) {
      while (current.parent && !Number.isInteger(current.depth)) current = current.parent;
      open(current.depth + 0.5, node);
    } else {
      current.blocks.push(node);
      const { tasks, entries } = countTasks(node);
      for (let at: Section | null = current; at; at = at.parent) {
        at.tasks += tasks;
        at.entries += entries;
      }
    }
  }
  return top;
}

/** Every section below one, in document order. */
export function* sectionsBelow(section: Section): Generator<Section> {
  for (const child of section.children) {
    yield child;
    yield* sectionsBelow(child);
  }
}

/** Bold paragraphs of a document: what stands in for headings where a plan has none. */
export function boldParagraphs(root: Root): RootContent[] {
  return root.children.filter((node) => node.type === "paragraph" && isBoldParagraph(node));
}
