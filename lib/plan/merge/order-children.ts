import type { Entity, Noun } from "./entities";

/** Things by what holds them and by noun, in the order of the list. */
export function childrenOf(
  list: readonly Entity[],
  holderOf: (entity: Entity) => Entity | null,
): Map<Entity, Map<Noun, Entity[]>> {
  const held = new Map<Entity, Map<Noun, Entity[]>>();
  for (const entity of list) {
    const holder = holderOf(entity);
    if (!holder) continue;
    const nouns = held.get(holder) ?? new Map<Noun, Entity[]>();
    held.set(holder, nouns.set(entity.noun, [...(nouns.get(entity.noun) ?? []), entity]));
  }
  return held;
}

/** Children of one thing and noun. */
interface Siblings {
  /** those that stood there before and stay, in their order */
  stood: readonly Entity[];
  /** all that are to stand there */
  now: readonly Entity[];
  /** another order the file wishes for some of those that stood */
  wish: readonly Entity[];
  /** what the file has there, in its order, as the merged project calls it */
  inFile: readonly Entity[];
}

/**
 * The order of siblings after a merge. What stood keeps its order, but for what the file put in another one: that shares
 * its places anew. What came stands after what it follows in the file.
 */
export function orderOf({ stood, now, wish, inFile }: Siblings): Entity[] {
  const standing = new Set(stood);
  const wished = wish.filter((entity) => standing.has(entity));
  const places = new Set(wished);
  const next = wished.values();
  const order = stood.map((entity) => (places.has(entity) ? (next.next().value ?? entity) : entity));
  const coming = new Set(now.filter((entity) => !standing.has(entity)));
  if (coming.size === 0) return order;
  const after = new Map<Entity | null, Entity[]>();
  let before: Entity | null = null;
  for (const entity of inFile) {
    if (standing.has(entity)) before = entity;
    else if (coming.delete(entity)) after.set(before, [...(after.get(before) ?? []), entity]);
  }
  const first = before === null ? [] : (after.get(null) ?? []);
  const last = before === null ? (after.get(null) ?? []) : [];
  return [...first, ...order.flatMap((entity) => [entity, ...(after.get(entity) ?? [])]), ...last, ...coming];
}
