import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/domain/errors";
import { type MergeCounts, NO_CHANGES } from "@/lib/domain/plan-merges";
import { sayTheSame } from "@/lib/plan/merge/entities";
import type { Answers, LeftOut, ResolvedMerge } from "@/lib/plan/merge/merged";
import { resolveMerge } from "@/lib/plan/merge/resolve-merge";
import { withKeys } from "@/lib/plan/merge/with-keys";
import { withMembers } from "@/lib/plan/people";
import { isPlanFile } from "@/lib/plan/plan-file/comment";
import { readSource } from "@/lib/plan/read-source";
import type { Plan } from "@/lib/schemas/plan";
import { keptCorrections } from "@/lib/schemas/plan-corrections";
import type { ProjectAccess } from "./access";
import { applyMerge } from "./apply-merge";
import { changesSince } from "./changes-since";
import { db } from "./client";
import { loadDirectory } from "./directory";
import { jsonOf } from "./json";
import { type MergeSceneIn, mergeSceneIn, previewToken, type ReadFile } from "./merge-scene";
import { newId } from "./new-id";
import { parsedPlan } from "./parsed-plans";
import { type Write, writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

export interface MergeInput {
  /** bytes of any usual encoding */
  content: Uint8Array;
  answers: Answers;
  /** what the person looked at (MergePreview.token); null: nobody looked */
  preview: string | null;
}

export interface MergedView {
  /** null: there was nothing to merge */
  id: string | null;
  counts: MergeCounts;
  leftOut: LeftOut[];
}

/** @throws AppError INVALID, TOO_LARGE for what is not a plan's text */
export async function readNewerFile(access: Access, content: Uint8Array): Promise<ReadFile> {
  const { projectId: id, workspaceId } = access;
  const project = await db().project.findFirst({ where: { id, workspaceId }, select: { corrections: true } });
  const { text, notes } = readSource(content);
  const read = parsedPlan(text, keptCorrections(project?.corrections)).plan;
  const { plan, leftOut } = withMembers(read, await loadDirectory(access));
  const hash = createHash("sha256").update(text).digest("hex");
  return {
    plan,
    hash,
    isPlanFile: isPlanFile(text),
    notes: [...leftOut.slice(0, NOTES_MAX), ...notesOf([...notes, ...plan.notes], plan.unplaced.length)],
  };
}

const NOTES_MAX = 50;

function notesOf(notes: Plan["notes"], notUnderstood: number): string[] {
  const lines = notes.map(({ line, text }) => (line > 0 ? `Line ${line}: ${text}` : text));
  const more = lines.length > NOTES_MAX ? [`${lines.length - NOTES_MAX} more notes on the file.`] : [];
  const left = notUnderstood > 0 ? [`${notUnderstood} lines of the file were not understood.`] : [];
  return [...lines.slice(0, NOTES_MAX), ...more, ...left];
}

/** Merges are kept with what they changed as long as somebody may want to undo them one after another. */
const KEPT = 20;

async function keep(
  { tx, now, actor }: Write,
  { projectId }: Access,
  row: { id: string; counts: MergeCounts; base: Plan; changes: object[] },
): Promise<void> {
  const { id, counts, base, changes } = row;
  await tx.planMerge.create({
    data: {
      id,
      projectId,
      memberId: actor.memberId,
      at: now,
      counts: jsonOf(counts),
      base: jsonOf(base),
      changes: jsonOf(changes),
    },
  });
  await tx.$executeRaw`
    UPDATE "PlanMerge" SET base = NULL, changes = NULL
    WHERE "projectId" = ${projectId}::uuid AND changes IS NOT NULL AND id NOT IN (
      SELECT id FROM "PlanMerge" WHERE "projectId" = ${projectId}::uuid ORDER BY at DESC, id DESC LIMIT ${KEPT})`;
}

/** Writes a resolved merge. @returns what it is kept as; null when nothing was to be written */
async function writeMerge(
  access: Access,
  write: Write,
  scene: MergeSceneIn,
  merged: ResolvedMerge,
  file: Plan,
) {
  const { changes, counts, keyOf } = await applyMerge(access, write, scene, merged, file);
  // Without anything to change, a file is kept as the last import only where it says more about that.
  if (changes.length === 0 && scene.wasImported && sayTheSame(file, scene.base)) return null;
  const id = newId(write.now);
  await keep(write, access, { id, counts, base: withKeys(file, scene.merge.theirs, keyOf), changes });
  write.record({
    action: "plan.merged",
    targetType: "project",
    targetId: access.projectId,
    phase: changes.length > 0 ? "all" : null,
    data: { mergeId: id, ...counts },
  });
  return { id, counts };
}

/** Why what was looked at is not what would be merged now; null when it is. */
function staleness(looked: string, token: string): "file" | "project" | null {
  const [, file, changes] = looked.split("-");
  const [, fileNow, changesNow] = token.split("-");
  if (file !== fileNow) return "file";
  return changes === changesNow ? null : "project";
}

const anotherFile = () =>
  new AppError(
    "CONFLICT",
    "This is another file than the one you looked at. Look at what it changes, then merge it.",
  );

/**
 * Merges a newer file into the project, all of it or nothing. The same file again changes nothing.
 *
 * @throws AppError NOT_FOUND; INVALID, TOO_LARGE for what is not a newer version of the plan; CONFLICT for conflicts
 *   that nobody answered, and when the file or what it changes is not what the person looked at
 */
export async function mergePlanFile(access: Access, input: MergeInput): Promise<MergedView> {
  const file = await readNewerFile(access, input.content);
  const outcome = await writeProject(access, async (write) => {
    const scene = await mergeSceneIn(access, write.tx, file.plan, write.now);
    const looked = resolveMerge(scene.merge, { each: {}, otherwise: null }, scene.fixed);
    const merged = resolveMerge(scene.merge, input.answers, scene.fixed);
    const { steps, questions } = scene.merge;
    const token = previewToken(write.version, file, scene.merge, looked.leftOut);
    const stale = input.preview === null ? null : staleness(input.preview, token);
    // What was merged meanwhile, by the same request or another, need not be looked at again.
    if (stale && steps.length + questions.length > 0) return { stale };
    if (merged.open.length > 0) return { open: merged.open };
    const kept = await writeMerge(access, write, scene, merged, file.plan);
    return { merged: { id: kept?.id ?? null, counts: kept?.counts ?? NO_CHANGES, leftOut: merged.leftOut } };
  });
  if (outcome.merged) return outcome.merged;
  if (outcome.open)
    throw new AppError(
      "CONFLICT",
      `The file and the project both changed ${outcome.open.length === 1 ? "something" : `${outcome.open.length} things`}, and nobody said which to follow: ${outcome.open.slice(0, 5).join(", ")}. Nothing was changed.`,
      { current: { conflicts: outcome.open } },
    );
  if (outcome.stale === "file") throw anotherFile();
  const what = await changesSince(access, Number(input.preview?.split("-")[0]));
  throw new AppError(
    "CONFLICT",
    `The project changed since you looked${what}. Look again, then merge. Nothing was changed.`,
  );
}
