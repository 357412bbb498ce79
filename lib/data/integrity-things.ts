import "server-only";
import type { ChangedThing } from "@/lib/domain/integrity";
import { COMPARATORS } from "@/lib/domain/words";
import type { ProjectAccess } from "./access";
import { db } from "./client";

type Things = [id: string, thing: ChangedThing][];
type Load = (projectId: string, phaseId: string, ids: string[]) => Promise<Things>;

/** Where something is now: archived, or in another phase than the one that is asked about. */
const PLACE = { archivedAt: true, phaseId: true, phase: { select: { name: true } } } as const;

interface Placed {
  archivedAt: Date | null;
  phaseId: string | null;
  phase: { name: string } | null;
}

const placeOf = ({ archivedAt, phaseId, phase }: Placed, asked: string) => ({
  isArchived: archivedAt !== null,
  elsewhere: phaseId === asked ? null : (phase?.name ?? null),
});

/** A sub-item is no requirement of its own, so no Must. */
const MUST_ITEM = { level: "MUST", parentId: null, archivedAt: null } as const;

const LOADS: Record<string, Load> = {
  item: async (projectId, asked, ids) => {
    const rows = await db().checklistItem.findMany({
      where: { projectId, id: { in: ids } },
      select: { id: true, title: true, level: true, parentId: true, state: true, ...PLACE },
    });
    return rows.map(({ id, title, level, parentId, state, ...place }) => [
      id,
      {
        title,
        comparator: null,
        isMust: level === "MUST" && parentId === null,
        isNotApplicable: state === "NOT_APPLICABLE",
        ...placeOf(place, asked),
      },
    ]);
  },
  section: async (projectId, asked, ids) => {
    const rows = await db().checklistSection.findMany({
      where: { projectId, id: { in: ids } },
      select: { id: true, title: true, ...PLACE, _count: { select: { items: { where: MUST_ITEM } } } },
    });
    return rows.map(({ id, title, _count, ...place }) => [
      id,
      { title, comparator: null, isMust: _count.items > 0, ...placeOf(place, asked) },
    ]);
  },
  criterion: async (projectId, asked, ids) => {
    const rows = await db().criterion.findMany({
      where: { projectId, id: { in: ids } },
      select: { id: true, text: true, level: true, comparator: true, ...PLACE },
    });
    return rows.map(({ id, text, level, comparator, ...place }) => [
      id,
      {
        title: text,
        comparator: COMPARATORS.find((known) => known === comparator) ?? null,
        isMust: level === "MUST",
        ...placeOf(place, asked),
      },
    ]);
  },
  "sign-off-rule": async (projectId, _, ids) => {
    const rows = await db().signOffRule.findMany({
      where: { projectId, id: { in: ids } },
      select: { id: true, name: true },
    });
    return rows.map(({ id, name }) => [id, { title: name, comparator: null, isMust: true }]);
  },
};

/** The things these events speak of, as they stand now, archived ones too: one query for each kind. */
export async function thingsOf(
  access: ProjectAccess,
  phaseId: string,
  events: readonly { targetType: string; targetId: string }[],
): Promise<Map<string, ChangedThing>> {
  const things = await Promise.all(
    Object.entries(LOADS).map(([type, load]) => {
      const ids = events.flatMap(({ targetType, targetId }) => (targetType === type ? [targetId] : []));
      return ids.length > 0 ? load(access.projectId, phaseId, ids) : [];
    }),
  );
  return new Map(things.flat());
}
