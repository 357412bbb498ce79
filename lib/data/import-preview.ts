import "server-only";
import type { ImportPreview, PreviewPhase } from "@/lib/domain/import-preview";
import type { ParsedPlan } from "@/lib/plan/parse-plan";
import type { Plan, PlanItem, PlanPhase } from "@/lib/schemas/plan";

/** Enough for the longest plan anybody checks line by line; the page says how many follow. */
const LINES_MAX = 4_000;
const NOTES_MAX = 500;

const HEADING = /^(#{1,6}\s|\*\*[^*]+\*\*:?\s*$|__[^_]+__:?\s*$)/;

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
  draft: Pick<ImportPreview, "draftId" | "name" | "decided" | "notes">,
  { plan, reading }: ParsedPlan,
): ImportPreview {
  const phases = plan.phases.map(phaseOf);
  return {
    ...draft,
    notes: [...draft.notes, ...plan.notes].slice(0, NOTES_MAX),
    counts: countsOf(plan, phases),
    phases,
    lines: reading.slice(0, LINES_MAX).map(({ line, kind, text }) => ({
      line,
      kind,
      text: text.length > 300 ? `${text.slice(0, 299)}…` : text,
      heading: kind === "phase" || HEADING.test(text),
    })),
    linesLeftOut: Math.max(0, reading.length - LINES_MAX),
    unplaced: plan.unplaced.slice(0, NOTES_MAX),
  };
}
