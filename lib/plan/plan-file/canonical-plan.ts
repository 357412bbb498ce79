import { severityOf } from "@/lib/domain/risks";
import { withoutSecretValues } from "@/lib/domain/secret-values";
import {
  FILE_MAX,
  FILES_MAX,
  PERSON_MAX,
  type Plan,
  type PlanCriterion,
  type PlanItem,
  type PlanPhase,
  RECORD_LINE_MAX,
  RECORD_MAX,
  TITLE_MAX,
} from "@/lib/schemas/plan";
import { ItemKeys } from "../item-keys";
import { line, lineOrNull, lines, names, stated, text, textOrNull, texts, title } from "./canonical-text";

/** What a phase asks for unless it says otherwise (design 2.7), and how long an attestation holds (design 2.1). */
const MINIMUM_SCORE = 80;
const MAXIMUM_AGE_DAYS = 30;
/** Who signs where a rule names nobody (design 2.3). */
const SIGNER_ROLE = "LEAD";

/** What fields hold at most (lib/schemas/plan.ts). */
const KEY_MAX = 120;
const NAME_MAX = 120;
const AREA_MAX = 80;
const FACT_MAX = 200;

/** Keys of all items: an explicit one belongs to the first that has it; the others get one of their own afterwards. */
function keysOf(items: readonly PlanItem[]): Map<PlanItem, string> {
  const claimed = new ItemKeys();
  const keys = new Map<PlanItem, string>();
  const seen = new Set<string>();
  for (const item of items) {
    const key = line(item.key, KEY_MAX);
    if (key === "" || seen.has(key)) continue;
    seen.add(key);
    keys.set(item, claimed.claim(key, item.title));
  }
  for (const item of items)
    if (!keys.has(item)) keys.set(item, claimed.claim(lineOrNull(item.key, KEY_MAX), title(item.title)));
  return keys;
}

const flat = (items: readonly PlanItem[]): PlanItem[] =>
  items.flatMap((item) => [item, ...flat(item.subItems)]);

function canonicalItem(item: PlanItem, keys: ReadonlyMap<PlanItem, string>): PlanItem {
  const assignees = names(item.assignees);
  const files = lines(item.files, FILE_MAX);
  return {
    key: keys.get(item) ?? item.key,
    title: title(item.title) || "Untitled",
    details: text(item.details),
    state: item.state,
    level: item.level,
    area: lineOrNull(item.area, AREA_MAX),
    acceptance: textOrNull(item.acceptance),
    ...stated({ why: textOrNull(item.why), impact: textOrNull(item.impact) }),
    ...(files.length > 0 && { files: files.slice(0, FILES_MAX) }),
    ...stated({ dueOn: item.dueOn }),
    ...(assignees.length > 0 && { assignees }),
    subItems: item.subItems.map((subItem) => canonicalItem(subItem, keys)),
  };
}

function canonicalCriterion(criterion: PlanCriterion): PlanCriterion {
  const { comparator, target, level, checked, minimumSample, maximumAgeDays } = criterion;
  return {
    text: title(criterion.text) || "Untitled",
    comparator,
    // Nobody means minus nothing.
    target: target === 0 ? 0 : target,
    unit: lineOrNull(criterion.unit, AREA_MAX),
    window: lineOrNull(criterion.window, NAME_MAX),
    level,
    checked,
    ...stated(
      {
        key: lineOrNull(criterion.key, KEY_MAX),
        area: lineOrNull(criterion.area, AREA_MAX),
        minimumSample,
        maximumAgeDays,
      },
      { maximumAgeDays: MAXIMUM_AGE_DAYS },
    ),
  };
}

function canonicalRule({
  name,
  minimum,
  people: named,
  minimumRole,
}: PlanPhase["signOffRules"][number]): PlanPhase["signOffRules"][number] {
  const people = names(named);
  return {
    name: line(name, NAME_MAX) || "Approval",
    minimum,
    ...(people.length > 0 && { people }),
    ...stated({ minimumRole }, { minimumRole: SIGNER_ROLE }),
  };
}

function canonicalPhase(phase: PlanPhase, keys: ReadonlyMap<PlanItem, string>): PlanPhase {
  const { minimumScore, plannedOn, overdueSecretsBlock } = phase;
  const rollbackTriggers = texts(phase.rollbackTriggers ?? []);
  return {
    name: title(phase.name) || "Phase",
    ...stated(
      {
        key: lineOrNull(phase.key, KEY_MAX),
        audience: textOrNull(phase.audience),
        minimumScore,
        plannedOn,
        overdueSecretsBlock,
      },
      { minimumScore: MINIMUM_SCORE, overdueSecretsBlock: false },
    ),
    goals: texts(phase.goals),
    scope: texts(phase.scope),
    sections: phase.sections.map((section) => ({
      title: title(section.title) || "Checklist",
      items: section.items.map((item) => canonicalItem(item, keys)),
    })),
    criteria: phase.criteria.map(canonicalCriterion),
    signOffRules: phase.signOffRules.map(canonicalRule),
    rollback: texts(phase.rollback),
    ...(rollbackTriggers.length > 0 && { rollbackTriggers }),
  };
}

/** What looks like a credential never gets into a plan, whichever way it came. */
const secretFree = (value: string | null | undefined, most: number): string =>
  line(withoutSecretValues(value ?? ""), most);

function canonicalEnvironments(environments: Plan["environments"]): Plan["environments"] {
  if (!environments) return null;
  const columns = environments.columns.map((name) => line(name, NAME_MAX));
  return {
    columns,
    rows: environments.rows.map(({ key, values, mustDiffer }) => ({
      key: secretFree(key, TITLE_MAX) || "Untitled",
      values: columns.map((_, column) => text(withoutSecretValues(values[column] ?? ""))),
      ...stated({ mustDiffer }, { mustDiffer: false }),
    })),
  };
}

const canonicalSecret = ({ lastRotatedOn, rotationDays, ...secret }: Plan["secrets"][number]) => ({
  name: secretFree(secret.name, TITLE_MAX) || "Untitled",
  variable: secretFree(secret.variable, FACT_MAX) || null,
  owner: secretFree(secret.owner, FACT_MAX) || null,
  rotationDays,
  storage: secretFree(secret.storage, FACT_MAX) || null,
  ...stated({ lastRotatedOn }),
});

/**
 * What a plan says, said in one way only: titles on one line, texts trimmed and with LF line ends, no control
 * characters, nothing longer than its field holds or shaped like a credential, a key of its own for every item, and
 * nothing that says no more than the default. `unplaced` and `notes`
 * tell about the reading of one document, not about the project, so they are empty. Doing it twice changes nothing.
 */
export function canonicalPlan(plan: Plan): Plan {
  const record = lines(plan.record, RECORD_LINE_MAX);
  const keys = keysOf(plan.phases.flatMap(({ sections }) => sections.flatMap(({ items }) => flat(items))));
  return {
    title: title(plan.title) || "Plan",
    ...stated({ description: textOrNull(plan.description) }),
    phases: plan.phases.map((phase) => canonicalPhase(phase, keys)),
    environments: canonicalEnvironments(plan.environments),
    secrets: plan.secrets.map(canonicalSecret),
    risks: plan.risks.map(({ severity, mitigation, likelihood, impact, owner, ...risk }) => ({
      title: title(risk.title) || "Untitled",
      // Where both are known, they say how severe it is.
      severity: likelihood && impact ? severityOf(likelihood, impact) : severity,
      mitigation: textOrNull(mitigation),
      ...stated({ likelihood, impact, owner: lineOrNull(owner, PERSON_MAX) }),
    })),
    criteria: plan.criteria.map(canonicalCriterion),
    ...(record.length > 0 && { record: record.slice(0, RECORD_MAX) }),
    unplaced: [],
    notes: [],
  };
}
