import type { Entity } from "./entities";
import type { Fixed, NewOrder, ResolvedMerge } from "./merged";
import { childrenOf, orderOf } from "./order-children";
import type { PlanMerge } from "./plan-merge";

/** A merge whose things are all where they will be. */
export interface Settled {
  merged: ResolvedMerge;
  /** what goes, with all that goes along */
  leaving: ReadonlySet<Entity>;
  /** things -> those of their children that the file put in another order */
  wished: ReadonlyMap<Entity, readonly Entity[]>;
  /** what holds a thing */
  holderOf(entity: Entity): Entity | null;
  /** a thing of the file as the merged project calls it */
  here(theirs: Entity): Entity;
  leave(entity: Entity, why: string): void;
}

/** What leads keeps its place before all others. */
function led(order: Entity[], stood: readonly Entity[], settled: Settled, fixed: Fixed): Entity[] {
  const reasons = new Map<Entity, string>();
  for (const entity of stood) {
    const why = fixed.leads(entity);
    if (why !== null) reasons.set(entity, why);
  }
  const leading = [...reasons.keys()];
  for (const [at, entity] of leading.entries())
    if (order[at] !== entity) settled.leave(entity, reasons.get(entity) ?? "");
  return [...leading, ...order.filter((entity) => !reasons.has(entity))];
}

/** The order of children wherever it is another one after the merge, because some came, went, or changed places. */
export function newOrders(merge: PlanMerge, settled: Settled, fixed: Fixed): NewOrder[] {
  const { holderOf, leaving, merged, wished } = settled;
  const staying = merge.ours.filter((entity) => !leaving.has(entity));
  const stayed = staying.filter((entity) => entity.parent === holderOf(entity));
  const before = childrenOf(stayed, holderOf);
  const inFile = childrenOf(merge.theirs, ({ parent }) => parent && settled.here(parent));
  const orders: NewOrder[] = [];
  for (const [holder, nouns] of childrenOf([...staying, ...merged.added], holderOf))
    for (const [what, now] of nouns) {
      const stood = before.get(holder)?.get(what) ?? [];
      const wish = wished.get(holder)?.filter(({ noun }) => noun === what) ?? [];
      const filed = (inFile.get(holder)?.get(what) ?? []).map((theirs) => settled.here(theirs));
      const order = led(orderOf({ stood, now, wish, inFile: filed }), stood, settled, fixed);
      if (order.length !== stood.length || order.some((entity, at) => entity !== stood[at]))
        orders.push({ holder, what, order, isReordered: wish.length > 0 });
    }
  return orders;
}
