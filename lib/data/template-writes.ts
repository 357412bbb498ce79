import "server-only";
import { isDeepStrictEqual } from "node:util";
import { AppError, notFound } from "@/lib/domain/errors";
import { EMPTY_PLAN } from "@/lib/plan/empty-plan";
import { templateOf } from "@/lib/plan/template-of";
import { planCounts, TEMPLATES } from "@/lib/plan/templates";
import { type Plan, planSchema } from "@/lib/schemas/plan";
import type { SaveTemplateInput } from "@/lib/schemas/templates";
import { isId, openProject, type ProjectAccess, type ProjectAddress, type WorkspaceAccess } from "./access";
import type { Transaction } from "./client";
import { jsonOf } from "./json";
import { newId } from "./new-id";
import { readPlan } from "./plan-export";
import type { CreatedProject } from "./project-insert";
import { createProjectFromPlan } from "./projects";
import { getTemplate } from "./templates";
import { type Write, writeWorkspace } from "./write";

type Access = WorkspaceAccess<"project:create">;

export interface SavedTemplate {
  key: string;
  version: number;
}

type TemplateWords = Pick<SaveTemplateInput, "name" | "summary">;

const nameKeyOf = (name: string): string => name.normalize("NFKC").toLowerCase();

const BUILT_IN_NAMES = new Set(TEMPLATES.map(({ title }) => nameKeyOf(title)));

const newestPlan = async (tx: Transaction, templateId: string, version: number): Promise<Plan | null> => {
  const row = await tx.templateVersion.findUnique({
    where: { templateId_version: { templateId, version } },
    select: { plan: true },
  });
  return planSchema.safeParse(row?.plan).data ?? null;
};

async function addVersion({ tx, now, actor }: Write, { key, version }: SavedTemplate, plan: Plan) {
  const { phases, items, criteria } = planCounts(plan);
  await tx.templateVersion.create({
    data: {
      templateId: key,
      version,
      plan: jsonOf(plan),
      phases,
      items,
      criteria,
      createdById: actor.memberId,
      createdAt: now,
    },
  });
}

/** The workspace's lock is held: nobody else saves under the same name meanwhile. */
async function saveIn(
  write: Write,
  { workspaceId, projectId }: ProjectAccess,
  { name, summary }: TemplateWords,
  plan: Plan,
) {
  const { tx, now, record } = write;
  const nameKey = nameKeyOf(name);
  const told = (saved: SavedTemplate): SavedTemplate => {
    record({
      action: "template.saved",
      targetType: "template",
      targetId: saved.key,
      data: { version: saved.version, projectId },
    });
    return saved;
  };
  const known = await tx.template.findUnique({ where: { workspaceId_nameKey: { workspaceId, nameKey } } });
  if (!known) {
    const saved = { key: newId(now), version: 1 };
    await tx.template.create({
      data: { id: saved.key, workspaceId, name, nameKey, summary, version: 1, createdAt: now },
    });
    await addVersion(write, saved, plan);
    return told(saved);
  }
  const key = known.id;
  const isSamePlan = isDeepStrictEqual(
    await newestPlan(tx, key, known.version),
    planSchema.parse(jsonOf(plan)),
  );
  // Who saves again need not say again for whom it is.
  const kept = summary || known.summary;
  const isSame = isSamePlan && known.name === name && known.summary === kept && known.archivedAt === null;
  if (isSame) return { key, version: known.version };
  const version = isSamePlan ? known.version : known.version + 1;
  if (!isSamePlan) await addVersion(write, { key, version }, plan);
  await tx.template.update({ where: { id: key }, data: { name, summary: kept, version, archivedAt: null } });
  return told({ key, version });
}

/**
 * Keeps the plan of a project as a template of the workspace, without its states, measurements, dates and people. The
 * same name again adds a version, and brings an archived one back; the same plan again changes nothing.
 *
 * @throws AppError NOT_FOUND for a project of somebody else; INVALID for the name of a template that comes with the
 *   product
 */
export async function saveTemplate(
  access: Access,
  address: ProjectAddress,
  input: TemplateWords,
  now: Date,
): Promise<SavedTemplate> {
  const project = await openProject(access.actor, address, "project:read");
  if (BUILT_IN_NAMES.has(nameKeyOf(input.name)))
    throw new AppError("INVALID", "A template that comes with the product has this name. Choose another.", {
      fields: { name: ["A template that comes with the product has this name. Choose another."] },
    });
  const plan = templateOf(await readPlan(project, now), input.name);
  return writeWorkspace(access, (write) => saveIn(write, project, input, plan));
}

/** Takes a template off the list, or puts it back. Projects made from it keep what they have. */
async function setArchived(access: Access, templateId: string, archive: boolean): Promise<void> {
  if (!isId(templateId)) throw notFound("This template");
  return writeWorkspace(access, async ({ tx, now, record }) => {
    const { workspaceId } = access;
    const template = await tx.template.findFirst({
      where: { id: templateId, workspaceId },
      select: { archivedAt: true },
    });
    if (!template) throw notFound("This template");
    if ((template.archivedAt !== null) === archive) return;
    await tx.template.update({ where: { id: templateId }, data: { archivedAt: archive ? now : null } });
    const action = archive ? "template.archived" : "template.restored";
    record({ action, targetType: "template", targetId: templateId });
  });
}

export const archiveTemplate = (access: Access, { templateId }: { templateId: string }) =>
  setArchived(access, templateId, true);
export const restoreTemplate = (access: Access, { templateId }: { templateId: string }) =>
  setArchived(access, templateId, false);

/**
 * Makes a project that begins with a template, or with three bare phases.
 * @param start key of a template, or "empty"
 * @throws AppError NOT_FOUND for a template that is not here, or was archived
 */
export async function createProjectFromStart(
  access: Access,
  { name, start }: { name: string; start: string },
): Promise<CreatedProject> {
  if (start === "empty") return createProjectFromPlan(access, { name, plan: EMPTY_PLAN, source: null });
  const { key, version, plan } = await getTemplate(access, start);
  return createProjectFromPlan(access, { name, plan, source: null, template: { key, version } });
}
