import "server-only";
import { isDeepStrictEqual } from "node:util";
import { Prisma } from "@/generated/prisma/client";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { insertMany, storable } from "./insert-many";
import { isPeopleColumn, peopleColumn, withoutPeople, writePeople } from "./people-columns";

type Access = ProjectAccess<"plan:edit">;

export type Cell = string | number | boolean | null | readonly string[];
export type Row = Record<string, Cell>;

/** What a merge may write in rows that are there, by table. A new column of a plan's things is named here too. */
const COLUMNS = {
  Project: ["name", "description"],
  Phase: [
    ...["name", "position", "goals", "scope", "audience", "rollback", "rollbackTriggers", "minimumScore"],
    ...["overdueSecretsBlock", "plannedOn", "version", "archivedAt"],
  ],
  ChecklistSection: ["phaseId", "title", "position", "version", "archivedAt"],
  ChecklistItem: [
    ...["phaseId", "sectionId", "parentId", "title", "details", "acceptance", "why", "impact", "files"],
    ...["level", "areaId", "dueOn", "position", "state", "stateById", "stateAt", "waiverExpiresAt"],
    ...["version", "archivedAt", "assigneeIds"],
  ],
  Criterion: [
    ...["phaseId", "text", "comparator", "target", "unit", "window", "windowHours", "level", "areaId"],
    ...["minimumSample", "maximumAgeDays", "position", "version", "archivedAt"],
  ],
  SignOffRule: ["name", "minimum", "minimumRole", "position", "version", "archivedAt", "memberIds"],
  Environment: ["name", "isProduction", "position", "version", "archivedAt"],
  ConfigurationItem: ["key", "mustDiffer", "position", "version", "archivedAt"],
  ConfigurationValue: ["state", "value", "changedById", "verifiedById", "verifiedAt", "version"],
  SecretRecord: [
    ...["name", "variable", "owner", "rotationDays", "storage", "lastRotatedOn", "lastRotatedById"],
    ...["position", "version", "archivedAt"],
  ],
  Risk: [
    ...["title", "severity", "likelihood", "impact", "state", "mitigation", "ownerId", "acceptedById"],
    ...["acceptedWhy", "acceptedAt", "acceptedUntil", "position", "version", "archivedAt"],
  ],
  Measurement: ["supersededById"],
} satisfies Record<string, string[]>;

export type Table = keyof typeof COLUMNS;

/** As they are written: what others point at comes first. */
export const TABLES = Object.keys(COLUMNS) as Table[];

/** What was written of one row; `before` null: it is new. */
export interface RowChange {
  table: Table;
  id: string;
  before: Row | null;
  after: Row;
}

const idOf = (table: Table, row: Row): string =>
  table === "ConfigurationValue"
    ? `${String(row.configurationItemId)}/${String(row.environmentId)}`
    : String(row.id);

/** A moment is the same in whichever of the two ways it is written. */
const sameCell = (column: string, a: Cell | undefined, b: Cell | undefined): boolean =>
  isDeepStrictEqual(a ?? null, b ?? null) ||
  (/(?:At|On)$/.test(column) &&
    typeof a === "string" &&
    typeof b === "string" &&
    Date.parse(a) === Date.parse(b));

/** Columns that are not as they were said to be. */
export const differingColumns = (row: Row, said: Row): string[] =>
  Object.keys(said).filter((column) => !sameCell(column, row[column], said[column]));

/** What a new row is while nobody has done anything with it. */
const UNTOUCHED: Row = { version: 1, archivedAt: null };

interface Held {
  before: Row | null;
  now: Row;
}

/**
 * Rows of one project, changed in memory and then written with one statement for each table, however many there are.
 * The project's lock is held from before they are read until they are written.
 */
export class ChangedRows {
  private readonly tables = new Map<Table, Map<string, Held>>();

  constructor(
    private readonly access: Access,
    private readonly tx: Transaction,
  ) {}

  /** Reads all rows of these tables, archived ones too; what is read already stays as it is. */
  async load(tables: Iterable<Table>): Promise<void> {
    for (const table of new Set(tables)) {
      if (this.tables.has(table)) continue;
      const rows = await this.tx.$queryRaw<{ row: Row }[]>`
        SELECT to_jsonb(t) AS row FROM (${this.selectOf(table)}) AS t`;
      this.tables.set(
        table,
        new Map(rows.map(({ row }) => [idOf(table, row), { before: row, now: { ...row } }])),
      );
    }
  }

  private selectOf(table: Table): Prisma.Sql {
    const { projectId } = this.access;
    if (table === "Project")
      return Prisma.sql`SELECT id, name, description FROM "Project" WHERE id = ${projectId}::uuid`;
    if (table === "ConfigurationValue")
      return Prisma.sql`
        SELECT v.* FROM "ConfigurationValue" v JOIN "ConfigurationItem" c ON c.id = v."configurationItemId"
        WHERE c."projectId" = ${projectId}::uuid`;
    return Prisma.sql`
      SELECT t.* ${peopleColumn(table)} FROM ${Prisma.raw(`"${table}"`)} t WHERE t."projectId" = ${projectId}::uuid`;
  }

  private held(table: Table): Map<string, Held> {
    const held = this.tables.get(table) ?? new Map<string, Held>();
    this.tables.set(table, held);
    return held;
  }

  all(table: Table): Row[] {
    return [...this.held(table).values()].map(({ now }) => now);
  }

  get(table: Table, id: string): Row | null {
    return this.held(table).get(id)?.now ?? null;
  }

  /** Writes into a row that is there; null and what is so already changes nothing. */
  set(table: Table, id: string, columns: Row): void {
    const row = this.held(table).get(id)?.now;
    if (row) Object.assign(row, columns);
  }

  insert(table: Table, row: Row): void {
    this.held(table).set(idOf(table, row), { before: null, now: row });
  }

  /** What is not as it was, without the count of versions. */
  changes(): RowChange[] {
    return TABLES.flatMap((table) =>
      [...this.held(table)].flatMap(([id, { before, now }]): RowChange[] => {
        if (!before) return [{ table, id, before: null, after: UNTOUCHED }];
        const columns = this.changedColumns(table, before, now);
        if (columns.length === 0) return [];
        const part = (row: Row): Row => Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));
        return [{ table, id, before: part(before), after: part(now) }];
      }),
    );
  }

  private changedColumns(table: Table, before: Row, now: Row): string[] {
    const columns: readonly string[] = COLUMNS[table];
    return columns.filter((name) => name !== "version" && !sameCell(name, before[name], now[name]));
  }

  /** Writes everything: new rows, then those that changed. A new place alone is no new version. */
  async write(): Promise<void> {
    for (const table of TABLES) {
      const rows = [...this.held(table).values()];
      await insertMany(
        this.tx,
        table,
        rows.flatMap(({ before, now }) => (before ? [] : [withoutPeople(table, now)])),
      );
      const changed = rows.flatMap(({ before, now }) => {
        const columns = before ? this.changedColumns(table, before, now) : [];
        if (columns.length === 0) return [];
        const isEdit = columns.some((name) => name !== "position");
        return [isEdit && typeof now.version === "number" ? { ...now, version: now.version + 1 } : now];
      });
      await this.update(table, changed);
      await writePeople(this.tx, table, rows);
    }
  }

  private async update(table: Table, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const into = Prisma.raw(`"${table}"`);
    const own = COLUMNS[table].filter((name) => !isPeopleColumn(table, name));
    const columns = Prisma.raw(own.map((name) => `"${name}" = r."${name}"`).join(", "));
    const isSame = Prisma.raw(
      table === "ConfigurationValue"
        ? `t."configurationItemId" = r."configurationItemId" AND t."environmentId" = r."environmentId"`
        : "t.id = r.id",
    );
    await this.tx.$executeRaw`
      UPDATE ${into} AS t SET ${columns}
      FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(rows, storable)}::jsonb) AS r WHERE ${isSame}`;
  }
}
