import "server-only";
import { readCellState } from "@/lib/domain/environments";
import { ITEM_STATES, type ItemState } from "@/lib/domain/words";
import type { Entity, FieldValue, Noun } from "@/lib/plan/merge/entities";
import type { ResolvedMerge } from "@/lib/plan/merge/merged";
import type { PlanMerge } from "@/lib/plan/merge/plan-merge";
import { type ChangedRows, differingColumns, type Row } from "./changed-rows";
import { type ColumnContext, columnsOf, KEPT_AS } from "./merge-columns";
import { followHolders, placeInOrder } from "./merge-places";
import { MergeThings } from "./merge-things";
import { cellTold, type Told } from "./merge-told";
import { newId } from "./new-id";
import { importedState } from "./plan-item-rows";

export interface MergeScene extends ColumnContext {
  projectId: string;
  now: Date;
}

/** A state an item got, for its record. */
export interface StateChange {
  itemId: string;
  state: ItemState;
}

/** Puts a resolved merge into rows in memory. */
export class MergeWriter {
  readonly told: Told[] = [];
  readonly states: StateChange[] = [];
  /** criteria attested by a tick */
  readonly attested: string[] = [];
  readonly things: MergeThings;

  constructor(
    private readonly rows: ChangedRows,
    merge: PlanMerge,
    private readonly merged: ResolvedMerge,
    ourIds: readonly (string | null)[],
    private readonly scene: MergeScene,
  ) {
    this.things = new MergeThings(rows, merge, merged, ourIds);
  }

  run(): void {
    for (const entity of this.merged.added) this.add(entity);
    for (const [entity, fields] of this.merged.edited)
      this.edit(entity, new Map([...fields].map(([name, { to }]) => [name, to])));
    for (const entity of this.merged.moved.keys()) this.move(entity);
    for (const entity of this.merged.archived) this.archive(entity);
    for (const order of this.merged.orders) placeInOrder(this.rows, this.things, order);
    followHolders(this.rows);
  }

  private add(entity: Entity): void {
    const { noun } = entity;
    const { table } = KEPT_AS[noun];
    const place = this.things.placeOf(entity);
    const fields = new Map(Object.entries(entity.fields));
    const twin = this.things.archivedTwin(entity, place);
    const id = twin ? String(twin.id) : newId(this.scene.now);
    this.things.became(entity, id);
    if (twin) {
      const before = { ...twin };
      this.rows.set(table, id, { ...columnsOf(noun, fields, twin, this.scene), ...place, archivedAt: null });
      this.tick(entity, twin, fields, true);
      this.tell("restored", noun, id, before, twin);
    } else {
      const row = { ...this.newRow(entity, id), ...columnsOf(noun, fields, {}, this.scene), ...place };
      this.rows.insert(table, row);
      this.tick(entity, row, fields, false);
      this.tell("added", noun, id, {}, row);
    }
    this.cells(entity, id, fields);
  }

  private newRow(entity: Entity, id: string): Row {
    const { noun } = entity;
    const row: Row = { id, projectId: this.scene.projectId, position: 0, version: 1, archivedAt: null };
    const key = this.things.newKey(entity);
    if (key !== null) row.key = key;
    if (noun === "phase") row.status = "PLANNED";
    if (noun === "item" || noun === "criterion") row.createdAt = this.scene.now.toISOString();
    if (noun === "item")
      Object.assign(row, { state: "OPEN", stateById: null, stateAt: null, waiverExpiresAt: null });
    return row;
  }

  /** States and ticks. What comes back keeps what it had, unless the file says it is done. */
  private tick({ noun }: Entity, row: Row, fields: ReadonlyMap<string, FieldValue>, isBack: boolean): void {
    const id = String(row.id);
    if (
      noun === "criterion" &&
      fields.get("checked") === true &&
      (row.comparator === null || row.target === null)
    )
      this.attested.push(id);
    const said = fields.get("state");
    if (noun !== "item" || said === undefined) return;
    const state = importedState(ITEM_STATES.find((each) => each === said) ?? "OPEN");
    if (state === row.state) return;
    if (isBack && !(state === "DONE" && (row.state === "OPEN" || row.state === "IN_PROGRESS"))) return;
    this.states.push({ itemId: id, state });
    this.rows.set("ChecklistItem", id, {
      state,
      stateById: this.scene.memberId,
      stateAt: this.scene.now.toISOString(),
      waiverExpiresAt: null,
    });
  }

  private edit(entity: Entity, fields: ReadonlyMap<string, FieldValue>): void {
    const { noun } = entity;
    const id = this.things.idOf(entity);
    const row = this.rows.get(KEPT_AS[noun].table, id);
    if (!row) return;
    const before = { ...row };
    this.rows.set(KEPT_AS[noun].table, id, columnsOf(noun, fields, row, this.scene));
    this.tell("edited", noun, id, before, row);
    this.tick(entity, row, fields, false);
    this.cells(entity, id, fields);
  }

  /** Cells of the matrix; what is said anew has to be verified anew. */
  private cells({ noun }: Entity, id: string, fields: ReadonlyMap<string, FieldValue>): void {
    if (noun !== "configuration item") return;
    for (const [environment, environmentId] of this.things.environments()) {
      const said = fields.get(`in ${environment}`);
      if (said === undefined) continue;
      this.putCell(id, environmentId, environment, typeof said === "string" ? said : "");
    }
  }

  private putCell(
    configurationItemId: string,
    environmentId: string,
    environment: string,
    said: string,
  ): void {
    const id = `${configurationItemId}/${environmentId}`;
    const row = this.rows.get("ConfigurationValue", id);
    const cell = { state: readCellState(said, environment), value: said };
    if (!row) {
      if (cell.state === "MISSING") return;
      const place = { configurationItemId, environmentId };
      this.rows.insert("ConfigurationValue", {
        ...place,
        ...cell,
        changedById: this.scene.memberId,
        version: 1,
      });
    } else if (row.state !== cell.state || row.value !== cell.value)
      this.rows.set("ConfigurationValue", id, {
        ...cell,
        changedById: this.scene.memberId,
        verifiedById: null,
        verifiedAt: null,
      });
    else return;
    this.told.push(cellTold(configurationItemId, environmentId));
  }

  private move(entity: Entity): void {
    const { noun } = entity;
    const id = this.things.idOf(entity);
    const row = this.rows.get(KEPT_AS[noun].table, id);
    if (!row) return;
    const before = { ...row };
    this.rows.set(KEPT_AS[noun].table, id, this.things.placeOf(entity));
    this.tell("moved", noun, id, before, row);
  }

  private archive(entity: Entity): void {
    const { noun } = entity;
    const id = this.things.idOf(entity);
    const { table } = KEPT_AS[noun];
    const row = this.rows.get(table, id);
    if (!row) return;
    const before = { ...row };
    const archivedAt = this.scene.now.toISOString();
    this.rows.set(table, id, { archivedAt });
    if (noun === "item")
      for (const child of this.rows.all("ChecklistItem"))
        if (child.parentId === id && child.archivedAt === null) child.archivedAt = archivedAt;
    this.tell("archived", noun, id, before, row);
  }

  private tell(verb: Told["verb"], noun: Noun, id: string, before: Row, after: Row): void {
    const columns = differingColumns(before, after);
    if (columns.length === 0 && (verb === "edited" || verb === "restored")) return;
    this.told.push({ verb, noun, id, before, after: { ...after }, columns });
  }
}
