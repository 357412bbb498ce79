import "server-only";
import type { Directory } from "@/lib/plan/people";
import type { PlanItem } from "@/lib/schemas/plan";
import type { Transaction } from "./client";
import type { ItemRowData } from "./phase-rows";

type ItemWords = Pick<PlanItem, "details" | "why" | "impact" | "files">;

/** The words of the items that no rule looks at, of those that have any. */
export async function loadItemWords(tx: Transaction, projectId: string): Promise<Map<string, ItemWords>> {
  const rows = await tx.checklistItem.findMany({
    where: {
      projectId,
      archivedAt: null,
      OR: [
        { details: { not: "" } },
        { why: { not: null } },
        { impact: { not: null } },
        { files: { isEmpty: false } },
      ],
    },
    select: { id: true, details: true, why: true, impact: true, files: true },
  });
  return new Map(rows.map(({ id, ...words }) => [id, words]));
}

/** Members as a file calls them. */
export const handlesOf = (memberIds: readonly string[] | null, people: Directory): string[] =>
  (memberIds ?? []).flatMap((memberId) => people.handleOf(memberId) ?? []);

/** Items of a plan, with what stands below each. */
export function itemsOf(
  rows: readonly ItemRowData[],
  children: ReadonlyMap<string | null, ItemRowData[]>,
  words: ReadonlyMap<string, ItemWords>,
  people: Directory,
): PlanItem[] {
  return rows.map(({ id, key, title, state, level, area, acceptance, dueOn, assignees }) => ({
    key,
    title,
    details: "",
    ...words.get(id),
    state,
    level,
    area,
    acceptance,
    dueOn,
    assignees: handlesOf(assignees, people),
    subItems: itemsOf(children.get(id) ?? [], children, words, people),
  }));
}
