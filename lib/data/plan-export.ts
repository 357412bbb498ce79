import "server-only";
import { judgeCriterion } from "@/lib/domain/criteria";
import { notFound } from "@/lib/domain/errors";
import { groupBy } from "@/lib/domain/group-by";
import type { Directory } from "@/lib/plan/people";
import { canonicalPlan } from "@/lib/plan/plan-file/canonical-plan";
import { FORMS } from "@/lib/plan/plan-file/export-formats";
import type { DownloadFormat } from "@/lib/schemas/api-export";
import type { Plan, PlanCriterion } from "@/lib/schemas/plan";
import type { ProjectAccess } from "./access";
import { db, type Transaction } from "./client";
import { loadDirectory } from "./directory";
import { dayOrNull } from "./items";
import { type CriterionRow, loadPhaseRowsIn } from "./phase-rows";
import { loadPlanExtrasIn } from "./plan-export-extras";
import { handlesOf, itemsOf, loadItemWords } from "./plan-export-items";
import { loadRecordIn } from "./plan-record";
import { criterionSnapshot } from "./snapshot";

const ONE_MOMENT = { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 30_000 } as const;

/** The words of the phases that no rule looks at. */
const loadPhaseWords = (tx: Transaction, projectId: string) =>
  tx.phase.findMany({
    where: { projectId, archivedAt: null },
    orderBy: { position: "asc" },
    select: {
      id: true,
      key: true,
      name: true,
      goals: true,
      scope: true,
      audience: true,
      rollback: true,
      rollbackTriggers: true,
      minimumScore: true,
      overdueSecretsBlock: true,
      plannedOn: true,
    },
  });

function criterionOf(row: CriterionRow, now: Date): PlanCriterion {
  const { text, comparator, target, unit, window, level, key, area, minimumSample, maximumAgeDays } = row;
  const checked = judgeCriterion(criterionSnapshot(row), now).result === "MET";
  return {
    text,
    comparator,
    target,
    unit,
    window,
    level,
    checked,
    key,
    area,
    minimumSample,
    maximumAgeDays,
  };
}

/** A project as a plan, and the ids of its rows as lib/plan/merge/entities.ts counts its things. */
export interface IdentifiedPlan {
  plan: Plan;
  /** null: a sign-off rule that is not there, where a phase has none */
  ids: (string | null)[];
  /** who is who in it */
  people: Directory;
}

/**
 * The project as it stands in a transaction that holds its lock, or sees one moment of it.
 * @throws AppError NOT_FOUND
 */
export async function readPlanIn(access: ProjectAccess, tx: Transaction, now: Date): Promise<IdentifiedPlan> {
  const { projectId, workspaceId } = access;
  const project = await tx.project.findFirst({
    where: { id: projectId, workspaceId },
    select: { name: true, description: true },
  });
  const rows = await loadPhaseRowsIn(tx, projectId);
  if (!project || !rows) throw notFound("The project");
  const words = await loadPhaseWords(tx, projectId);
  const itemWords = await loadItemWords(tx, projectId);
  const people = await loadDirectory(access, tx);
  const { ids: extraIds, ...extras } = await loadPlanExtrasIn(tx, projectId, people);
  const children = groupBy(rows.items, ({ parentId }) => parentId);
  const topItems = groupBy(children.get(null) ?? [], ({ sectionId }) => sectionId);
  const sections = groupBy(rows.sections, ({ phaseId }) => phaseId);
  const criteria = groupBy(rows.criteria, ({ phaseId }) => phaseId);
  const rules = groupBy(rows.rules, ({ phaseId }) => phaseId);
  const criteriaOf = (phaseId: string | null) =>
    (criteria.get(phaseId) ?? []).map((row) => criterionOf(row, now));
  const idsOf = (list: readonly { id: string }[] | undefined) => (list ?? []).map(({ id }) => id);
  const plan: Plan = {
    title: project.name,
    description: project.description,
    phases: words.map(({ id, plannedOn, ...phase }) => ({
      ...phase,
      plannedOn: dayOrNull(plannedOn),
      sections: (sections.get(id) ?? []).map((section) => ({
        title: section.title,
        items: itemsOf(topItems.get(section.id) ?? [], children, itemWords, people),
      })),
      criteria: criteriaOf(id),
      signOffRules: (rules.get(id) ?? []).map((rule) => ({
        name: rule.name,
        minimum: rule.minimum,
        minimumRole: rule.minimumRole,
        people: handlesOf(rule.people, people),
      })),
    })),
    ...extras,
    criteria: criteriaOf(null),
    unplaced: [],
    notes: [],
  };
  const ids = [
    projectId,
    ...words.flatMap(({ id }) => [
      id,
      ...(sections.get(id) ?? []).flatMap((section) => [
        section.id,
        ...(topItems.get(section.id) ?? []).flatMap((item) => [item.id, ...idsOf(children.get(item.id))]),
      ]),
      ...idsOf(criteria.get(id)),
      ...(rules.get(id) ? idsOf(rules.get(id)) : [null]),
    ]),
    ...idsOf(criteria.get(null)),
    ...extraIds,
  ];
  return { plan: canonicalPlan(plan), ids, people };
}

/**
 * The project as a plan, as it stands in one moment and without what was archived. A box of a criterion is ticked while
 * the criterion is MET. Members are called by their names.
 *
 * @throws AppError NOT_FOUND
 */
export const readPlan = (access: ProjectAccess, now: Date): Promise<Plan> =>
  db().$transaction(async (tx) => (await readPlanIn(access, tx, now)).plan, ONE_MOMENT);

/**
 * The same to go out: what people did is told behind the plan.
 *
 * @throws AppError NOT_FOUND
 */
export const exportPlan = (access: ProjectAccess, now: Date): Promise<Plan> =>
  db().$transaction(async (tx) => {
    const { plan, people } = await readPlanIn(access, tx, now);
    const record = await loadRecordIn(access, tx, people);
    return canonicalPlan({ ...plan, record });
  }, ONE_MOMENT);

interface PlanFile {
  content: string;
  mediaType: string;
  fileName: string;
}

/**
 * The document the project was last made or updated from: what the importer did not understand of it stands nowhere
 * else. It was kept without what looked like a secret's value (docs/decisions/0011-no-values.md).
 */
async function importedFile({ projectId, workspaceId, slug }: ProjectAccess): Promise<PlanFile> {
  const project = await db().project.findFirst({
    where: { id: projectId, workspaceId },
    select: { source: true },
  });
  if (typeof project?.source !== "string") throw notFound("The imported document");
  return { content: project.source, mediaType: FORMS.markdown.mediaType, fileName: `${slug}-imported.md` };
}

/** Whether there is such a document. */
export const isImported = async ({ projectId, workspaceId }: ProjectAccess): Promise<boolean> =>
  (await db().project.count({ where: { id: projectId, workspaceId, source: { not: null } } })) > 0;

/**
 * The same as a file to keep: its contents, media type and name.
 *
 * @throws AppError NOT_FOUND
 */
export async function exportPlanFile(
  access: ProjectAccess,
  format: DownloadFormat,
  now: Date,
): Promise<PlanFile> {
  if (format === "imported") return importedFile(access);
  const { write, mediaType, ending } = FORMS[format];
  return { content: write(await exportPlan(access, now)), mediaType, fileName: `${access.slug}.${ending}` };
}
