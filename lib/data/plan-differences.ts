import "server-only";
import { notFound } from "@/lib/domain/errors";
import { diffPlans, type PlanDiff } from "@/lib/plan/merge/diff-plans";
import { readSource } from "@/lib/plan/read-source";
import { keptCorrections } from "@/lib/schemas/plan-corrections";
import type { ProjectAccess } from "./access";
import { db } from "./client";
import { parsedPlan } from "./parsed-plans";
import { exportPlan } from "./plan-export";

/**
 * What a newer file says otherwise than the last import and the project, three-way; nothing is changed. A project that
 * was not imported is its own last import: whatever the file says otherwise is a change.
 *
 * @param content bytes of any usual encoding
 * @throws AppError INVALID, TOO_LARGE for what is not a plan's text; NOT_FOUND
 */
export async function comparePlan(
  access: ProjectAccess<"plan:edit">,
  content: Uint8Array,
  now: Date,
): Promise<PlanDiff> {
  const { projectId: id, workspaceId } = access;
  const project = await db().project.findFirst({
    where: { id, workspaceId },
    select: { source: true, corrections: true },
  });
  if (!project) throw notFound("The project");
  // The newer file is understood as the reader corrected the last one.
  const corrections = keptCorrections(project.corrections);
  const { plan: file } = parsedPlan(readSource(content).text, corrections);
  const ours = await exportPlan(access, now);
  const base = project.source === null ? ours : parsedPlan(project.source, corrections).plan;
  return diffPlans(base, file, ours);
}
