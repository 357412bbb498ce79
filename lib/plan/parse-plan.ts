import { AppError } from "@/lib/domain/errors";
import { withoutDepth } from "@/lib/domain/tame-markdown";
import type { Plan } from "@/lib/schemas/plan";
import { arrange, signsOf } from "./arrange";
import { refuseTooMany, withoutLongMarkup } from "./bounds";
import { makeDraft } from "./draft";
import { boldTitle } from "./find-title";
import { readFrontMatter } from "./front-matter";
import { htmlTitle } from "./outline";
import { parseMarkdown } from "./parse-markdown";
import { fitTitle, folded, withoutControls } from "./plain-text";
import { isPlanFile } from "./plan-file/comment";
import { readJsonPlan } from "./plan-file/read-json";
import { readPlanFile } from "./plan-file/read-plan";
import { type LineReading, Reading } from "./reading";
import { settle } from "./settle";
import { walkSection } from "./walk";

/** The reader's corrections to how a document is understood. */
export interface ParseOptions {
  /** line of a heading (or bold paragraph) -> it is a phase, or it is not */
  phaseHeadings?: Readonly<Record<number, boolean>>;
}

export interface ParsedPlan {
  plan: Plan;
  /** every line that is not blank, with what it was read as */
  reading: LineReading[];
}

const tooDeep = () =>
  new AppError("INVALID", "This document nests its lists or quotes too deeply to be read.");

function read(text: string, options: ParseOptions): ParsedPlan {
  const lines = text.split("\n");
  const front = readFrontMatter(lines);
  const content = lines.map((line, index) => (index < front.endLine ? "" : line));
  refuseTooMany(content);
  const body = withoutLongMarkup(content.map(withoutDepth));
  const reading = new Reading(lines);
  reading.mark(1, front.endLine, "front matter");
  const root = parseMarkdown(body);
  const { top, titles, phases, phaseTable } = arrange(root, options.phaseHeadings ?? {});
  const signs = signsOf(root);
  const report = /\b(?:completed?|done|implemented|summary|accomplish|delivered)\b/.test(
    folded(titles[0]?.text ?? ""),
  );
  const draft = makeDraft({
    lines,
    reading,
    hasBoxes: signs.boxes,
    hasPhases: phases.size > 0 || phaseTable !== null,
    signsAreBoxes:
      !signs.boxes && signs.done !== signs.open ? signs.open || report : !signs.boxes && signs.done,
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
  };
  walkSection(
    { draft, document: body.join("\n"), phases, titles: new Set(titles), phaseTable },
    top,
    place,
    "section",
  );
  if (titles.length > 1)
    draft.notes.push({
      line: titles[1]?.line ?? 0,
      text: "This text holds two documents; both were read into one plan.",
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
    top.children[0]?.text ||
    list.find(({ kind }) => kind === "text")?.text ||
    "Imported plan";
  return {
    plan: {
      title: fitTitle(
        withoutControls(titleText)
          .replace(/[\n\t]+/g, " ")
          .trim() || "Imported plan",
      ).title,
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
  };
}

/**
 * Understands a Markdown document as a plan; one that the export wrote, as Markdown or JSON, is read exactly. In: its text (see readSource) and the reader's corrections.
 * Out: the plan, and what every line of the document was read as. Any Markdown is accepted; the only
 * refusals are AppError INVALID for an empty document, for one nested beyond reading and for one that lists
 * far more than a project can hold.
 */
export function parsePlan(source: string, options: ParseOptions = {}): ParsedPlan {
  const text = withoutControls(source.replace(/\r\n?/g, "\n"));
  if (text.trim() === "")
    throw new AppError("INVALID", "The plan is empty. Paste the text of a readiness plan or checklist.");
  const json = readJsonPlan(text);
  if (json) return { plan: json, reading: new Reading(text.split("\n")).toList() };
  try {
    if (isPlanFile(text)) {
      const { plan, reading } = readPlanFile(text, options.phaseHeadings ?? {});
      return { plan, reading: reading.toList() };
    }
    return read(text, options);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}
