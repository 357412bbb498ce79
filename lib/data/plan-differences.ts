import "server-only";
import { notFound } from "@/lib/domain/errors";
import { slugOf } from "@/lib/plan/item-keys";
import { changesOfProject, diffOf } from "@/lib/plan/merge/diff-plans";
import type { MergePreview } from "@/lib/plan/merge/merged";
import { resolveMerge } from "@/lib/plan/merge/resolve-merge";
import type { ProjectAccess } from "./access";
import { db } from "./client";
import { removalsIn } from "./merge-hanging";
import { type MergeSceneIn, mergeSceneIn, previewToken, type ReadFile } from "./merge-scene";
import { readNewerFile } from "./plan-merges";
import { notesOnRecordIn } from "./plan-record";

const ONE_MOMENT = { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 30_000 } as const;

const NAMED_KEYS = 5;

/** A key in a comment was given by a project; one that this project does not know came from another. */
function strangeKeys({ isPlanFile }: ReadFile, { merge }: MergeSceneIn): string[] {
  if (!isPlanFile) return [];
  const strange = merge.steps.flatMap(({ change: { kind, key, title } }) =>
    kind === "added" && key !== null && !key.startsWith(slugOf(title)) ? [`“${title}” (${key})`] : [],
  );
  if (strange.length === 0) return [];
  const more = strange.length > NAMED_KEYS ? ` and ${strange.length - NAMED_KEYS} more` : "";
  return [
    `This project does not know the keys of ${strange.slice(0, NAMED_KEYS).join(", ")}${more}: they may be another project's. They come in as new.`,
  ];
}

/**
 * What a newer file says otherwise than the last import and the project, three-way; nothing is changed. Where there was
 * no last import, nobody knows which of the two is newer: what they say otherwise is asked about.
 *
 * @param content bytes of any usual encoding
 * @throws AppError INVALID, TOO_LARGE for what is not a newer version of the plan; NOT_FOUND
 */
export async function comparePlan(
  access: ProjectAccess<"plan:edit">,
  content: Uint8Array,
  now: Date,
): Promise<MergePreview> {
  const file = await readNewerFile(access, content);
  return db().$transaction(async (tx) => {
    const { projectId: id, workspaceId } = access;
    const project = await tx.project.findFirst({ where: { id, workspaceId }, select: { version: true } });
    if (!project) throw notFound("The project");
    const scene = await mergeSceneIn(access, tx, file.plan, now);
    const record = await notesOnRecordIn(access, tx, scene.people, file.plan);
    const { archived, leftOut } = resolveMerge(scene.merge, { each: {}, otherwise: null }, scene.fixed);
    return {
      ...diffOf(scene.merge),
      kept: changesOfProject(scene.base, scene.ours, scene.merge),
      removals: await removalsIn(access, tx, scene, archived),
      leftOut,
      notes: [...scene.notes, ...strangeKeys(file, scene), ...record, ...file.notes],
      preview: previewToken(project.version, file, scene.merge, leftOut),
    };
  }, ONE_MOMENT);
}
