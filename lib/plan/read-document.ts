import type { Root, RootContent } from "mdast";
import type { Corrections, DocumentPart, FoundLevel, FoundPhase } from "@/lib/domain/plan-corrections";
import { withoutDepth } from "@/lib/domain/tame-markdown";
import type { Plan } from "@/lib/schemas/plan";
import { arrange, signsOf } from "./arrange";
import { refuseTooMany, withoutLongMarkup } from "./bounds";
import { atSource } from "./dialect/at-source";
import { dialectOf } from "./dialect/find-dialect";
import { documentsOf, linesOfDocument } from "./documents";
import { makeDraft, nameThatFits } from "./draft";
import { boldTitle, proposedTitle } from "./find-title";
import { readFrontMatter } from "./front-matter";
import { type Handle, handlesOf } from "./handles";
import { withHtmlRead } from "./html/read-html";
import { LevelWords } from "./level-words";
import { definitionsIn } from "./links";
import { locate, type Said } from "./locate-corrections";
import { openLists } from "./open-lists";
import { htmlTitle } from "./outline";
import { folded, withoutControls } from "./plain-text";
import { type LineReading, Reading } from "./reading";
import { settle } from "./settle";
import { withBoxesApart } from "./touching-boxes";
import { walkSection } from "./walk";

/** A document as it was read, before its phases were folded. */
export interface ReadPlan {
  plan: Plan;
  /** every line that is not blank, with what it was read as */
  reading: LineReading[];
  phases: FoundPhase[];
  handles: Handle[];
  levels: FoundLevel[];
  documents: DocumentPart[];
  said: Said;
}

/** Leaves the document the reader chose of several. Lines of the others are marked so. */
function chosen(root: Root, reading: Reading, lines: number, said: Said, documents: DocumentPart[]): Root {
  const part = linesOfDocument(documents, said.document);
  if (!part) return root;
  reading.mark(1, part.from - 1, "other document");
  reading.mark(part.to + 1, lines, "other document");
  const within = ({ position }: RootContent) =>
    position !== undefined && position.start.line >= part.from && position.start.line <= part.to;
  return { ...root, children: root.children.filter(within) };
}

/** Makes a tree of the lines of a document; the same lines may give the same tree, which nobody changes. */
export type MarkdownParser = (lines: readonly string[]) => Root;

/** Reads a Markdown document that people wrote. In: its text, the reader's corrections, and what makes a tree of it. */
export function readDocument(text: string, corrections: Corrections, parse: MarkdownParser): ReadPlan {
  const lines = text.split("\n");
  const said = locate(corrections, lines);
  const front = readFrontMatter(lines);
  const content = lines.map((line, index) => (index < front.endLine ? "" : line));
  // Only for the parser: the draft keeps each line as it is written.
  const apart = withBoxesApart(content);
  refuseTooMany(apart);
  const dialect = dialectOf(content);
  const body = withoutLongMarkup((dialect?.made.lines ?? apart).map(withoutDepth));
  const reading = new Reading(lines);
  reading.mark(1, front.endLine, "front matter");
  const tree = withHtmlRead(parse(body), body);
  const whole = dialect ? atSource(tree, dialect.made, body) : tree;
  const documents = documentsOf(whole);
  const document = chosen(whole, reading, lines.length, said, documents);
  const { root, readAs } = openLists(document, said.readAs);
  const { top, titles, phases, phaseTable } = arrange(root, said.decided);
  const signs = signsOf(root);
  const report = /\b(?:completed?|done|implemented|summary|accomplish|delivered)\b/.test(
    folded(titles[0]?.text ?? ""),
  );
  const draft = makeDraft({
    lines,
    reading,
    levels: new LevelWords(corrections.levels),
    definitions: definitionsIn(root),
    hasBoxes: signs.boxes,
    hasPhases: phases.size > 0 || phaseTable !== null,
    signsAreBoxes:
      !signs.boxes && signs.done !== signs.open ? signs.open || report : !signs.boxes && signs.done,
  });
  if (front.fault) draft.notes.push(front.fault);
  if (dialect)
    draft.notes.push({
      line: 0,
      text: `This is ${dialect.name}; its headings, lists, boxes and tables were read as those of Markdown.`,
    });
  const place = {
    phase: draft.outside,
    inPhase: false,
    section: "Checklist",
    level: null,
    area: null,
    severity: null,
    criteriaLevel: null,
    graduation: false,
    above: null,
    readAs: null,
    path: [],
  };
  walkSection(
    {
      draft,
      document: body.join("\n"),
      phases,
      titles: new Set(titles),
      phaseTable,
      said: { ...said, readAs },
    },
    top,
    place,
    "section",
  );
  if (titles.length > 1)
    draft.notes.push({
      line: titles[1]?.line ?? 0,
      text: `This text holds ${titles.length === 2 ? "two documents; both" : `${titles.length} documents; all`} were read into one plan.`,
    });
  const { phases: made, criteria } = settle(draft);
  const tracked =
    made.some((phase) => phase.sections.length > 0 || phase.criteria.length > 0) || criteria.length > 0;
  if (!tracked)
    draft.notes.push({
      line: 0,
      text: "Nothing to track was found in this document. It can still start an empty project.",
    });
  const bold = titles.length === 0 ? boldTitle(root) : null;
  if (bold) reading.mark(bold.line, bold.line, "title");
  const named = htmlTitle(root);
  if (named && titles.length === 0) reading.markNode(named.node, "title");
  const list = reading.toList();
  const titleText =
    titles.map(({ text: name }) => name).join(" + ") ||
    named?.text ||
    front.title ||
    bold?.text ||
    proposedTitle(root) ||
    top.children[0]?.text ||
    list.find(({ kind }) => kind === "text")?.text ||
    "Imported plan";
  const clean = withoutControls(titleText)
    .replace(/[\n\t]+/g, " ")
    .trim();
  const title = nameThatFits(draft, clean || "Imported plan", titles[0]?.line ?? 0);
  return {
    plan: {
      title,
      phases: made,
      environments: draft.environments,
      secrets: draft.secrets,
      risks: draft.risks,
      criteria,
      unplaced: list
        .filter(({ kind }) => kind === "unplaced")
        .map(({ line, text: found }) => ({ line, text: found })),
      notes: draft.notes,
    },
    reading: list,
    phases: made.map(({ name }, index) => ({ name, line: draft.phases[index]?.line ?? null })),
    handles: handlesOf(document, said.readAs),
    levels: draft.levels.list(),
    documents,
    said,
  };
}
