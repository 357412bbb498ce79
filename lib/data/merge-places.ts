import "server-only";
import type { NewOrder } from "@/lib/plan/merge/merged";
import type { ChangedRows, Row } from "./changed-rows";
import { KEPT_AS } from "./merge-columns";
import type { MergeThings } from "./merge-things";

/** Positions 1, 2, 3 …: what was archived stays behind what it followed. */
export function placeInOrder(
  rows: ChangedRows,
  things: MergeThings,
  { holder, what, order }: NewOrder,
): void {
  const { table } = KEPT_AS[what];
  const holderId = things.idOf(holder);
  const isHere = (row: Row): boolean => {
    if (what === "item")
      return holder.noun === "item"
        ? row.parentId === holderId
        : row.sectionId === holderId && row.parentId === null;
    return "phaseId" in row ? row.phaseId === (holder.noun === "phase" ? holderId : null) : true;
  };
  const ids = order.map((entity) => things.idOf(entity));
  const live = new Set(ids);
  const behind = new Map<string | null, Row[]>();
  let last: string | null = null;
  const siblings = rows
    .all(table)
    .filter(isHere)
    .sort((a, b) => Number(a.position) - Number(b.position));
  for (const row of siblings) {
    if (live.has(String(row.id))) last = String(row.id);
    else behind.set(last, [...(behind.get(last) ?? []), row]);
  }
  const placed = [
    ...(behind.get(null) ?? []),
    ...ids.flatMap((id) => [rows.get(table, id) ?? [], behind.get(id) ?? []].flat()),
  ];
  for (const [at, row] of placed.entries()) row.position = at + 1;
}

/** Sub-items stand where their item does, and items where their section does, archived ones too. */
export function followHolders(rows: ChangedRows): void {
  const items = rows.all("ChecklistItem");
  for (const row of items) {
    const parent = row.parentId ? rows.get("ChecklistItem", String(row.parentId)) : null;
    if (parent) row.sectionId = parent.sectionId ?? null;
  }
  for (const row of items)
    row.phaseId = rows.get("ChecklistSection", String(row.sectionId))?.phaseId ?? row.phaseId ?? null;
}
