import "server-only";
import { groupBy } from "@/lib/domain/group-by";
import { ItemKeys } from "@/lib/plan/item-keys";
import type { Entity, Noun } from "@/lib/plan/merge/entities";
import type { ResolvedMerge } from "@/lib/plan/merge/merged";
import type { PlanMerge } from "@/lib/plan/merge/plan-merge";
import { folded } from "@/lib/plan/plain-text";
import type { ChangedRows, Row } from "./changed-rows";
import { KEPT_AS } from "./merge-columns";
import { titleColumn } from "./merge-told";
import { phaseKeyBase } from "./plan-rows";

const KEYED: readonly Noun[] = ["phase", "item", "criterion"];

/** Which row each thing of a merge is, and where it comes to stand. */
export class MergeThings {
  private readonly ids = new Map<Entity, string>();
  private readonly live: ReadonlySet<string>;
  private readonly keys = new Map<Noun, ItemKeys>();
  private readonly archivedRows = new Map<Noun, Map<string, Row[]>>();

  constructor(
    private readonly rows: ChangedRows,
    private readonly merge: PlanMerge,
    private readonly merged: ResolvedMerge,
    ourIds: readonly (string | null)[],
  ) {
    for (const [at, entity] of merge.ours.entries()) {
      const id = ourIds[at];
      if (id) this.ids.set(entity, id);
    }
    this.live = new Set(this.ids.values());
    for (const noun of KEYED) {
      const keys = new ItemKeys();
      for (const { key } of rows.all(KEPT_AS[noun].table)) keys.claim(String(key), "");
      this.keys.set(noun, keys);
    }
  }

  /** Says which row a new thing became. */
  became(entity: Entity, id: string): void {
    this.ids.set(entity, id);
  }

  /** The key the project knows a thing of the file by. */
  keyOf(theirs: Entity): string | null {
    const here = this.merge.known.get(theirs) ?? theirs;
    const id = this.ids.get(here);
    const row = id && KEYED.includes(here.noun) ? this.rows.get(KEPT_AS[here.noun].table, id) : null;
    return row ? String(row.key) : here.key;
  }

  idOf(entity: Entity): string {
    return this.ids.get(this.merge.known.get(entity) ?? entity) ?? "";
  }

  private holderOf(entity: Entity): Entity | null {
    const holder = this.merged.moved.get(entity) ?? entity.parent;
    const here = holder && (this.merge.known.get(holder) ?? holder);
    const above = here?.noun === "item" ? this.holderOf(here) : null;
    return above?.noun === "item" ? above : here;
  }

  /** Columns that say where a thing stands. */
  placeOf(entity: Entity): Row {
    const holder = this.holderOf(entity);
    const id = holder ? this.idOf(holder) : null;
    if (entity.noun === "section" || entity.noun === "sign-off rule") return { phaseId: id };
    if (entity.noun === "criterion") return { phaseId: holder?.noun === "phase" ? id : null };
    if (entity.noun !== "item" || !holder) return {};
    const parent = holder.noun === "item" ? this.rows.get("ChecklistItem", id ?? "") : null;
    const section = this.rows.get("ChecklistSection", parent ? String(parent.sectionId) : (id ?? ""));
    return {
      parentId: parent ? id : null,
      sectionId: section?.id ?? null,
      phaseId: section?.phaseId ?? null,
    };
  }

  /** A key nobody has, for what is new. */
  newKey({ noun, key, title }: Entity): string | null {
    const keys = this.keys.get(noun);
    if (!keys) return null;
    return noun === "phase" ? keys.claim(phaseKeyBase(key ?? title), title) : keys.claim(key, title);
  }

  /** What was archived comes back rather than being made anew: with its ticks, evidence and history. */
  archivedTwin({ noun, key, title }: Entity, place: Row): Row | null {
    const known = this.archivedRows.get(noun) ?? this.archivedOf(noun);
    this.archivedRows.set(noun, known);
    const alike = (known.get(folded(title)) ?? []).filter(
      (row) => KEYED.includes(noun) || !place.phaseId || row.phaseId === place.phaseId,
    );
    const twin = alike.find((row) => row.key === key) ?? alike[0];
    if (!twin) return null;
    known.set(
      folded(title),
      (known.get(folded(title)) ?? []).filter((row) => row !== twin),
    );
    return twin;
  }

  private archivedOf(noun: Noun): Map<string, Row[]> {
    const rows = this.rows.all(KEPT_AS[noun].table).filter(({ id }) => !this.live.has(String(id)));
    return groupBy(rows, (row) => folded(String(row[titleColumn(noun)])));
  }

  /** Name of each column of the merged matrix, as the merge calls it -> its id. */
  environments(): [string, string][] {
    return [...this.ids].flatMap(([entity, id]) =>
      entity.noun === "environment" ? [[entity.title, id] as [string, string]] : [],
    );
  }
}
