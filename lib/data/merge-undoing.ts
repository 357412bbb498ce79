import "server-only";
import { AppError } from "@/lib/domain/errors";
import { ITEM_STATES } from "@/lib/domain/words";
import type { Noun } from "@/lib/plan/merge/entities";
import { type ChangedRows, differingColumns, type Row, type RowChange } from "./changed-rows";
import { KEPT_AS } from "./merge-columns";
import { cellTold, type Told, titleColumn } from "./merge-told";
import type { StateChange } from "./merge-writer";
import type { Write } from "./write";

const NOUNS = new Map(Object.entries(KEPT_AS).map(([noun, { table }]) => [table as string, noun as Noun]));

const FIELD: Record<string, string> = {
  ...{ areaId: "area", sectionId: "section", phaseId: "phase", parentId: "place", archivedAt: "archived" },
  ...{ stateById: "state", stateAt: "state", waiverExpiresAt: "state", changedById: "value" },
  ...{ verifiedById: "verification", verifiedAt: "verification", lastRotatedById: "last rotation" },
  ...{ lastRotatedOn: "last rotation", acceptedById: "acceptance", acceptedWhy: "acceptance" },
  ...{ assigneeIds: "people", memberIds: "people", minimumRole: "role", ownerId: "owner" },
  ...{ acceptedAt: "acceptance", acceptedUntil: "acceptance", windowHours: "window" },
};

/** What people call a row, and what of it is not as the merge left it. */
function wordsOf(rows: ChangedRows, { table, id }: RowChange, columns: readonly string[]): string {
  if (table === "Measurement") return "the attestation of a criterion";
  const isCell = table === "ConfigurationValue";
  const row = rows.get(table, id);
  const holder = isCell ? rows.get("ConfigurationItem", String(row?.configurationItemId)) : row;
  const noun = NOUNS.get(isCell ? "ConfigurationItem" : table);
  const title = noun && holder ? String(holder[titleColumn(noun)]) : table;
  const fields = new Set(columns.filter((name) => name !== "version").map((name) => FIELD[name] ?? name));
  return fields.size > 0 ? `“${title}” (${[...fields].join(", ")})` : `“${title}”`;
}

/** Takes a merge back in rows in memory. */
export class Undoing {
  readonly told: Told[] = [];
  readonly states: StateChange[] = [];
  readonly kept: string[] = [];
  private readonly stays = new Set<string>();

  constructor(
    private readonly rows: ChangedRows,
    private readonly changes: readonly RowChange[],
    private readonly touched: ReadonlyMap<string, string>,
    private readonly write: Write,
  ) {}

  /** Finds what was changed since. What is new and was worked on keeps what holds it. */
  look(): void {
    for (const change of this.changes) {
      const row = this.rows.get(change.table, change.id);
      const columns = row ? differingColumns(row, change.after).filter((name) => name !== "position") : [];
      const why = change.before === null ? this.touched.get(change.id) : undefined;
      if (row && columns.length === 0 && !why) continue;
      this.stays.add(change.id);
      this.kept.push(why ? `${wordsOf(this.rows, change, [])}: ${why}` : wordsOf(this.rows, change, columns));
      for (const holder of ["parentId", "sectionId", "phaseId"])
        if (row?.[holder]) this.stays.add(String(row[holder]));
    }
  }

  run(): void {
    for (const change of this.changes) if (!this.stays.has(change.id)) this.back(change);
    this.refuseHomeless();
  }

  private back({ table, id, before, after }: RowChange): void {
    const row = this.rows.get(table, id);
    if (!row) return;
    const was = { ...row };
    const moved = differingColumns(row, after);
    const columns = before
      ? Object.fromEntries(Object.entries(before).filter(([name]) => !moved.includes(name)))
      : this.gone(table, id);
    this.rows.set(table, id, columns);
    this.tell(table, id, was, row);
  }

  /** What came with the merge goes as everything does that leaves a plan. */
  private gone(table: string, id: string): Row {
    if (table === "Measurement") return { supersededById: id };
    if (table === "ConfigurationValue")
      return {
        state: "MISSING",
        value: "",
        changedById: this.write.actor.memberId,
        verifiedById: null,
        verifiedAt: null,
      };
    return { archivedAt: this.write.now.toISOString() };
  }

  private tell(table: string, id: string, before: Row, after: Row): void {
    const noun = NOUNS.get(table);
    const columns = differingColumns(after, before).filter((name) => name !== "position");
    if (columns.length === 0) return;
    if (columns.includes("state") && table === "ChecklistItem") {
      const state = ITEM_STATES.find((each) => each === after.state);
      if (state) this.states.push({ itemId: id, state });
    }
    if (table === "ConfigurationValue") {
      const { configurationItemId, environmentId } = after;
      this.told.push(cellTold(String(configurationItemId), String(environmentId)));
    }
    if (!noun) return;
    const verb = verbOf(columns, after);
    const rest = columns.filter((name) => !/^(?:state|waiver)/.test(name));
    if (rest.length > 0) this.told.push({ verb, noun, id, before, after: { ...after }, columns: rest });
  }

  /** @throws AppError RULE for what would come back into something archived since */
  private refuseHomeless(): void {
    for (const { table, id } of this.changes) {
      const row = this.rows.get(table, id);
      if (!row || this.stays.has(id) || row.archivedAt) continue;
      const section = row.sectionId ? this.rows.get("ChecklistSection", String(row.sectionId)) : null;
      const phase = row.phaseId ? this.rows.get("Phase", String(row.phaseId)) : null;
      const parent = row.parentId ? this.rows.get("ChecklistItem", String(row.parentId)) : null;
      const home = [section, phase, parent].find((each) => each?.archivedAt);
      if (home)
        throw new AppError(
          "RULE",
          `“${String(row.title ?? row.text ?? row.name)}” would go back to “${String(home.title ?? home.name)}”, which is archived by now. Restore that first; nothing was changed.`,
        );
    }
  }
}

function verbOf(columns: readonly string[], after: Row): Told["verb"] {
  if (columns.includes("archivedAt")) return after.archivedAt ? "archived" : "restored";
  return columns.some((name) => name === "phaseId" || name === "sectionId" || name === "parentId")
    ? "moved"
    : "edited";
}
