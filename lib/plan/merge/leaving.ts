import { groupBy } from "@/lib/domain/group-by";
import type { Entity } from "./entities";

type HolderOf = (entity: Entity) => Entity | null;

/**
 * What leaves the project of what is gone from the file: a thing stays while it holds something that stays, and every
 * phase that stays keeps its sign-off rules.
 *
 * @param gone the project's things that are gone from the file
 * @param holderOf where each thing stands once the merge moved it
 */
export function leavingOf(
  ours: readonly Entity[],
  gone: ReadonlySet<Entity>,
  holderOf: HolderOf,
): Set<Entity> {
  const held = groupBy(ours, holderOf);
  const leaving = new Set<Entity>();
  const isRule = ({ noun }: Entity) => noun === "sign-off rule";
  const visit = (entity: Entity): boolean => {
    const children = (held.get(entity) ?? []).filter((child) => !isRule(child));
    const stay = children.map(visit).includes(true);
    const stays = !gone.has(entity) || stay;
    if (!stays) leaving.add(entity);
    return stays;
  };
  const all = new Set(ours);
  for (const [holder, children] of held) if (!holder || !all.has(holder)) children.forEach(visit);
  for (const rule of ours) {
    const phase = isRule(rule) && gone.has(rule) ? holderOf(rule) : null;
    if (phase && gone.has(phase) === leaving.has(phase)) leaving.add(rule);
  }
  // As the project has them, whatever the way they were found.
  return new Set(ours.filter((entity) => leaving.has(entity)));
}

/** False for what goes along with what holds it. */
export function isTopmost(entity: Entity, leaving: ReadonlySet<Entity>, holderOf: HolderOf): boolean {
  const holder = holderOf(entity);
  return !holder || !leaving.has(holder);
}
