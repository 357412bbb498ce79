import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import { can } from "@/lib/domain/permissions";
import type { EditProjectInput } from "@/lib/schemas/projects";
import type { ProjectAccess, WorkspaceAccess } from "./access";
import { db, type Transaction } from "./client";
import { changeData, differences } from "./differences";
import { type CreatedProject, insertProject, type NewProject } from "./project-insert";
import { writeProject, writeWorkspace } from "./write";

/**
 * Makes a project from a plan: phases, checklist, criteria, rules and everything else a plan can hold, in one
 * transaction, with one event in the project's chain and one in the workspace's.
 *
 * @throws AppError INVALID for a plan without a phase; TOO_LARGE beyond what a project holds
 */
export const createProjectFromPlan = (
  access: WorkspaceAccess<"project:create">,
  project: NewProject,
): Promise<CreatedProject> => writeWorkspace(access, (write) => insertProject(write, access, project));

type Settings = EditProjectInput["basedOn"];

const SETTINGS = {
  name: true,
  description: true,
  asksVerification: true,
  fourEyes: true,
  graceHours: true,
} as const;

/** Fields that are rules of the gates: what they say is a manager's to decide, and moves every phase. */
const POLICY = ["asksVerification", "fourEyes", "graceHours"] as const;

async function projectIn(tx: Transaction, { projectId: id, workspaceId }: ProjectAccess) {
  const row = await tx.project.findFirst({
    where: { id, workspaceId },
    select: { ...SETTINGS, archivedAt: true },
  });
  if (!row) throw notFound("The project");
  return row;
}

/** The project's settings, and when it was archived. @throws AppError NOT_FOUND */
export async function getProjectSettings(
  access: ProjectAccess,
): Promise<Settings & { archivedAt: string | null }> {
  const row = await projectIn(db(), access);
  return { ...row, archivedAt: row.archivedAt?.toISOString() ?? null };
}

/**
 * Saves the settings. Ticks do not get in the way: only a field that somebody else changed since the form was filled,
 * to something else than is wished now, makes it stale.
 *
 * @throws AppError CONFLICT with what stands there now; FORBIDDEN when a lead changes a rule of the gates
 */
export function editProject(access: ProjectAccess<"plan:edit">, input: EditProjectInput): Promise<void> {
  return writeProject(access, async ({ tx, version, record }) => {
    const { archivedAt, ...current } = await projectIn(tx, access);
    const { basedOn, projectId: _, ...wish } = input;
    const changed = differences(current, differences(basedOn, wish));
    const stale = Object.keys(differences(current, basedOn)).filter((field) => field in changed);
    if (stale.length > 0)
      throw new AppError(
        "CONFLICT",
        `Somebody else changed the ${stale.join(" and ")} meanwhile. Look at what stands there now, then save again.`,
        { current: { ...current, version } },
      );
    if (Object.keys(changed).length === 0) return;
    const movesGates = POLICY.some((field) => field in changed);
    if (movesGates && !can(access.role, "project:create"))
      throw new AppError("FORBIDDEN", "Changing the rules of the gates needs the role Manager or above.");
    await tx.project.update({ where: { id: access.projectId }, data: changed });
    record({
      action: "project.edited",
      targetType: "project",
      targetId: access.projectId,
      phase: movesGates ? "all" : null,
      data: changeData(current, changed, POLICY),
    });
  });
}

/** Archives a project, or brings it back. Nothing in it is lost. The same again changes nothing. */
function setArchived(access: ProjectAccess<"project:create">, archive: boolean): Promise<void> {
  return writeProject(access, async ({ tx, now, record }) => {
    const { archivedAt } = await projectIn(tx, access);
    if ((archivedAt !== null) === archive) return;
    const id = access.projectId;
    await tx.project.update({ where: { id }, data: { archivedAt: archive ? now : null } });
    const action = archive ? "project.archived" : "project.restored";
    record({ action, targetType: "project", targetId: id, phase: "all" });
  });
}

export const archiveProject = (access: ProjectAccess<"project:create">) => setArchived(access, true);
export const restoreProject = (access: ProjectAccess<"project:create">) => setArchived(access, false);

/** Nobody chooses from a longer list. */
const NAMES_MAX = 500;

/** @returns the workspace's projects by name, for lists to choose from */
export const listProjectNames = ({
  workspaceId,
  actor,
}: WorkspaceAccess): Promise<{ id: string; slug: string; name: string }[]> =>
  db().project.findMany({
    where: { workspaceId, archivedAt: null, ...(actor.onlyProjectId && { id: actor.onlyProjectId }) },
    orderBy: { name: "asc" },
    take: NAMES_MAX,
    select: { id: true, slug: true, name: true },
  });

/** @returns archived projects, the last archived first */
export async function listArchivedProjects({
  workspaceId,
  actor,
}: WorkspaceAccess): Promise<{ id: string; slug: string; name: string; archivedAt: string }[]> {
  const rows = await db().project.findMany({
    where: {
      workspaceId,
      archivedAt: { not: null },
      ...(actor.onlyProjectId && { id: actor.onlyProjectId }),
    },
    orderBy: { archivedAt: "desc" },
    take: NAMES_MAX,
    select: { id: true, slug: true, name: true, archivedAt: true },
  });
  return rows.flatMap(({ archivedAt, ...row }) =>
    archivedAt ? [{ ...row, archivedAt: archivedAt.toISOString() }] : [],
  );
}
