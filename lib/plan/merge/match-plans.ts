import { groupBy } from "@/lib/domain/group-by";
import type { Entity } from "./entities";
import { type Matches, matchEntities } from "./match-entities";

export type { Matches };

const nameOf = ({ noun, key, title }: Entity): string => JSON.stringify([noun, key, title]);

export const invert = (matches: Matches): Matches => new Map([...matches].map(([from, to]) => [to, from]));

/** Plans that say the same: each thing is the one in the same place. */
export const known = (from: readonly Entity[], to: readonly Entity[]): Matches =>
  new Map(from.flatMap((entity, at) => (to[at] ? [[entity, to[at]] as const] : [])));

/** What the file and the project call the same, by key and by words, is the same, whatever it was before. */
function followProject(
  theirs: readonly Entity[],
  ours: readonly Entity[],
  kept: Matches,
  filed: Matches,
): void {
  const baseOf = invert(kept);
  const baseInFile = invert(filed);
  const oursByName = groupBy(ours, nameOf);
  const inFile = groupBy(theirs, nameOf);
  for (const entity of theirs) {
    const name = nameOf(entity);
    const isOne = entity.key !== null && inFile.get(name)?.length === 1 && oursByName.get(name)?.length === 1;
    const same = isOne ? oursByName.get(name)?.[0] : undefined;
    const base = same && baseOf.get(same);
    if (!base || filed.get(base) === entity) continue;
    const before = baseInFile.get(entity);
    const instead = filed.get(base);
    const isSure = (before && nameOf(before) === name) || (instead && nameOf(instead) === nameOf(base));
    if (isSure) continue;
    if (before) filed.delete(before);
    filed.set(base, entity);
  }
}

/** The file's things in the project: by way of the last import, and for what both added since, by themselves. */
function throughBase(
  theirs: readonly Entity[],
  ours: readonly Entity[],
  kept: Matches,
  filed: Matches,
): Matches {
  const found: Matches = new Map();
  for (const [base, inFile] of filed) {
    const here = kept.get(base);
    if (here) found.set(inFile, here);
  }
  const inBase = new Set(filed.values());
  const met = new Set(found.values());
  const baseOf = invert(kept);
  for (const [inFile, here] of matchEntities(theirs, ours, false)) {
    if (inBase.has(inFile) || met.has(here) || found.has(inFile)) continue;
    const base = baseOf.get(here);
    // What is one in the file and the project is so in the last import too: nothing is both gone and there.
    if (base && filed.has(base)) continue;
    if (base) filed.set(base, inFile);
    found.set(inFile, here);
  }
  return found;
}

/** A cell is named by its column, and a column may have been renamed: all three call it as the project does. */
function alignColumns(entities: readonly Entity[], toOurs: Matches): void {
  const renamed = new Map<string, string>();
  for (const entity of entities) {
    const title = entity.noun === "environment" ? toOurs.get(entity)?.title : undefined;
    if (title !== undefined && title !== entity.title) renamed.set(`in ${entity.title}`, `in ${title}`);
  }
  if (renamed.size === 0) return;
  for (const entity of entities)
    if (entity.noun === "configuration item")
      entity.fields = Object.fromEntries(
        Object.entries(entity.fields).map(([name, value]) => [renamed.get(name) ?? name, value]),
      );
}

/** Who is who in the three plans: base -> ours, base -> theirs, theirs -> ours. */
export function matchAll(base: readonly Entity[], theirs: readonly Entity[], ours: readonly Entity[]) {
  const kept = matchEntities(base, ours, true);
  const filed = matchEntities(base, theirs, false);
  followProject(theirs, ours, kept, filed);
  const found = throughBase(theirs, ours, kept, filed);
  alignColumns(base, kept);
  alignColumns(theirs, found);
  return { kept, filed, known: found };
}
