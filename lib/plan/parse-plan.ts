import type { Nodes, Root } from "mdast";
import { AppError } from "@/lib/domain/errors";
import type { Plan } from "@/lib/schemas/plan";
import { type Draft, finishPhase, makeDraft } from "./draft";
import { findPhases } from "./find-phases";
import { findTitle } from "./find-title";
import { readFrontMatter } from "./front-matter";
import { signOf } from "./list-entry";
import { boldParagraphs, outlineOf, type Section } from "./outline";
import { parseMarkdown } from "./parse-markdown";
import { phaseMark } from "./phase-words";
import { fitTitle, folded, headingText, plainText, withoutControls } from "./plain-text";
import { type LineReading, Reading } from "./reading";
import { tameLines } from "./tame-source";
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

/** The one phase of a plan that names none. */
export const DEFAULT_PHASE = "Launch";
/** Holds what stands outside every phase, so that nothing to do is lost. */
export const OUTSIDE_PHASE = "General";

const tooDeep = () =>
  new AppError("INVALID", "This document nests its lists or quotes too deeply to be read.");

interface Signs {
  boxes: boolean;
  done: boolean;
  open: boolean;
}

function signsOf(root: Root): Signs {
  const found: Signs = { boxes: false, done: false, open: false };
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "listItem" && typeof node.checked === "boolean") found.boxes = true;
    if (node.type === "paragraph") {
      const sign = signOf(plainText(node));
      if (sign) found[sign.state === "DONE" ? "done" : "open"] = true;
    } else if ("children" in node) open.push(...node.children);
  }
  return found;
}

/** Headings of the document; where none is a phase, bold paragraphs may be. */
function outlineWithPhases(
  root: Root,
  decided: Readonly<Record<number, boolean>>,
): { top: Section; title: Section | null; phases: Set<Section> } {
  const bold = boldParagraphs(root);
  const forced = root.children.filter(
    (node) => node.type !== "heading" && decided[node.position?.start.line ?? 0] === true,
  );
  const attempt = (served: ReadonlySet<unknown>) => {
    const top = outlineOf(root, (node) => served.has(node));
    const title = findTitle(top);
    return { top, title, phases: findPhases(top, title, decided) };
  };
  const plain = attempt(new Set(forced));
  if (plain.phases.size > 0) return plain;
  const marked = bold.filter((node) => phaseMark(headingText(plainText(node))));
  return marked.length > 0 ? attempt(new Set([...forced, ...marked])) : plain;
}

/** Moves what was said about the whole project to where it counts, and settles what stands outside the phases. */
function settle(draft: Draft): Pick<Plan, "phases" | "criteria"> {
  const { outside, phases } = draft;
  const last = phases.at(-1);
  if (!last) {
    draft.notes.push({
      line: 0,
      text: `No phases were found, so everything is in one phase, “${DEFAULT_PHASE}”.`,
    });
    return { phases: [finishPhase({ ...outside, name: DEFAULT_PHASE })], criteria: [] };
  }
  for (const phase of phases) {
    if (phase.rollback.length === 0) phase.rollback.push(...outside.rollback);
  }
  if (outside.rollback.length > 0)
    draft.notes.push({
      line: 0,
      text: "The rollback plan of the whole project was given to every phase that has none of its own.",
    });
  if (outside.signOffRules.length > 0) {
    last.signOffRules.push(...outside.signOffRules);
    draft.notes.push({
      line: 0,
      text: `Sign-offs of the whole project were given to the last phase, “${last.name}”.`,
    });
  }
  const result = phases.map(finishPhase);
  const rest = finishPhase({
    ...outside,
    name: OUTSIDE_PHASE,
    criteria: [],
    signOffRules: [],
    rollback: [],
    goals: [],
    scope: [],
  });
  if (rest.sections.length > 0) {
    result.push(rest);
    draft.notes.push({
      line: 0,
      text: `Items that stand outside every phase are in a phase of their own, “${OUTSIDE_PHASE}”.`,
    });
  }
  return { phases: result, criteria: outside.criteria };
}

function read(text: string, options: ParseOptions): ParsedPlan {
  const lines = text.split("\n");
  const front = readFrontMatter(lines);
  const body = tameLines(lines.map((line, index) => (index < front.endLine ? "" : line)));
  const reading = new Reading(lines);
  reading.mark(1, front.endLine, "front matter");
  const root = parseMarkdown(body);
  const { top, title, phases } = outlineWithPhases(root, options.phaseHeadings ?? {});
  const signs = signsOf(root);
  const report = /\b(?:completed?|done|implemented|summary|accomplish|delivered)\b/.test(
    folded(title?.text ?? ""),
  );
  const draft = makeDraft({
    lines,
    reading,
    hasBoxes: signs.boxes,
    hasPhases: phases.size > 0,
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
  };
  walkSection({ draft, document: body.join("\n"), phases, title }, top, place, "section");
  const { phases: made, criteria } = settle(draft);
  const tracked =
    made.some((phase) => phase.sections.length > 0 || phase.criteria.length > 0) || criteria.length > 0;
  if (!tracked)
    draft.notes.push({
      line: 0,
      text: "Nothing to track was found in this document. It can still start an empty project.",
    });
  const list = reading.toList();
  const titleText =
    title?.text ||
    front.title ||
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
 * Understands a Markdown document as a plan. In: its text (see readSource) and the reader's corrections.
 * Out: the plan, and what every line of the document was read as. Any Markdown is accepted; the only
 * refusals are AppError INVALID for an empty document and for one nested beyond reading.
 */
export function parsePlan(source: string, options: ParseOptions = {}): ParsedPlan {
  const text = withoutControls(source.replace(/\r\n?/g, "\n"));
  if (text.trim() === "")
    throw new AppError("INVALID", "The plan is empty. Paste the text of a readiness plan or checklist.");
  try {
    return read(text, options);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}
