import { AppError } from "@/lib/domain/errors";
import { type CorrectionEffect, type Corrections, NO_CORRECTIONS } from "@/lib/domain/plan-corrections";
import { describeCorrections } from "./describe-corrections";
import { foldPhases } from "./fold-phases";
import { locate } from "./locate-corrections";
import { parseMarkdown } from "./parse-markdown";
import { withoutControls } from "./plain-text";
import { isPlanFile } from "./plan-file/comment";
import { readJsonPlan } from "./plan-file/read-json";
import { readPlanFile } from "./plan-file/read-plan";
import { type MarkdownParser, type ReadPlan, readDocument } from "./read-document";
import { Reading } from "./reading";

export interface ParsedPlan extends Omit<ReadPlan, "said"> {
  /** the corrections in words, and what takes each of them back */
  effects: CorrectionEffect[];
}

const tooDeep = () =>
  new AppError("INVALID", "This document nests its lists or quotes too deeply to be read.");

/** A plan file or JSON says itself what everything is: of corrections only phases and their folding apply. Null for other documents. */
function readExact(text: string, corrections: Corrections): ReadPlan | null {
  const lines = text.split("\n");
  const json = readJsonPlan(text);
  if (!json && !isPlanFile(text)) return null;
  const said = locate({ ...NO_CORRECTIONS, phases: json ? [] : corrections.phases }, lines);
  const { plan, reading } = json
    ? { plan: json, reading: new Reading(lines) }
    : readPlanFile(text, said.decided);
  const list = reading.toList();
  const headings = list.filter(({ kind, text: words }) => kind === "phase" || /^#{2,6}\s/.test(words));
  const named = list.filter(({ kind }) => kind === "phase");
  return {
    plan,
    reading: list,
    phases: plan.phases.map(({ name }, index) => ({ name, line: named[index]?.line ?? null })),
    handles: json ? [] : headings.map(({ line }) => ({ line, canBePhase: true, canBeRead: false, as: null })),
    levels: [],
    documents: [],
    said,
  };
}

/**
 * Understands a Markdown document as a plan; one that the export wrote, as Markdown or JSON, is read exactly. In: its text (see readSource) and the reader's corrections.
 * Out: the plan, and what every line of the document was read as. Any Markdown is accepted; the only
 * refusals are AppError INVALID for an empty document, for one nested beyond reading and for one that lists
 * far more than a project can hold.
 *
 * @param parse stands in for parseMarkdown, where a tree is kept for the next correction
 */
export function parsePlan(
  source: string,
  corrections: Corrections = NO_CORRECTIONS,
  parse: MarkdownParser = parseMarkdown,
): ParsedPlan {
  const text = withoutControls(source.replace(/\r\n?/g, "\n"));
  if (text.trim() === "")
    throw new AppError("INVALID", "The plan is empty. Paste the text of a readiness plan or checklist.");
  try {
    const read = readExact(text, corrections) ?? readDocument(text, corrections, parse);
    const { said: _, ...found } = read;
    return {
      ...found,
      plan: { ...found.plan, phases: foldPhases(found.plan.phases, corrections.fold) },
      effects: describeCorrections(corrections, read),
    };
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}
