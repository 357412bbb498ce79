import "server-only";
import { notFound } from "@/lib/domain/errors";
import type { ItemView } from "@/lib/domain/item-views";
import { isId, type ProjectAccess } from "./access";
import { db } from "./client";
import { listComments } from "./comments";
import { listEvidence } from "./evidence";
import { dayOrNull } from "./items";
import { loadPeople } from "./people";
import type { ItemRowData } from "./phase-rows";
import { itemRowOf, nameOf, type People } from "./present-checklist";
import { listItemWaivers } from "./waiver-list";

/** How much of a long history one page shows. */
export const RECORDS_PAGE = 200;

/** An item's page; `earlier…` are handed back for what came before what is shown, null at the beginning. */
export interface ItemPage {
  item: ItemView;
  earlierRecords: string | null;
  earlierComments: string | null;
}

const COUNTS = {
  select: {
    evidence: { where: { removedAt: null } },
    comments: { where: { removedAt: null } },
  },
} as const;

const loadItem = (access: ProjectAccess, itemId: string) =>
  db().checklistItem.findFirst({
    where: { id: itemId, projectId: access.projectId },
    include: {
      area: { select: { name: true } },
      assignees: { select: { memberId: true } },
      phase: { select: { key: true, name: true } },
      section: { select: { title: true, archivedAt: true } },
      parent: { select: { id: true, title: true } },
      subItems: {
        where: { archivedAt: null },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: { id: true, title: true, state: true, version: true },
        take: 500,
      },
      _count: COUNTS,
    },
  });

type Loaded = NonNullable<Awaited<ReturnType<typeof loadItem>>>;

const rowOf = ({ area, assignees, _count, ...item }: Loaded): ItemRowData => ({
  id: item.id,
  phaseId: item.phaseId,
  sectionId: item.sectionId,
  parentId: item.parentId,
  key: item.key,
  title: item.title,
  acceptance: item.acceptance,
  level: item.level,
  area: area?.name ?? null,
  dueOn: dayOrNull(item.dueOn),
  state: item.state,
  stateById: item.stateById,
  stateAt: item.stateAt?.toISOString() ?? null,
  waiverExpiresAt: item.waiverExpiresAt?.toISOString() ?? null,
  version: item.version,
  assignees: assignees.map(({ memberId }) => memberId),
  evidence: _count.evidence,
  comments: _count.comments,
});

/** The newest records of an item's state, newest first. */
async function loadRecords(itemId: string, before: string | null) {
  const from =
    before !== null && isId(before)
      ? await db().itemStateRecord.findFirst({
          where: { id: before, itemId },
          select: { id: true, at: true },
        })
      : null;
  const rows = await db().itemStateRecord.findMany({
    where: from
      ? { itemId, OR: [{ at: { lt: from.at } }, { at: from.at, id: { lt: from.id } }] }
      : { itemId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: RECORDS_PAGE + 1,
  });
  const records = rows.slice(0, RECORDS_PAGE);
  return { records, earlier: rows.length > RECORDS_PAGE ? (records.at(-1)?.id ?? null) : null };
}

type Records = Awaited<ReturnType<typeof loadRecords>>["records"];

const recordViews = (records: Records, people: People): ItemView["records"] =>
  records.map((record) => ({
    id: record.id,
    state: record.state,
    by: nameOf(people, record.byId) ?? "",
    at: record.at.toISOString(),
    reason: record.reason,
    approver: nameOf(people, record.approverId),
    expiresAt: record.expiresAt?.toISOString() ?? null,
    selfApproved: record.selfApproved,
  }));

/**
 * Everything the page of one item shows. An archived item is shown, with when it was archived.
 *
 * @param before where an earlier page of records or comments begins
 * @throws AppError NOT_FOUND
 */
export async function getItemPage(
  access: ProjectAccess,
  itemId: string,
  now: Date,
  before: { records?: string | null; comments?: string | null } = {},
): Promise<ItemPage> {
  const item = isId(itemId) ? await loadItem(access, itemId) : null;
  if (!item) throw notFound("The item");
  const target = { itemId: item.id, criterionId: null };
  const [history, waivers, evidenceList, comments] = await Promise.all([
    loadRecords(item.id, before.records ?? null),
    listItemWaivers(access, item.id, now),
    listEvidence(access, target, now),
    listComments(access, target, before.comments ?? null),
  ]);
  const row = rowOf(item);
  const people = await loadPeople(access, [
    row.stateById,
    ...(row.assignees ?? []),
    ...history.records.flatMap(({ byId, approverId }) => [byId, approverId]),
  ]);
  const base = itemRowOf(row, [], {
    people,
    readerId: access.actor.memberId,
    waivers: new Map(waivers.flatMap((w) => (w.isWaiting ? [[item.id, new Date(w.expiresAt)]] : []))),
    now,
  });
  return {
    item: {
      ...base,
      subItems: item.subItems,
      phaseKey: item.phase.key,
      phaseName: item.phase.name,
      sectionId: item.sectionId,
      sectionTitle: item.section.title,
      parent: item.parent,
      details: item.details,
      acceptance: item.acceptance,
      why: item.why,
      impact: item.impact,
      files: item.files,
      archivedAt: (item.archivedAt ?? item.section.archivedAt)?.toISOString() ?? null,
      records: recordViews(history.records, people),
      waivers,
      evidenceList,
      commentList: comments.comments,
    },
    earlierRecords: history.earlier,
    earlierComments: comments.earlier,
  };
}
