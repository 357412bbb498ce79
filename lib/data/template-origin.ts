import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { TemplateOrigin } from "@/lib/domain/templates";
import { diffPlans, type PlanDiff } from "@/lib/plan/merge/diff-plans";
import { builtInTemplate } from "@/lib/plan/templates";
import { type Plan, planSchema } from "@/lib/schemas/plan";
import { isId, type ProjectAccess } from "./access";
import { db, type Transaction } from "./client";
import { readPlan } from "./plan-export";
import { keptOfTemplateIn } from "./template-kept";
import { writeProject } from "./write";

type Tx = Pick<Transaction, "project" | "template">;

async function originIn(
  tx: Tx,
  { projectId: id, workspaceId }: ProjectAccess,
): Promise<TemplateOrigin | null> {
  const project = await tx.project.findFirst({
    where: { id, workspaceId },
    select: { templateKey: true, templateVersion: true },
  });
  const { templateKey: key = null, templateVersion: version = null } = project ?? {};
  if (key === null || version === null) return null;
  const builtIn = builtInTemplate(key);
  if (builtIn) return { key, title: builtIn.title, version, newest: version, isArchived: false };
  const saved = isId(key)
    ? await tx.template.findFirst({
        where: { id: key, workspaceId },
        select: { name: true, version: true, archivedAt: true },
      })
    : null;
  if (!saved) return null;
  return { key, title: saved.name, version, newest: saved.version, isArchived: saved.archivedAt !== null };
}

/** @returns the template a project was made from, and whether it moved on since; null when it was made otherwise */
export const getTemplateOrigin = (access: ProjectAccess): Promise<TemplateOrigin | null> =>
  originIn(db(), access);

/** The version of its template a project follows, and the newest one. */
export interface TemplatePlans {
  origin: TemplateOrigin;
  base: Plan;
  newest: Plan;
}

/**
 * @param title what the project is called: a template's name and a project's are two things
 * @returns null when the project was not made from a template, or nothing is newer
 */
export async function templatePlansIn(
  access: ProjectAccess,
  tx: Pick<Transaction, "project" | "template" | "templateVersion">,
  title: string,
): Promise<TemplatePlans | null> {
  const origin = await originIn(tx, access);
  if (!origin || origin.newest <= origin.version) return null;
  const rows = await tx.templateVersion.findMany({
    where: {
      templateId: origin.key,
      template: { workspaceId: access.workspaceId },
      version: { in: [origin.version, origin.newest] },
    },
    orderBy: { version: "asc" },
    select: { plan: true },
  });
  const [base, newest] = rows.map(({ plan }): Plan => ({ ...planSchema.parse(plan), title }));
  return base && newest ? { origin, base, newest } : null;
}

/** What the newest version of a template says otherwise than the one the project follows. */
export interface TemplateNews extends PlanDiff {
  origin: TemplateOrigin;
  /** what both changed, and somebody decided to leave as it is in the project */
  kept: PlanDiff["conflicts"];
}

/**
 * Three-way, as for a newer file: what only the template changed, and what the project changed too. Nothing is changed.
 *
 * @returns null when the project was not made from a template, or nothing is newer
 * @throws AppError NOT_FOUND
 */
export async function getTemplateNews(access: ProjectAccess, now: Date): Promise<TemplateNews | null> {
  const origin = await getTemplateOrigin(access);
  if (!origin || origin.newest <= origin.version) return null;
  const ours = await readPlan(access, now);
  const plans = await templatePlansIn(access, db(), ours.title);
  if (!plans) return null;
  const { changes, conflicts } = diffPlans(plans.base, plans.newest, ours);
  const settled = await keptOfTemplateIn(access, db(), plans.origin.newest);
  return {
    origin: plans.origin,
    changes,
    conflicts: conflicts.filter(({ id }) => !settled.has(id)),
    kept: conflicts.filter(({ id }) => settled.has(id)),
  };
}

/**
 * Says that the project has dealt with a newer version of its template. The same again changes nothing.
 *
 * @throws AppError INVALID for a version that is not there
 */
export const followTemplate = (
  access: ProjectAccess<"plan:edit">,
  { version }: { version: number },
): Promise<void> =>
  writeProject(access, async ({ tx, record }) => {
    const origin = await originIn(tx, access);
    if (!origin || version > origin.newest)
      throw new AppError("INVALID", "The template has no such version. Look again at what it changed.");
    if (version <= origin.version) return;
    await tx.project.update({ where: { id: access.projectId }, data: { templateVersion: version } });
    record({
      action: "project.template-followed",
      targetType: "project",
      targetId: access.projectId,
      data: { templateVersion: { from: origin.version, to: version } },
    });
  });
