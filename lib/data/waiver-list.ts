import "server-only";
import { can } from "@/lib/domain/permissions";
import type { MyWaiverView, WaiverView } from "@/lib/domain/waiver-views";
import { isWaitingWaiver, mayAnswerWaiver } from "@/lib/domain/waivers";
import { type ItemState, ROLES } from "@/lib/domain/words";
import { isId, type ProjectAccess, type WorkspaceAccess } from "./access";
import { db } from "./client";
import { nameOf, type People } from "./present-checklist";

const OF_ITEM_MAX = 20;
const WAITING_MAX = 100;

const ITEM = { select: { title: true, state: true, waiverExpiresAt: true } } as const;

const loadRows = (projectId: string, itemId: string) =>
  db().waiver.findMany({
    where: { projectId, itemId },
    include: { item: ITEM },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: OF_ITEM_MAX,
  });

type Row = Awaited<ReturnType<typeof loadRows>>[number];

/** Who looks at requests, with what the rules ask of them. */
interface Reader {
  memberId: string;
  mayWaive: boolean;
  soleMember: boolean;
}

function viewOf({ item, ...row }: Row, people: People, reader: Reader, now: Date): WaiverView {
  const isWaiting = isWaitingWaiver(row, item, now);
  const { requestedById } = row;
  const { memberId: actorId, mayWaive, soleMember } = reader;
  return {
    id: row.id,
    itemId: row.itemId,
    itemTitle: item.title,
    state: row.state,
    isWaiting,
    requestedBy: nameOf(people, requestedById) ?? "",
    requestedAt: row.requestedAt.toISOString(),
    reason: row.reason,
    expiresAt: row.expiresAt.toISOString(),
    closedBy: nameOf(people, row.closedById),
    closedAt: row.closedAt?.toISOString() ?? null,
    refusedWhy: row.refusedWhy,
    selfApproved: row.selfApproved,
    may: {
      answer: isWaiting && mayWaive && mayAnswerWaiver({ requestedById, actorId, soleMember }),
      withdraw: row.state === "PENDING" && requestedById === actorId,
    },
  };
}

/** The names in these rows, and whether the reader is alone: one query each, whatever their number. */
async function namesFor(workspaceId: string, rows: Row[]): Promise<{ people: People; soleMember: boolean }> {
  if (rows.length === 0) return { people: new Map(), soleMember: false };
  const ids = rows.flatMap(({ requestedById, closedById }) =>
    closedById ? [requestedById, closedById] : [requestedById],
  );
  const where = { workspaceId, removedAt: null };
  const [members, count] = await Promise.all([
    db().member.findMany({
      where: { ...where, id: { in: ids } },
      select: { id: true, role: true, user: { select: { name: true } } },
    }),
    db().member.count({ where }),
  ]);
  const people = new Map(
    members.map(({ id, role, user }) => [id, { memberId: id, name: user.name, role }] as const),
  );
  return { people, soleMember: count === 1 };
}

async function present(access: ProjectAccess, rows: Row[], now: Date): Promise<WaiverView[]> {
  const { people, soleMember } = await namesFor(access.workspaceId, rows);
  const reader = { memberId: access.actor.memberId, mayWaive: can(access.role, "item:waive"), soleMember };
  return rows.map((row) => viewOf(row, people, reader, now));
}

/** The last requests to waive an item, newest first. */
export const listItemWaivers = async (
  access: ProjectAccess,
  itemId: string,
  now: Date,
): Promise<WaiverView[]> =>
  present(access, isId(itemId) ? await loadRows(access.projectId, itemId) : [], now);

/** The same as isWaitingWaiver, as the database asks it; what is archived waits for nobody. */
const waitingAt = (now: Date) => ({ state: "PENDING" as const, expiresAt: { gt: now } });
const TO_BE_DONE: ItemState[] = ["OPEN", "IN_PROGRESS", "WAIVED"];
const WAITING_ITEM = { archivedAt: null, section: { archivedAt: null }, state: { in: TO_BE_DONE } };

/** The requests of a phase that wait for an answer, oldest first. */
export async function listPhaseWaivers(
  access: ProjectAccess,
  phaseId: string,
  now: Date,
): Promise<WaiverView[]> {
  const rows = await db().waiver.findMany({
    where: {
      ...waitingAt(now),
      projectId: access.projectId,
      item: { ...WAITING_ITEM, phaseId },
    },
    include: { item: ITEM },
    orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
    take: WAITING_MAX,
  });
  return present(access, rows, now);
}

const WAIVING = ROLES.filter((role) => can(role, "item:waive"));

/** The requests of all projects that the reader may answer, oldest first. */
export async function listMyWaivers(access: WorkspaceAccess, now: Date): Promise<MyWaiverView[]> {
  const { actor, role, workspaceId } = access;
  const { memberId } = actor;
  const isStrong = can(role, "item:waive");
  // A token's role caps an override too, as in openProject.
  if (actor.via === "token" && !isStrong) return [];
  const mine = [
    { roles: { some: { memberId, role: { in: WAIVING } } } },
    ...(isStrong ? [{ roles: { none: { memberId } } }] : []),
  ];
  const rows = await db().waiver.findMany({
    where: {
      ...waitingAt(now),
      item: {
        ...WAITING_ITEM,
        phase: { archivedAt: null },
        project: {
          workspaceId,
          archivedAt: null,
          OR: mine,
          ...(actor.onlyProjectId && { id: actor.onlyProjectId }),
        },
      },
    },
    include: {
      item: {
        select: {
          ...ITEM.select,
          phase: { select: { key: true, name: true } },
          project: { select: { id: true, slug: true, name: true } },
        },
      },
    },
    orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
    take: WAITING_MAX,
  });
  const { people, soleMember } = await namesFor(workspaceId, rows);
  const reader = { memberId, mayWaive: true, soleMember };
  return rows.flatMap((row) => {
    const { phase, project } = row.item;
    const view = viewOf(row, people, reader, now);
    if (!view.may.answer) return [];
    return {
      ...view,
      projectId: project.id,
      projectSlug: project.slug,
      projectName: project.name,
      phaseKey: phase.key,
      phaseName: phase.name,
    };
  });
}
