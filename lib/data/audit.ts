import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { ActivityEntry, AuditFilterChoices, AuditPage } from "@/lib/domain/audit-views";
import { addDays } from "@/lib/domain/days";
import { startOfDayIn } from "@/lib/domain/zoned-day";
import type { AuditFilter } from "@/lib/schemas/audit";
import type { ProjectAccess, WorkspaceAccess } from "./access";
import { type AuditPlace, readCursor, writeCursor } from "./audit-cursor";
import { dataOf } from "./audit-row";
import { type Subjects, subjectsOf } from "./audit-subjects";
import { auditText } from "./audit-text";
import { db } from "./client";

const PAGE = 50;
const SYSTEM = "Phasegate";
const HASH_DIGITS = 12;

/** The columns a list reads; the canonical text gives the data the sentence is made from. */
export const EVENT_SELECT = {
  chain: true,
  seq: true,
  at: true,
  memberId: true,
  via: true,
  action: true,
  targetType: true,
  targetId: true,
  phaseId: true,
  canonical: true,
  hash: true,
  projectId: true,
} as const;

type EventRow = Prisma.AuditEventGetPayload<{ select: typeof EVENT_SELECT }>;

/** Newest first; events of one moment and chain by their number. */
const NEWEST_FIRST = [{ at: "desc" }, { chain: "desc" }, { seq: "desc" }] as const satisfies object[];

/** What stands behind a place in NEWEST_FIRST order. */
const behind = ({ at, chain, seq }: AuditPlace): Prisma.AuditEventWhereInput => ({
  at: { lte: at },
  OR: [{ at: { lt: at } }, { chain: { lt: chain } }, { chain, seq: { lt: seq } }],
});

interface Told {
  row: EventRow;
  by: string;
  text: string;
  href: string | null;
}

/** Rows with the names of what they speak of, looked up in bulk. */
export async function tell(
  access: WorkspaceAccess | ProjectAccess,
  rows: EventRow[],
): Promise<{ told: Told[]; subjects: Subjects }> {
  const events = rows.map((row) => ({ row, data: dataOf(row.canonical) }));
  const subjects = await subjectsOf(
    access,
    events.map(({ row, data }) => ({ ...row, data })),
  );
  const told = events.map(({ row, data }) => ({
    row,
    by: row.memberId === null ? SYSTEM : (subjects.get(row.memberId)?.title ?? "Somebody who left"),
    text: auditText({ ...row, data }, subjects),
    href: subjects.get(row.targetId)?.href ?? null,
  }));
  return { told, subjects };
}

/** What every list of events shows of one. */
export const entryOf = ({ row, by, text, href }: Told): ActivityEntry => ({
  seq: row.seq,
  at: row.at.toISOString(),
  by,
  via: row.via,
  action: row.action,
  targetType: row.targetType,
  targetId: row.targetId,
  text,
  href,
});

/** One page out of one row more than fits, with the cursor behind its last row. */
export function pageOf<Row extends AuditPlace>(
  rows: Row[],
  size: number,
): { rows: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > size && last ? writeCursor(last) : null };
}

/** A noun stands for every action that begins with it. */
const actionWhere = (action: string): Prisma.AuditEventWhereInput => ({
  action: action.includes(".") ? action : { startsWith: `${action}.` },
});

/** The reader's days, as their clocks show them; "to" includes its day. */
function daysWhere({ from, to }: AuditFilter, zone: string): Prisma.AuditEventWhereInput[] {
  return [
    ...(from ? [{ at: { gte: startOfDayIn(from, zone) } }] : []),
    ...(to ? [{ at: { lt: startOfDayIn(addDays(to, 1), zone) } }] : []),
  ];
}

async function projectWhere(
  access: WorkspaceAccess,
  project: string | null,
): Promise<Prisma.AuditEventWhereInput[]> {
  // a token made for one project reads that project's events and no others
  const only = access.actor.onlyProjectId ? [{ projectId: access.actor.onlyProjectId }] : [];
  if (project === null) return only;
  if (project === "-") return [...only, { projectId: null }];
  const row = await db().project.findFirst({
    where: { workspaceId: access.workspaceId, slug: project },
    select: { id: true },
  });
  // an unknown project has no events; the nil id is nobody's
  return [...only, { projectId: row?.id ?? "00000000-0000-0000-0000-000000000000" }];
}

/**
 * The workspace's audit events, newest first, 50 to a page (design 2.6). Days of the filter are days of the reader's
 * zone.
 *
 * @throws AppError INVALID for a cursor that no page gave out
 */
export async function listAudit(
  access: WorkspaceAccess<"workspace:read">,
  filter: AuditFilter,
  size = PAGE,
): Promise<AuditPage> {
  const found = await db().auditEvent.findMany({
    where: {
      workspaceId: access.workspaceId,
      AND: [
        ...(await projectWhere(access, filter.project)),
        ...(filter.action ? [actionWhere(filter.action)] : []),
        ...(filter.actor ? [{ memberId: filter.actor }] : []),
        ...daysWhere(filter, access.actor.timeZone),
        ...(filter.cursor ? [behind(readCursor(filter.cursor))] : []),
      ],
    },
    orderBy: [...NEWEST_FIRST],
    take: size + 1,
    select: EVENT_SELECT,
  });
  const { rows, nextCursor } = pageOf(found, size);
  const [{ told }, projects] = await Promise.all([
    tell(access, rows),
    db().project.findMany({
      where: { workspaceId: access.workspaceId, id: { in: rows.flatMap((row) => row.projectId ?? []) } },
      select: { id: true, slug: true, name: true },
    }),
  ]);
  const projectById = new Map(projects.map(({ id, ...project }) => [id, project]));
  return {
    nextCursor,
    entries: told.map((event) => {
      const { row } = event;
      return {
        ...entryOf(event),
        chain: row.chain,
        byId: row.memberId,
        project: row.projectId ? (projectById.get(row.projectId) ?? null) : null,
        hash: row.hash.slice(0, HASH_DIGITS),
      };
    }),
  };
}

/** What the filters of the audit page can be set to, bounded: projects newest first, people by name. */
export async function listAuditChoices(
  access: WorkspaceAccess<"workspace:read">,
): Promise<AuditFilterChoices> {
  const only = access.actor.onlyProjectId ? { id: access.actor.onlyProjectId } : {};
  const [projects, members] = await Promise.all([
    db().project.findMany({
      where: { workspaceId: access.workspaceId, ...only },
      select: { slug: true, name: true },
      orderBy: { updatedAt: "desc" },
      take: 200,
    }),
    db().member.findMany({
      where: { workspaceId: access.workspaceId },
      select: { id: true, user: { select: { name: true } } },
      orderBy: { user: { name: "asc" } },
      take: 500,
    }),
  ]);
  return { projects, people: members.map(({ id, user }) => ({ memberId: id, name: user.name })) };
}
