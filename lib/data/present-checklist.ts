import "server-only";
import { groupBy } from "@/lib/domain/group-by";
import type { KeyedItemRow, SectionView } from "@/lib/domain/item-views";
import type { PersonView } from "@/lib/domain/project-views";
import { isWaitingWaiver } from "@/lib/domain/waivers";
import type { ItemRowData, PhaseRows } from "./phase-rows";

export type People = ReadonlyMap<string, PersonView>;

/** Shown for somebody who is a member no more. */
export const nameOf = (people: People, memberId: string | null): string | null =>
  memberId === null ? null : (people.get(memberId)?.name ?? "A former member");

const isFinished = (state: ItemRowData["state"]) =>
  state === "DONE" || state === "VERIFIED" || state === "NOT_APPLICABLE";

const iso = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

/** For whom rows are made. */
export interface Showing {
  people: People;
  readerId: string;
  /** until when a waiver is asked for, by item */
  waivers: ReadonlyMap<string, Date>;
  /** due days end at midnight UTC: an item due today is not overdue */
  now: Date;
}

export function itemRowOf(
  row: ItemRowData,
  subItems: ItemRowData[],
  { people, readerId, waivers, now }: Showing,
): KeyedItemRow {
  const askedUntil = waivers.get(row.id);
  const isAsked = askedUntil && isWaitingWaiver({ state: "PENDING", expiresAt: askedUntil }, row, now);
  return {
    id: row.id,
    key: row.key,
    title: row.title,
    state: row.state,
    level: row.level,
    area: row.area,
    dueOn: row.dueOn,
    overdue: row.dueOn !== null && !isFinished(row.state) && row.dueOn < now.toISOString().slice(0, 10),
    assignees: (row.assignees ?? []).flatMap((id) => people.get(id) ?? []),
    stateBy: nameOf(people, row.stateById),
    stateAt: iso(row.stateAt),
    waiverExpiresAt: iso(row.waiverExpiresAt),
    ...(row.state === "DONE" && row.stateById === readerId && { doneByReader: true }),
    ...(isAsked && { waiverAsked: true }),
    evidence: row.evidence,
    comments: row.comments,
    subItems: subItems.map(({ id, title, state, version }) => ({ id, title, state, version })),
    version: row.version,
  };
}

export function sectionViewsOf(
  rows: PhaseRows,
  phaseId: string,
  reader: Omit<Showing, "waivers">,
): SectionView<KeyedItemRow>[] {
  const waivers = new Map(rows.waivers.map(({ itemId, expiresAt }) => [itemId, new Date(expiresAt)]));
  const showing = { ...reader, waivers };
  const items = rows.items.filter((row) => row.phaseId === phaseId);
  const bySection = groupBy(
    items.filter((row) => row.parentId === null),
    (row) => row.sectionId,
  );
  const byParent = groupBy(items, (row) => row.parentId);
  return rows.sections
    .filter((section) => section.phaseId === phaseId)
    .map(({ id, title, version }) => ({
      id,
      title,
      version,
      items: (bySection.get(id) ?? []).map((row) => itemRowOf(row, byParent.get(row.id) ?? [], showing)),
    }));
}
