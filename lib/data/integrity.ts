import "server-only";
import { DAY_MS, HOUR_MS } from "@/lib/domain/days";
import type { IntegrityNote } from "@/lib/domain/gate-room-views";
import {
  type ChangedThing,
  EASING_ACTIONS,
  EASING_STATE,
  easingOf,
  INTEGRITY_DAYS,
  RUSH_TICKS,
} from "@/lib/domain/integrity";
import type { ProjectAccess } from "./access";
import { dataOf } from "./audit-row";
import { db } from "./client";
import { thingsOf } from "./integrity-things";

const EVENTS_MAX = 200;
const NOTES_MAX = 20;

interface EventRow {
  seq: number;
  at: Date;
  memberId: string | null;
  action: string;
  targetType: string;
  targetId: string;
  canonical: string;
}

const recentEdits = (projectId: string, phaseId: string, now: Date): Promise<EventRow[]> =>
  db().auditEvent.findMany({
    where: {
      projectId,
      phaseId,
      at: { gt: new Date(now.getTime() - INTEGRITY_DAYS * DAY_MS) },
      OR: [
        { action: { in: EASING_ACTIONS } },
        // The canonical text is JSON without spaces, so this finds the state and not a word in a title.
        { action: EASING_STATE.action, canonical: { contains: `"to":"${EASING_STATE.to}"` } },
      ],
    },
    orderBy: { at: "desc" },
    take: EVENTS_MAX,
    select: {
      seq: true,
      at: true,
      memberId: true,
      action: true,
      targetType: true,
      targetId: true,
      canonical: true,
    },
  });

/** How many different items of the phase were ticked in the last hour. */
async function ticksInLastHour(projectId: string, phaseId: string, now: Date): Promise<number> {
  const rows = await db().checklistItem.count({
    where: {
      projectId,
      phaseId,
      archivedAt: null,
      state: { in: ["DONE", "VERIFIED"] },
      stateAt: { gt: new Date(now.getTime() - HOUR_MS) },
    },
  });
  return rows;
}

function hrefOf(slug: string, { targetType, targetId }: EventRow): string | null {
  if (targetType === "item") return `/projects/${slug}/items/${targetId}`;
  return targetType === "criterion" ? `/projects/${slug}/criteria/${targetId}` : null;
}

async function namesOf(access: ProjectAccess, events: EventRow[]): Promise<Map<string, string>> {
  const members = await db().member.findMany({
    where: { workspaceId: access.workspaceId, id: { in: events.flatMap(({ memberId }) => memberId ?? []) } },
    select: { id: true, user: { select: { name: true } } },
  });
  return new Map(members.map(({ id, user }) => [id, user.name]));
}

const PHASE: ChangedThing = { title: "", comparator: null, isMust: true };

/**
 * What moved the bar of a gate in the last days, and whether it is ticked in a rush: told to who decides, from the audit
 * events of the phase, newest first.
 */
export async function listIntegrityNotes(
  access: ProjectAccess,
  phaseId: string,
  now: Date,
): Promise<IntegrityNote[]> {
  const { projectId, slug } = access;
  const [events, ticks] = await Promise.all([
    recentEdits(projectId, phaseId, now),
    ticksInLastHour(projectId, phaseId, now),
  ]);
  const [things, names] = await Promise.all([thingsOf(access, phaseId, events), namesOf(access, events)]);
  const eased = events.flatMap((event): IntegrityNote[] => {
    const { action, targetId, seq, at, memberId } = event;
    const thing = action === "phase.edited" ? PHASE : things.get(targetId);
    const text = thing && easingOf({ action, targetId, data: dataOf(event.canonical) }, thing);
    if (!text) return [];
    const by = memberId === null ? null : (names.get(memberId) ?? null);
    return [{ key: String(seq), text, by, at: at.toISOString(), href: hrefOf(slug, event) }];
  });
  const rush: IntegrityNote[] =
    ticks >= RUSH_TICKS
      ? [{ key: "rush", text: `${ticks} items were ticked in the last hour`, by: null, at: null, href: null }]
      : [];
  return [...rush, ...eased].slice(0, NOTES_MAX);
}
