import type { Plan, PlanCriterion, PlanPhase } from "@/lib/schemas/plan";
import { criterionBadges, ruleBadges } from "./badges";
import { canonicalPlan } from "./canonical-plan";
import { comment, PLAN_FILE_MARK } from "./comment";
import { isPhasePart, isProjectPart, PHASE_PARTS, PROJECT_PARTS, RECORD_PREFACE } from "./headings";
import { inlineMarkdown, paragraphLines, titleMarkdown } from "./plain-markdown";
import { PHASE_FACTS } from "./read-phase-facts";
import { environmentTable, riskTable, secretTable } from "./tables";
import { itemList } from "./write-item";

/** A part of the file: a heading and what stands below it. */
const part = (heading: string, lines: readonly string[]): string[] => ["", heading, "", ...lines];

const filled = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? part(heading, lines) : [];

/** Entries of a list, which may have several lines. */
const entries = (texts: readonly string[], marker: (index: number) => string): string[] =>
  texts.flatMap((text, index) => {
    const mark = marker(index);
    return paragraphLines(text).map((line, at) => (at === 0 ? mark : " ".repeat(mark.length)) + line);
  });

const bullet = (): string => "- ";
const number = (index: number): string => `${index + 1}. `;

const criterionLine = (criterion: PlanCriterion): string => {
  const box = criterion.checked ? "[x]" : "[ ]";
  const key = criterion.key ? ` ${comment("key", criterion.key)}` : "";
  return `- ${box} ${titleMarkdown(criterion.text)}${criterionBadges(criterion)}${key}`;
};

const ruleLine = (rule: PlanPhase["signOffRules"][number]): string =>
  `- ${inlineMarkdown(rule.name)}: ${rule.minimum} ${rule.minimum === 1 ? "person" : "people"}${ruleBadges(rule)}`;

const fact = (label: string, value: string | number | null | undefined): string[] => {
  if (value === null || value === undefined) return [];
  const [first = "", ...rest] = paragraphLines(String(value));
  return ["", `**${label}:** ${first}`, ...rest];
};

function phaseLines(phase: PlanPhase): string[] {
  const { name, key, goals, scope, sections, criteria, signOffRules, rollback } = phase;
  const own = key ? ` ${comment("phase", key)}` : isProjectPart(name) ? ` ${comment("phase")}` : "";
  return [
    "",
    `## ${inlineMarkdown(name)}${own}`,
    ...fact(PHASE_FACTS.audience, phase.audience),
    ...fact(PHASE_FACTS.minimumScore, phase.minimumScore),
    ...fact(PHASE_FACTS.plannedOn, phase.plannedOn),
    ...fact(PHASE_FACTS.overdueSecretsBlock, phase.overdueSecretsBlock ? "yes" : null),
    ...filled(`### ${PHASE_PARTS.goals}`, entries(goals, bullet)),
    ...filled(`### ${PHASE_PARTS.scope}`, entries(scope, bullet)),
    ...sections.flatMap(({ title, items }) =>
      part(
        `### ${inlineMarkdown(title)}${isPhasePart(title) ? ` ${comment("section")}` : ""}`,
        itemList(items, ""),
      ),
    ),
    ...filled(`### ${PHASE_PARTS.criteria}`, criteria.map(criterionLine)),
    ...filled(`### ${PHASE_PARTS.signOffRules}`, signOffRules.map(ruleLine)),
    ...filled(`### ${PHASE_PARTS.rollback}`, entries(rollback, number)),
    ...filled(`### ${PHASE_PARTS.rollbackTriggers}`, entries(phase.rollbackTriggers ?? [], bullet)),
  ];
}

/**
 * A plan as Markdown that people read and edit on a code host: headings for phases, boxes for items, tables for
 * environments, secrets and risks. `parsePlan` reads it back to exactly the same plan (see canonicalPlan).
 */
export function planToMarkdown(given: Plan): string {
  const plan = canonicalPlan(given);
  const { environments, secrets, risks, criteria, record } = plan;
  const lines = [
    PLAN_FILE_MARK,
    "",
    `# ${inlineMarkdown(plan.title)}`,
    ...(plan.description ? ["", ...paragraphLines(plan.description)] : []),
    ...plan.phases.flatMap(phaseLines),
    ...filled(`## ${PROJECT_PARTS.criteria}`, criteria.map(criterionLine)),
    ...(environments ? part(`## ${PROJECT_PARTS.environments}`, environmentTable(environments)) : []),
    ...(secrets.length > 0 ? part(`## ${PROJECT_PARTS.secrets}`, secretTable(secrets)) : []),
    ...(risks.length > 0 ? part(`## ${PROJECT_PARTS.risks}`, riskTable(risks)) : []),
    ...(record ? part(`## ${PROJECT_PARTS.record}`, [RECORD_PREFACE, "", ...entries(record, bullet)]) : []),
  ];
  return `${lines.join("\n")}\n`;
}
