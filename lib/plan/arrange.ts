import type { List, Nodes, Root, RootContent, Table } from "mdast";
import { findPhases } from "./find-phases";
import { findTitles } from "./find-title";
import { entryOf, signOf } from "./list-entry";
import { boldParagraphs, outlineOf, type Section } from "./outline";
import { isPhaseTable } from "./phase-table";
import { phaseMark } from "./phase-words";
import { folded, headingText, plainText } from "./plain-text";

/** What a document uses as boxes. */
export interface Signs {
  boxes: boolean;
  done: boolean;
  open: boolean;
}

const JUDGING =
  /^(?:do(?:n['’]?t| not|'s)?|good|bad|correct|wrong|incorrect|right|always|never|avoid|allowed|forbidden|prohibited|preferred|yes|no)\b/i;

/** Looks for real boxes and for signs in front of text that may stand for them. */
export function signsOf(root: Root): Signs {
  const found: Signs = { boxes: false, done: false, open: false };
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "listItem" && typeof node.checked === "boolean") found.boxes = true;
    if (node.type === "paragraph") {
      const sign = signOf(plainText(node));
      // "✅ Do" and "❌ Don't" say what is right, not how anything stands.
      if (sign && !JUDGING.test(sign.text)) found[sign.state === "DONE" ? "done" : "open"] = true;
    } else if ("children" in node) for (const child of node.children) open.push(child);
  }
  return found;
}

/** A document arranged for reading: its outline, what names it, and what its phases are. */
interface Arrangement {
  top: Section;
  titles: Section[];
  phases: Set<Section>;
  phaseTable: Table | null;
}

/** What calls a list below it the phases of a plan, even where each is one line. */
const PHASED =
  /roll-?out|phase|\bfases?\b|stage|etapa|etape|milestone|meilenstein|roadmap|(?:launch|release|migration|implementation|deployment) plan|plan[oe]? d|阶段|分期|フェーズ|段階|단계|этап|фаз|مراحل|فاز/;

/** Lists whose entries are the phases ("1. **Phase 1: Alpha**" with work below it), opened into headings and content. */
function openPhaseLists(root: Root): { root: Root; headings: Set<RootContent> } {
  const headings = new Set<RootContent>();
  /** How many entries, from the first on, are phases; 0 where the list is about something else. */
  const phasesOf = (list: List, heading: string): number => {
    const marks = list.children.map((item) =>
      typeof item.checked === "boolean" ? null : phaseMark(entryOf(item).text),
    );
    const ids = marks.map((mark) => (mark?.kind === "numbered" ? mark.id : null));
    const count = ids.includes(null) ? ids.indexOf(null) : ids.length;
    const several = count >= 2 && new Set(ids).size === ids.length;
    const worked = count === ids.length && list.children.some((item) => entryOf(item).lists.length > 0);
    return several && (worked || PHASED.test(folded(heading))) ? count : 0;
  };
  let heading = "";
  const children = root.children.flatMap((node): RootContent[] => {
    if (node.type === "heading") heading = plainText(node);
    const count = node.type === "list" ? phasesOf(node, heading) : 0;
    if (node.type !== "list" || count === 0) return [node];
    const opened = node.children.slice(0, count).flatMap((item) => {
      const head = item.children[0];
      if (head) headings.add(head);
      return item.children;
    });
    const rest = node.children.slice(count);
    const [first] = rest;
    const position = first?.position && node.position && { ...node.position, start: first.position.start };
    return first ? [...opened, { ...node, children: rest, ...(position && { position }) }] : opened;
  });
  return { root: { ...root, children }, headings };
}

/**
 * Finds out how a document is laid out. In: its tree and the reader's decisions by line.
 * Phases are looked for among the headings; only where none is one, among bold paragraphs, then list entries, then the rows of a table.
 */
export function arrange(root: Root, decided: Readonly<Record<number, boolean>>): Arrangement {
  const paragraphs = boldParagraphs(root);
  const forced = paragraphs.filter((node) => decided[node.position?.start.line ?? 0] === true);
  const attempt = (tree: Root, served: Iterable<RootContent>): Arrangement => {
    const serving = new Set([...forced, ...served]);
    const top = outlineOf(tree, (node) => serving.has(node));
    const titles = findTitles(top);
    return { top, titles, phases: findPhases(top, new Set(titles), decided), phaseTable: null };
  };
  // Where the phases stand is not changed by the reader, who may add one of another kind to them.
  const declined = Object.fromEntries(Object.entries(decided).filter(([, isPhase]) => !isPhase));
  const found = ({ top, titles, phases }: Arrangement) =>
    phases.size > 0 && findPhases(top, new Set(titles), declined).size > 0;
  const plain = attempt(root, []);
  if (found(plain)) return plain;
  const marked = paragraphs.filter((node) => phaseMark(headingText(plainText(node))));
  const bold = marked.length > 0 ? attempt(root, marked) : plain;
  if (found(bold)) return bold;
  const opened = openPhaseLists(root);
  const listed = opened.headings.size > 0 ? attempt(opened.root, opened.headings) : plain;
  if (found(listed)) return listed;
  const table = root.children.find(
    (node): node is Table =>
      node.type === "table" && decided[node.position?.start.line ?? 0] !== false && isPhaseTable(node),
  );
  return { ...plain, phaseTable: table ?? null };
}
