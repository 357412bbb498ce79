import "server-only";
import type { ImportPreview, PreviewPhase, WantedLines } from "@/lib/domain/import-preview";
import type { Corrections } from "@/lib/domain/plan-corrections";
import { suggestFold } from "@/lib/plan/fold-phases";
import type { ParsedPlan } from "@/lib/plan/parse-plan";
import type { Plan, PlanItem, PlanPhase } from "@/lib/schemas/plan";
import { linesOf } from "./import-preview-lines";

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

/** What the preview page shows of a document that was understood as `parsed`. */
export function previewOf(
  draft: Pick<ImportPreview, "draftId" | "name" | "version" | "notes"> & { corrections: Corrections },
  parsed: ParsedPlan,
  wanted: WantedLines,
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
    ...linesOf(parsed, corrections, wanted),
    unplaced: plan.unplaced.slice(0, NOTES_MAX),
  };
}
