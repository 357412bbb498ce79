import { groupBy } from "@/lib/domain/group-by";
import type { Entity } from "./entities";
import { isTopmost, leavingOf } from "./leaving";
import { answeredValue } from "./merge-field";
import type { Answers, FieldChange, Fixed, ResolvedMerge, Side } from "./merged";
import { newOrders, type Settled } from "./new-orders";
import { named, type PlanMerge } from "./plan-merge";

class Resolution implements Settled {
  readonly merged: ResolvedMerge = {
    added: [],
    edited: new Map(),
    moved: new Map(),
    archived: [],
    orders: [],
    leftOut: [],
    open: [],
  };
  private readonly gone: Set<Entity>;
  private readonly added = new Set<Entity>();
  leaving: ReadonlySet<Entity> = new Set();
  readonly wished = new Map<Entity, Entity[]>();
  /** answered in the project's favour: it stays with what it holds */
  private readonly spared = new Set<Entity>();

  constructor(
    private readonly merge: PlanMerge,
    private readonly answers: Answers,
    private readonly fixed: Fixed,
  ) {
    this.gone = new Set(merge.gone);
  }

  /** The thing as the merged project has it. */
  here(theirs: Entity): Entity {
    return this.merge.known.get(theirs) ?? theirs;
  }

  readonly holderOf = (entity: Entity): Entity | null => {
    const holder = this.merged.moved.get(entity) ?? (entity.parent ? this.here(entity.parent) : null);
    // A project has one level below an item: what would stand deeper follows there.
    const above = holder?.noun === "item" ? this.holderOf(holder) : null;
    return above?.noun === "item" ? above : holder;
  };

  run(): ResolvedMerge {
    for (const { change, ours, theirs, order } of this.merge.steps) {
      if (change.kind === "added" && theirs) this.bringBack(theirs);
      else if (change.kind === "edited" && ours) this.edit(ours, change.field, change);
      else if (change.kind === "moved" && ours && theirs) this.move(ours, theirs);
      else if (change.kind === "reordered" && ours && order)
        this.wished.set(ours, [...(this.wished.get(ours) ?? []), ...order]);
    }
    for (const question of this.merge.questions) {
      const { id } = question.conflict;
      const side = this.answers.each[id] ?? this.answers.otherwise;
      if (side === null) this.merged.open.push(id);
      else this.answer(question, side);
    }
    this.archive();
    this.merged.orders.push(...newOrders(this.merge, this, this.fixed));
    return this.merged;
  }

  private answer({ conflict, ours, theirs }: PlanMerge["questions"][number], side: Side): void {
    if (side === "project") {
      if (conflict.kind === "gone from the file" && ours) this.spare(ours);
    } else if (conflict.kind === "field" && ours)
      this.edit(ours, conflict.field, {
        from: conflict.ours,
        to: answeredValue(conflict.field, conflict.theirs, ours),
      });
    else if (conflict.kind === "place" && ours && theirs) this.move(ours, theirs);
    else if (conflict.kind === "archived here" && theirs) this.bringBack(theirs);
  }

  private edit(ours: Entity, field: string, { from, to }: FieldChange): void {
    const fields = this.merged.edited.get(ours) ?? new Map<string, FieldChange>();
    this.merged.edited.set(ours, fields.set(field, { from, to }));
  }

  /** Nothing comes to stand inside itself, as it would where the file and the project moved two things crosswise. */
  private move(ours: Entity, theirs: Entity): void {
    if (!theirs.parent) return;
    this.bringBack(theirs.parent);
    const to = this.here(theirs.parent);
    for (let at: Entity | null = to; at; at = this.merged.moved.get(at) ?? at.parent)
      if (at === ours) {
        this.leave(ours, "It would come to stand inside itself.");
        return;
      }
    this.merged.moved.set(ours, to);
  }

  leave(entity: Entity, why: string): void {
    this.merged.leftOut.push({ ...named(entity), why });
  }

  private bringBack(theirs: Entity): void {
    if (this.merge.known.has(theirs) || this.added.has(theirs)) return;
    if (theirs.parent) this.bringBack(theirs.parent);
    this.added.add(theirs);
    this.merged.added.push(theirs);
    if (theirs.noun !== "phase") return;
    // A phase comes with who signs for it, also where nothing else of it does.
    for (const rule of this.merge.theirs)
      if (rule.noun === "sign-off rule" && rule.parent === theirs) this.bringBack(rule);
  }

  private spare(entity: Entity): void {
    this.spared.add(entity);
    this.gone.delete(entity);
  }

  private archive(): void {
    const open = new Set(this.merged.open);
    const asked = new Set<Entity>();
    for (const { conflict, ours } of this.merge.questions) {
      if (conflict.kind !== "gone from the file" || !ours) continue;
      asked.add(ours);
      if (open.has(conflict.id)) this.spare(ours);
    }
    for (const entity of this.gone) {
      const why = this.fixed.stays(entity);
      if (why === null) continue;
      this.leave(entity, why);
      this.spare(entity);
    }
    // What is kept is kept whole, but for what was asked about by itself.
    for (const entity of this.gone)
      for (let at = this.holderOf(entity); at && !asked.has(entity); at = this.holderOf(at))
        if (this.spared.has(at)) this.gone.delete(entity);
    const leaving = leavingOf(this.merge.ours, this.gone, this.holderOf);
    this.keepOneRule(leaving);
    this.leaving = leaving;
    for (const entity of leaving) {
      this.merged.edited.delete(entity);
      if (isTopmost(entity, leaving, this.holderOf)) this.merged.archived.push(entity);
    }
  }

  /** Every gate has a sign-off rule (design 2.3). */
  private keepOneRule(leaving: Set<Entity>): void {
    const isRule = ({ noun }: Entity) => noun === "sign-off rule";
    const withNew = new Set(this.merged.added.filter(isRule).map(this.holderOf));
    for (const [phase, rules] of groupBy(this.merge.ours.filter(isRule), this.holderOf)) {
      const [first] = rules;
      const isBare = first && !withNew.has(phase) && rules.every((rule) => leaving.has(rule));
      if (!isBare || (phase && leaving.has(phase))) continue;
      leaving.delete(first);
      this.leave(first, "A gate has at least one sign-off rule.");
    }
  }
}

/**
 * What a merge does with the answers to its questions. Conflicts that nobody answered change nothing and are listed.
 *
 * @param fixed what the file may not change in this project
 */
export const resolveMerge = (merge: PlanMerge, answers: Answers, fixed: Fixed): ResolvedMerge =>
  new Resolution(merge, answers, fixed).run();
