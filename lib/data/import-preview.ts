import "server-only";
import type { ImportPreview, PreviewLine, PreviewPhase } from "@/lib/domain/import-preview";
import type { Corrections } from "@/lib/domain/plan-corrections";
import { suggestFold } from "@/lib/plan/fold-phases";
import type { ParsedPlan } from "@/lib/plan/parse-plan";
import type { Plan, PlanItem, PlanPhase } from "@/lib/schemas/plan";

/** Enough for the longest plan anybody checks line by line; the page says how many follow. */
const LINES_MAX = 4_000;
const NOTES_MAX = 500;

const allItems = (items: PlanItem[]): PlanItem[] =>
  items.flatMap((item) => [item, ...allItems(item.subItems)]);

function phaseOf(phase: PlanPhase): PreviewPhase {
  const items = allItems(phase.sections.flatMap((section) => section.items));
  return {
    name: phase.name,
    sections: phase.sections.length,
    items: items.length,
    ticked: items.filter((item) => item.state === "DONE" || item.state === "VERIFIED").length,
    criteria: phase.criteria.length,
  };
}

const sum = (phases: PreviewPhase[], field: "items" | "ticked" | "criteria") =>
  phases.reduce((total, phase) => total + phase[field], 0);

/** How much of everything a plan holds; sub-items count as items. */
function countsOf(plan: Plan, phases: PreviewPhase[]): ImportPreview["counts"] {
  return {
    phases: phases.length,
    items: sum(phases, "items"),
    ticked: sum(phases, "ticked"),
    criteria: sum(phases, "criteria") + plan.criteria.length,
    environments: plan.environments?.columns.length ?? 0,
    secrets: plan.secrets.length,
    risks: plan.risks.length,
    notUnderstood: plan.unplaced.length,
  };
}

/** The lines of a document, with what the reader can say of each and has said. */
function linesOf({ reading, handles, phases }: ParsedPlan, corrections: Corrections): PreviewLine[] {
  const handleAt = new Map(handles.map((handle) => [handle.line, handle]));
  const phaseAt = new Map(phases.map(({ name, line }) => [line, name]));
  const into = new Map(corrections.fold.map((entry) => [entry.phase, entry.into]));
  const decided = new Set(corrections.phases.map(({ line }) => line));
  return reading.slice(0, LINES_MAX).map(({ line, kind, text }) => {
    const handle = handleAt.get(line);
    const canBePhase = kind === "phase" || (handle?.canBePhase === true && kind !== "title");
    const canBeRead = kind !== "phase" && kind !== "title" && handle?.canBeRead === true;
    const shown = text.length > 300 ? `${text.slice(0, 299)}…` : text;
    if (!canBePhase && !canBeRead) return { line, kind, text: shown };
    const choices = {
      canBePhase,
      canBeRead,
      as: handle?.as ?? null,
      decided: decided.has(line),
      into: into.get(phaseAt.get(line) ?? "") ?? null,
    };
    return { line, kind, text: shown, choices };
  });
}

/** What the preview page shows of a document that was understood as `parsed`. */
export function previewOf(
  draft: Pick<ImportPreview, "draftId" | "name" | "version" | "notes"> & { corrections: Corrections },
  parsed: ParsedPlan,
): ImportPreview {
  const { plan, documents, levels, effects } = parsed;
  const { corrections, ...given } = draft;
  const phases = plan.phases.map(phaseOf);
  const { document } = corrections;
  return {
    ...given,
    notes: [...draft.notes, ...plan.notes].slice(0, NOTES_MAX),
    counts: countsOf(plan, phases),
    phases,
    found: parsed.phases,
    fold: corrections.fold,
    suggestedFold: parsed.phases.length > 1 ? suggestFold(parsed.phases.map(({ name }) => name)) : [],
    levels,
    documents,
    document: documents.find(({ line }) => line === document?.line)?.line ?? null,
    effects,
    lines: linesOf(parsed, corrections),
    linesLeftOut: Math.max(0, parsed.reading.length - LINES_MAX),
    unplaced: plan.unplaced.slice(0, NOTES_MAX),
  };
}
