import "server-only";
import { isDeepStrictEqual } from "node:util";
import { Prisma } from "@/generated/prisma/client";
import type { Row, Table } from "./changed-rows";
import type { Transaction } from "./client";
import { insertMany } from "./insert-many";

/** Columns that are rows of another table: the people of a thing, sorted by id. */
const PEOPLE: Partial<Record<Table, { column: string; from: string; owner: string }>> = {
  ChecklistItem: { column: "assigneeIds", from: "ItemAssignee", owner: "itemId" },
  SignOffRule: { column: "memberIds", from: "SignOffRuleMember", owner: "ruleId" },
};

export const isPeopleColumn = (table: Table, name: string): boolean => PEOPLE[table]?.column === name;

/** The people of a thing as one more column of a SELECT of `t`. */
export function peopleColumn(table: Table): Prisma.Sql {
  const people = PEOPLE[table];
  if (!people) return Prisma.empty;
  const { column, from, owner } = people;
  return Prisma.raw(
    `, ARRAY(SELECT p."memberId" FROM "${from}" p WHERE p."${owner}" = t.id ORDER BY 1) AS "${column}"`,
  );
}

/** A row as its own table has it. */
export const withoutPeople = (table: Table, row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !isPeopleColumn(table, name)));

/** Writes the people of those rows whose people changed. `before` null: it is new. */
export async function writePeople(
  tx: Transaction,
  table: Table,
  rows: readonly { before: Row | null; now: Row }[],
): Promise<void> {
  const people = PEOPLE[table];
  if (!people) return;
  const { column, from, owner } = people;
  const changed = rows.filter(
    ({ before, now }) => !isDeepStrictEqual(before?.[column] ?? [], now[column] ?? []),
  );
  if (changed.length === 0) return;
  const ids = changed.flatMap(({ before, now }) => (before ? [String(now.id)] : []));
  await tx.$executeRaw`
    DELETE FROM ${Prisma.raw(`"${from}"`)} WHERE ${Prisma.raw(`"${owner}"`)} = ANY(${ids}::uuid[])`;
  const named = changed.flatMap(({ now }) => {
    const ofRow = now[column];
    return (Array.isArray(ofRow) ? ofRow : []).map((memberId) => ({ [owner]: now.id, memberId }));
  });
  await insertMany(tx, from, named);
}
