import { groupBy } from "@/lib/domain/group-by";
import type { Entity, Noun } from "./entities";
import type { Matches } from "./match-entities";

/** Things of one noun in one holder whose order the file changed; all of them the project's. */
export interface Reordered {
  holder: Entity;
  what: Noun;
  /** as the file has them */
  order: Entity[];
}

const inOrder = (list: readonly Entity[]): boolean =>
  list.every((entity, at) => at === 0 || (list[at - 1]?.index ?? 0) < entity.index);

/**
 * Where the file has another order than the last import, and the project still has that of the last import. Looks only
 * at what all three have in the same holder.
 *
 * @param kept base -> ours
 * @param filed base -> theirs
 */
export function reordered(base: readonly Entity[], kept: Matches, filed: Matches): Reordered[] {
  const found: Reordered[] = [];
  for (const [parent, all] of groupBy(base, (entity) => entity.parent)) {
    const holder = parent && kept.get(parent);
    const inFile = parent && filed.get(parent);
    if (!holder || !inFile) continue;
    for (const [what, children] of groupBy(all, ({ noun }) => noun)) {
      const common = children.flatMap((child) => {
        const [ours, theirs] = [kept.get(child), filed.get(child)];
        return ours?.parent === holder && theirs?.parent === inFile ? { ours, theirs } : [];
      });
      const before = common.map(({ ours }) => ours);
      const wished = [...common].sort((a, b) => a.theirs.index - b.theirs.index).map(({ ours }) => ours);
      if (inOrder(before) && !inOrder(wished)) found.push({ holder, what, order: wished });
    }
  }
  return found;
}
