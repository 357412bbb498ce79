import "server-only";
import { contiguousHours, hoursOfUnit } from "@/lib/domain/criterion-kinds";
import { isProductionName, readCellState } from "@/lib/domain/environments";
import { severityOf } from "@/lib/domain/risks";
import { ItemKeys } from "@/lib/plan/item-keys";
import { MINIMUM_SCORE_DEFAULT } from "@/lib/schemas/phases";
import type { Plan, PlanCriterion, PlanPhase } from "@/lib/schemas/plan";
import { dateOrNull } from "./items";
import { newId } from "./new-id";
import { checklistRows, memberIds, type PlanContext, stateRecords } from "./plan-item-rows";

/** A manual attestation lapses after 30 days unless the criterion says otherwise (design 2.1). */
export const MAXIMUM_AGE_DAYS = 30;

/** "Stable for 72 hours": the target is the window itself; otherwise the window's own words say it. */
export function windowHoursOf({
  window,
  text,
  target,
  unit,
}: Pick<PlanCriterion, "window" | "text" | "target" | "unit">): number | null {
  const unitHours = unit === null ? null : hoursOfUnit(unit);
  if (window === null && target !== null && unitHours !== null && contiguousHours(text) !== null)
    return Math.max(1, Math.round(target * unitHours));
  return contiguousHours(window);
}

function criterionRow(
  criterion: PlanCriterion,
  phaseId: string | null,
  position: number,
  keys: ItemKeys,
  { projectId, now, areaIds }: PlanContext,
) {
  const { text, comparator, target, unit, window, level, minimumSample, maximumAgeDays } = criterion;
  return {
    id: newId(now),
    projectId,
    phaseId,
    key: keys.claim(criterion.key ?? null, text),
    text,
    comparator,
    target,
    unit,
    window,
    windowHours: windowHoursOf(criterion),
    level,
    areaId: areaIds.get(criterion.area?.toLowerCase() ?? "") ?? null,
    minimumSample: minimumSample ?? null,
    maximumAgeDays: maximumAgeDays ?? MAXIMUM_AGE_DAYS,
    position,
    createdAt: now,
  };
}

/** A ticked criterion without a target is attested by whoever imports; one with a target has to be measured. */
const isAttested = ({ checked, comparator, target }: PlanCriterion): boolean =>
  checked && (comparator === null || target === null);

function criterionRows(plan: Plan, phaseIds: string[], context: PlanContext) {
  const keys = new ItemKeys();
  const placed = [
    ...plan.phases.flatMap((phase, index) =>
      phase.criteria.map((criterion, place) => ({ criterion, phaseId: phaseIds[index] ?? null, place })),
    ),
    ...plan.criteria.map((criterion, place) => ({ criterion, phaseId: null, place })),
  ];
  const rows = placed.map(({ criterion, phaseId, place }) =>
    criterionRow(criterion, phaseId, place + 1, keys, context),
  );
  const measurements = placed.flatMap(({ criterion }, index) => {
    const criterionId = rows[index]?.id;
    if (!criterionId || !isAttested(criterion)) return [];
    return {
      id: newId(context.now),
      projectId: context.projectId,
      criterionId,
      value: 1,
      measuredAt: context.now,
      recordedAt: context.now,
      note: "Ticked in the imported plan",
      byId: context.memberId,
    };
  });
  return { criteria: rows, measurements };
}

/** A plan that names none gets one rule per phase: one person with role Lead or above (design 2.3). */
const rulesOf = ({ signOffRules }: PlanPhase): PlanPhase["signOffRules"] =>
  signOffRules.length > 0 ? signOffRules : [{ name: "Approval", minimum: 1 }];

/** A phase's key stands in its address: letters, digits and hyphens, or "phase" where its script has none of these. */
export const phaseKeyBase = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[^\p{ASCII}]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "phase";

function environmentRows({ environments }: Plan, { projectId, now }: PlanContext) {
  const columns = environments?.columns ?? [];
  const rows = environments?.rows ?? [];
  const environmentRows = columns.map((name, index) => ({
    id: newId(now),
    projectId,
    name,
    isProduction: isProductionName(name),
    position: index + 1,
  }));
  const configurations = rows.map(({ key, mustDiffer }, index) => ({
    id: newId(now),
    projectId,
    key,
    mustDiffer: mustDiffer ?? false,
    position: index + 1,
  }));
  const values = rows.flatMap((row, index) =>
    row.values.flatMap((value, column) => {
      const configurationItemId = configurations[index]?.id;
      const environmentId = environmentRows[column]?.id;
      const state = readCellState(value, columns[column] ?? "");
      return configurationItemId && environmentId
        ? [{ configurationItemId, environmentId, state, value }]
        : [];
    }),
  );
  return { environments: environmentRows, configurations, values };
}

/**
 * A plan as the rows of a new project, in the order they are inserted, with every id made beforehand. Pure apart from
 * the random part of the ids. The first phase is ACTIVE, the others PLANNED.
 */
export function planRows(plan: Plan, shared: Omit<PlanContext, "itemKeys">) {
  const context: PlanContext = { ...shared, itemKeys: new ItemKeys() };
  const { projectId, now } = context;
  const phaseKeys = new ItemKeys();
  const phases = plan.phases.map((phase, index) => ({
    id: newId(now),
    projectId,
    key: phaseKeys.claim(phaseKeyBase(phase.key ?? phase.name), phase.name),
    name: phase.name,
    position: index + 1,
    status: index === 0 ? ("ACTIVE" as const) : ("PLANNED" as const),
    goals: phase.goals,
    scope: phase.scope,
    audience: phase.audience ?? "",
    rollback: phase.rollback,
    rollbackTriggers: phase.rollbackTriggers ?? [],
    overdueSecretsBlock: phase.overdueSecretsBlock ?? false,
    minimumScore: phase.minimumScore ?? MINIMUM_SCORE_DEFAULT,
    plannedOn: dateOrNull(phase.plannedOn ?? null),
  }));
  const phaseIds = phases.map((phase) => phase.id);
  const checklists = plan.phases.map((phase, index) => checklistRows(phase, phaseIds[index] ?? "", context));
  const items = checklists.flatMap((checklist) => checklist.items);
  return {
    phases,
    sections: checklists.flatMap((checklist) => checklist.sections),
    items,
    records: stateRecords(items, context),
    ...criterionRows(plan, phaseIds, context),
    rules: plan.phases.flatMap((phase, index) =>
      rulesOf(phase).map((rule, place) => ({
        id: newId(now),
        projectId,
        phaseId: phaseIds[index] ?? "",
        name: rule.name,
        minimum: rule.minimum,
        minimumRole: rule.minimumRole ?? ("LEAD" as const),
        memberIds: memberIds(rule.people, context.people),
        position: place + 1,
      })),
    ),
    standings: phaseIds.map((phaseId) => ({ phaseId, projectId })),
    ...environmentRows(plan, context),
    secrets: plan.secrets.map((secret, index) => ({
      id: newId(now),
      projectId,
      ...secret,
      lastRotatedOn: dateOrNull(secret.lastRotatedOn ?? null),
      position: index + 1,
    })),
    risks: plan.risks.map(({ title, severity, mitigation, likelihood, impact, owner }, index) => ({
      id: newId(now),
      projectId,
      title,
      severity: likelihood && impact ? severityOf(likelihood, impact) : (severity ?? ("MEDIUM" as const)),
      mitigation,
      likelihood: likelihood ?? null,
      impact: impact ?? null,
      ownerId: (owner && context.people.find(owner)?.memberId) || null,
      position: index + 1,
    })),
  };
}

export type PlanRows = ReturnType<typeof planRows>;
