import { foldInto } from "@/lib/plan/fold-phases";
import { parsePlan } from "@/lib/plan/parse-plan";
import { readSource } from "@/lib/plan/read-source";
import type { Plan, PlanItem, PlanPhase } from "@/lib/schemas/plan";
import type { Answer } from "./answer";
import { type CorrectionOptions, readCorrections } from "./read-corrections";
import { readInput } from "./read-file";

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

const flat = (items: PlanItem[]): PlanItem[] => items.flatMap((item) => [item, ...flat(item.subItems)]);

function phaseLine(phase: PlanPhase): string {
  const items = flat(phase.sections.flatMap((section) => section.items));
  const done = items.filter(({ state }) => state === "DONE" || state === "VERIFIED").length;
  const criteria = count(phase.criteria.length, "criterion", "criteria");
  return `  ${phase.name}: ${count(items.length, "item", "items")} (${done} done), ${criteria}`;
}

function extras({ environments, secrets, risks, criteria }: Plan): string[] {
  const lines: string[] = [];
  if (environments) lines.push(`Environments: ${environments.columns.join(", ")}`);
  if (secrets.length > 0) lines.push(`Secrets: ${secrets.length}`);
  if (risks.length > 0) lines.push(`Risks: ${risks.length}`);
  if (criteria.length > 0) lines.push(`Criteria of the whole project: ${criteria.length}`);
  return lines;
}

const notes = (title: string, list: Plan["notes"]): string[] =>
  list.length === 0
    ? []
    : [title, ...list.map(({ line, text }) => `  ${line > 0 ? `line ${line}: ` : ""}${text}`)];

/** What is understood of a plan, without a database and without creating anything. */
export async function inspectPlan(file: string, options: CorrectionOptions): Promise<Answer> {
  const said = await readCorrections(options);
  const source = readSource(await readInput(file));
  const corrections = foldInto(said.corrections, parsePlan(source.text, said.corrections).phases, said.fold);
  const { plan, effects } = parsePlan(source.text, corrections);
  const corrected = effects.map(({ line, text }) => ({ line, text }));
  const whole = { ...plan, notes: [...source.notes, ...corrected, ...plan.notes] };
  const text = [
    whole.title,
    ...whole.phases.map(phaseLine),
    ...extras(whole),
    ...notes("Not understood:", whole.unplaced),
    ...notes("Notes:", whole.notes),
  ];
  return { text: text.join("\n"), json: whole };
}
