import "server-only";
import type { Hanging } from "@/lib/domain/plan-merges";
import type { Entity } from "@/lib/plan/merge/entities";
import type { Removal } from "@/lib/plan/merge/merged";
import { named } from "@/lib/plan/merge/plan-merge";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import type { MergeSceneIn } from "./merge-scene";

const TICKED: readonly unknown[] = ["DONE", "VERIFIED"];

type Counts = { id: string; evidence: number; comments: number; measurements: number };

/** How much hangs on items and criteria: one statement, however many there are. */
async function hangingIn(
  access: ProjectAccess,
  tx: Transaction,
  ids: string[],
): Promise<Map<string, Counts>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<Counts[]>`
    SELECT t.id,
      (SELECT count(*)::int FROM "Evidence" e
        WHERE (e."itemId" = t.id OR e."criterionId" = t.id) AND e."removedAt" IS NULL) AS evidence,
      (SELECT count(*)::int FROM "Comment" c
        WHERE (c."itemId" = t.id OR c."criterionId" = t.id) AND c."removedAt" IS NULL) AS comments,
      (SELECT count(*)::int FROM "Measurement" m
        WHERE m."criterionId" = t.id AND m."supersededById" IS NULL) AS measurements
    FROM (
      SELECT id FROM "ChecklistItem" WHERE "projectId" = ${access.projectId}::uuid AND id = ANY(${ids}::uuid[])
      UNION ALL
      SELECT id FROM "Criterion" WHERE "projectId" = ${access.projectId}::uuid AND id = ANY(${ids}::uuid[])
    ) AS t`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** What a merge would archive, each with what hangs on it and on all it holds. */
export async function removalsIn(
  access: ProjectAccess,
  tx: Transaction,
  { merge, ids }: MergeSceneIn,
  archived: readonly Entity[],
): Promise<Removal[]> {
  const roots = new Set(archived);
  const rootOf = (entity: Entity | null): Entity | null =>
    entity === null || roots.has(entity) ? entity : rootOf(entity.parent);
  const going = merge.ours.flatMap((entity, at) => {
    const root = rootOf(entity);
    const id = ids[at];
    return root && id ? [{ entity, root, id }] : [];
  });
  const counts = await hangingIn(
    access,
    tx,
    going.filter(({ entity }) => entity.noun === "item" || entity.noun === "criterion").map(({ id }) => id),
  );
  const sums = new Map<Entity, Hanging>(
    archived.map((entity) => [entity, { ticked: 0, evidence: 0, comments: 0, measurements: 0 }]),
  );
  for (const { entity, root, id } of going) {
    const sum = sums.get(root);
    const found = counts.get(id);
    if (!sum || !found) continue;
    if (TICKED.includes(entity.fields.state)) sum.ticked += 1;
    sum.evidence += found.evidence;
    sum.comments += found.comments;
    sum.measurements += found.measurements;
  }
  return [...sums].map(([entity, hanging]) => ({ ...named(entity), hanging }));
}
