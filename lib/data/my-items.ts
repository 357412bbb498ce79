import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { MyItemView } from "@/lib/domain/item-views";
import { isId, type WorkspaceAccess } from "./access";
import { statement } from "./statement";

export interface MyItemsPage {
  items: MyItemView[];
  /** hand it back for the next ones; null at the end */
  nextCursor: string | null;
}

export const MY_ITEMS_PAGE = 100;

/** A waiver that has expired counts as open (lib/domain/items.ts); what is due first comes first, undated last. */
const select = statement<Omit<MyItemView, "overdue">>(`
  SELECT i.id, i.title, i.state, i.level, i."dueOn"::text AS "dueOn", u.title AS "parentTitle", j.slug AS "projectSlug",
         j.name AS "projectName", p.key AS "phaseKey", p.name AS "phaseName", i.version
  FROM "ItemAssignee" n
  JOIN "ChecklistItem" i ON i.id = n."itemId" AND i."archivedAt" IS NULL
  JOIN "ChecklistSection" s ON s.id = i."sectionId" AND s."archivedAt" IS NULL
  JOIN "Phase" p ON p.id = i."phaseId" AND p."archivedAt" IS NULL
  JOIN "Project" j ON j.id = i."projectId" AND j."archivedAt" IS NULL
  LEFT JOIN "ChecklistItem" u ON u.id = i."parentId"
  WHERE n."memberId" = $1 AND j."workspaceId" = $2 AND ($3::uuid IS NULL OR j.id = $3)
    AND (i.state IN ('OPEN', 'IN_PROGRESS') OR (i.state = 'WAIVED' AND i."waiverExpiresAt" <= $4))
    AND ($5::uuid IS NULL OR (coalesce(i."dueOn", 'infinity'), i.id)
      > (SELECT coalesce(c."dueOn", 'infinity'), c.id FROM "ChecklistItem" c WHERE c.id = $5))
  ORDER BY coalesce(i."dueOn", 'infinity'), i.id LIMIT ${MY_ITEMS_PAGE + 1}`);

/**
 * The caller's own open items in all projects, due first.
 * @param cursor `nextCursor` of the page before
 * @throws AppError INVALID for a text that is no cursor
 */
export async function listMyItems(
  access: WorkspaceAccess,
  cursor: string | null,
  now: Date,
): Promise<MyItemsPage> {
  if (cursor !== null && !isId(cursor))
    throw new AppError("INVALID", "cursor: not a cursor of this list. Take it from nextCursor.");
  const { actor, workspaceId } = access;
  const rows = await select([actor.memberId, workspaceId, actor.onlyProjectId, now, cursor]);
  const today = now.toISOString().slice(0, 10);
  const items = rows.slice(0, MY_ITEMS_PAGE).map((row) => ({
    ...row,
    overdue: row.dueOn !== null && row.dueOn < today,
  }));
  return { items, nextCursor: rows.length > MY_ITEMS_PAGE ? (items.at(-1)?.id ?? null) : null };
}
