import "server-only";
import { z } from "zod";
import type { PlanConflict } from "@/lib/plan/merge/diff-plans";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";

/** Project.templateKept: what stays as it is in the project though one version of its template says otherwise. */
const keptSchema = z.object({ version: z.int(), ids: z.array(z.string()) });

/** @returns ids of the conflicts with that version which the project decided for itself; another version asks anew */
export async function keptOfTemplateIn(
  { projectId: id, workspaceId }: ProjectAccess,
  tx: Pick<Transaction, "project">,
  version: number,
): Promise<ReadonlySet<PlanConflict["id"]>> {
  const project = await tx.project.findFirst({
    where: { id, workspaceId },
    select: { templateKept: true },
  });
  const kept = keptSchema.safeParse(project?.templateKept).data;
  return new Set(kept?.version === version ? kept.ids : []);
}

export const keepOfTemplateIn = (
  { projectId: id }: ProjectAccess<"plan:edit">,
  tx: Pick<Transaction, "project">,
  version: number,
  ids: Iterable<PlanConflict["id"]>,
): Promise<unknown> =>
  tx.project.update({ where: { id }, data: { templateKept: { version, ids: [...ids] } } });
