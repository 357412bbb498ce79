import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type MergeEntry, NO_CHANGES } from "@/lib/domain/plan-merges";
import { mergeCountsSchema } from "@/lib/schemas/api-merges";
import { isId, type ProjectAccess } from "./access";
import { db } from "./client";
import { loadPeople } from "./people";
import { nameOf } from "./present-checklist";

const SOMEBODY = "Somebody";

/**
 * Newer files that were merged into a project, the newest first.
 * @param cursor `nextCursor` of the page before
 * @throws AppError INVALID for what is no cursor of this list
 */
export async function listMerges(
  access: ProjectAccess,
  { limit, cursor = null }: { limit: number; cursor?: string | null | undefined },
): Promise<{ data: MergeEntry[]; nextCursor: string | null }> {
  const { projectId } = access;
  if (cursor !== null && !isId(cursor)) throw new AppError("INVALID", "cursor: Not a cursor of this list.");
  const select = {
    id: true,
    at: true,
    memberId: true,
    counts: true,
    undoneAt: true,
    undoneById: true,
  } as const;
  const rows = await db().planMerge.findMany({
    // Ids are made by time, so they tell the order too.
    where: { projectId, ...(cursor ? { id: { lt: cursor } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select,
  });
  const newest = await db().planMerge.findFirst({
    where: { projectId, undoneAt: null },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  const people = await loadPeople(
    access,
    rows.flatMap(({ memberId, undoneById }) => [memberId, undoneById]),
  );
  const data = rows.slice(0, limit).map(({ id, at, memberId, counts, undoneAt, undoneById }) => ({
    id,
    at: at.toISOString(),
    by: nameOf(people, memberId) ?? SOMEBODY,
    counts: mergeCountsSchema.safeParse(counts).data ?? NO_CHANGES,
    undone: undoneAt && { at: undoneAt.toISOString(), by: nameOf(people, undoneById) ?? SOMEBODY },
    canUndo: id === newest?.id,
  }));
  return { data, nextCursor: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
}
