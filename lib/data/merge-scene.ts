import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/domain/errors";
import { isDecided } from "@/lib/domain/phase-order";
import { diffOf } from "@/lib/plan/merge/diff-plans";
import type { Entity } from "@/lib/plan/merge/entities";
import { mergePlans } from "@/lib/plan/merge/merge-plans";
import type { Fixed, LeftOut } from "@/lib/plan/merge/merged";
import type { PlanMerge } from "@/lib/plan/merge/plan-merge";
import { type Directory, withMembers } from "@/lib/plan/people";
import { type Plan, planSchema } from "@/lib/schemas/plan";
import { keptCorrections } from "@/lib/schemas/plan-corrections";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { parsedPlan } from "./parsed-plans";
import { readPlanIn } from "./plan-export";

type Access = ProjectAccess<"plan:edit">;

/** A newer file as it was read. */
export interface ReadFile {
  plan: Plan;
  /** what was repaired, not understood or otherwise than it looks; one sentence each */
  notes: string[];
  /** sha256 of its text */
  hash: string;
  /** an export, whose keys stand in comments */
  isPlanFile: boolean;
}

/** What a project was like after its last import; null when it was made otherwise. */
async function lastImportIn(access: Access, tx: Transaction): Promise<Plan | null> {
  const { projectId: id, workspaceId } = access;
  const merge = await tx.planMerge.findFirst({
    where: { projectId: id, undoneAt: null },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { base: true },
  });
  const kept = merge && planSchema.safeParse(merge.base).data;
  if (kept) return kept;
  const project = await tx.project.findFirst({
    where: { id, workspaceId },
    select: { source: true, corrections: true },
  });
  return project?.source ? parsedPlan(project.source, keptCorrections(project.corrections)).plan : null;
}

/** A merge of a project, and which row each of the project's things is. */
export interface MergeSceneIn {
  merge: PlanMerge;
  ids: readonly (string | null)[];
  /** who is who in the file and the project */
  people: Directory;
  /** the project as it was after its last import; where there was none, as it stands */
  base: Plan;
  wasImported: boolean;
  ours: Plan;
  fixed: Fixed;
  /** what a review that is running does not look at any more, one sentence for each */
  notes: string[];
}

/** What is not a file's to change in a project, whose things are these rows. */
export async function fixedIn(
  access: Access,
  tx: Transaction,
  { ours }: Pick<PlanMerge, "ours">,
  ids: readonly (string | null)[],
): Promise<Pick<MergeSceneIn, "fixed" | "notes">> {
  const places = new Map(ours.map((entity, at) => [entity, ids[at] ?? null]));
  const idOf = (entity: Entity) => places.get(entity) ?? null;
  const { projectId } = access;
  const phases = await tx.phase.findMany({
    where: { projectId, archivedAt: null },
    select: {
      id: true,
      name: true,
      status: true,
      _count: { select: { decisions: true, reviews: { where: { closedAt: null } } } },
    },
  });
  const conditions = await tx.condition.findMany({
    where: { projectId, itemId: { not: null }, decision: { supersededById: null } },
    select: { itemId: true },
  });
  const byId = new Map(phases.map((phase) => [phase.id, phase]));
  const promised = new Set(conditions.map(({ itemId }) => itemId));
  const phaseOf = (entity: Entity) => (entity.noun === "phase" ? byId.get(idOf(entity) ?? "") : undefined);
  const fixed: Fixed = {
    stays: (entity) => {
      if (entity.noun === "item" && promised.has(idOf(entity)))
        return "It is a condition of a gate that was passed: it can be done or decided anew, not archived.";
      const phase = phaseOf(entity);
      if (phase && (isDecided(phase) || phase._count.decisions > 0))
        return "Its gate was decided; it stays in the plan for the record.";
      return phase && phase._count.reviews > 0
        ? "Its gate is under review. Decide it, or withdraw the review, first."
        : null;
    },
    leads: (entity) => {
      const phase = phaseOf(entity);
      if (phase && isDecided(phase)) return "Its gate was decided; its place stays as it was.";
      return phase && phase._count.reviews > 0 ? "Its gate is under review; its place stays as it is." : null;
    },
  };
  const notes = phases
    .filter(({ _count }) => _count.reviews > 0)
    .map(
      ({ name }) =>
        `The gate of ${name} is under review with the sign-off rules and the minimum score it had when that began; others count from its next review on.`,
    );
  return { fixed, notes };
}

/** @throws AppError INVALID for a file that is no newer version of this project's */
function refuseStranger({ ours, known, theirs }: PlanMerge): void {
  const here = new Set(known.values());
  const worked = ours.filter(({ noun }) => noun === "item" || noun === "criterion");
  if (worked.length > 0 && !worked.some((entity) => here.has(entity)) && theirs.length > 0)
    throw new AppError(
      "INVALID",
      `None of the ${worked.length} items and criteria of this project is in this file, so it is not a newer version of its plan. Import it as a project of its own.`,
    );
}

/**
 * The merge of a file into the project as it stands in a transaction.
 * @throws AppError NOT_FOUND; INVALID for a file without a phase, or of another project
 */
export async function mergeSceneIn(
  access: Access,
  tx: Transaction,
  file: Plan,
  now: Date,
): Promise<MergeSceneIn> {
  if (file.phases.length === 0)
    throw new AppError(
      "INVALID",
      "This file has no phase, so it is not a newer version of this project's plan.",
    );
  const { plan: ours, ids, people } = await readPlanIn(access, tx, now);
  const imported = await lastImportIn(access, tx);
  const lastImport = imported && withMembers(imported, people).plan;
  const base = lastImport ?? ours;
  const merge = mergePlans(base, file, ours, lastImport === null);
  refuseStranger(merge);
  const fixed = await fixedIn(access, tx, merge, ids);
  // Nobody is asked about what cannot be archived whatever they answer: it is said to stay.
  const questions = merge.questions.filter(
    ({ conflict, ours: thing }) =>
      conflict.kind !== "gone from the file" || !thing || fixed.fixed.stays(thing) === null,
  );
  const notes = merge.steps.some(({ change }) => change.noun === "sign-off rule" || change.noun === "phase")
    ? fixed.notes
    : [];
  return {
    merge: { ...merge, questions },
    ids,
    people,
    base,
    ours,
    wasImported: lastImport !== null,
    fixed: fixed.fixed,
    notes,
  };
}

const digest = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 24);

/** Names what a person looked at: the project's version, the file, and what it would change. */
export const previewToken = (version: number, file: ReadFile, merge: PlanMerge, leftOut: LeftOut[]): string =>
  [version, file.hash.slice(0, 24), digest([diffOf(merge), leftOut])].join("-");
