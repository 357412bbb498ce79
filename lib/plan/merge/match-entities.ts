import { groupBy } from "@/lib/domain/group-by";
import { folded } from "../plain-text";
import { type Entity, NOUNS, type Noun } from "./entities";
import { likeness, pairsOf } from "./similarity";

/** Titles at least this alike are one thing reworded, where its key does not say so; elsewhere it takes a little more. */
const LIKE_AT_HOME = 0.55;
const LIKE_ELSEWHERE = 0.7;
/** Comparing everything with everything takes the square; beyond this, only what shares a rare word is compared. */
const PAIRS_MAX = 100_000;
const RARE = 8;

export type Matches = Map<Entity, Entity>;

const wordsOf = (entity: Entity): string[] => folded(entity.title).split(/[^\p{L}\p{N}]+/u);

/** For each thing, those of a list that share with it a word hardly another has. */
function candidatesIn(list: readonly Entity[]): (entity: Entity) => Entity[] {
  const byWord = groupBy(
    list.flatMap((entity) => [...new Set(wordsOf(entity))].map((word) => ({ word, entity }))),
    ({ word }) => word,
  );
  return (entity) => {
    const groups = wordsOf(entity).map((word) => byWord.get(word) ?? []);
    const rare = groups.filter(({ length }) => length <= RARE).flat();
    return [...new Set(rare.map((found) => found.entity))];
  };
}

/** Finds for each thing of one plan the same thing in another. */
class Matcher {
  /** from -> to */
  readonly matches: Matches = new Map();
  private readonly taken = new Set<Entity>();
  private readonly pairs = new Map<string, Map<string, number>>();

  private pair(from: Entity, to: Entity): void {
    this.matches.set(from, to);
    this.taken.add(to);
  }

  private likeness(a: Entity, b: Entity): number {
    return likeness(this.pairsOf(a.title), this.pairsOf(b.title));
  }

  private pairsOf(title: string): Map<string, number> {
    const known = this.pairs.get(title) ?? pairsOf(title);
    this.pairs.set(title, known);
    return known;
  }

  private isHome(from: Entity, to: Entity): boolean {
    return from.parent === null ? to.parent === null : this.matches.get(from.parent) === to.parent;
  }

  /** Pairs what has the same name, each with the first that is left and, if there is one, accepted. */
  private byName(
    from: readonly Entity[],
    to: readonly Entity[],
    nameOf: (entity: Entity) => string | null,
    accepts: (from: Entity, to: Entity) => boolean,
  ): void {
    const byName = new Map<string, Entity[]>();
    for (const entity of to) {
      const name = nameOf(entity);
      if (name !== null && !this.taken.has(entity)) byName.set(name, [...(byName.get(name) ?? []), entity]);
    }
    for (const entity of from) {
      const name = this.matches.has(entity) ? null : nameOf(entity);
      const found = byName.get(name ?? "")?.find((other) => !this.taken.has(other) && accepts(entity, other));
      if (name !== null && found) this.pair(entity, found);
    }
  }

  /** Pairs what is most alike first. */
  private byLikeness(from: readonly Entity[], to: readonly Entity[], roams: boolean): void {
    const left = from.filter((entity) => !this.matches.has(entity));
    const free = to.filter((entity) => !this.taken.has(entity));
    const candidates = left.length * free.length <= PAIRS_MAX ? () => free : candidatesIn(free);
    const found: { a: Entity; b: Entity; like: number }[] = [];
    for (const a of left)
      for (const b of candidates(a)) {
        const home = this.isHome(a, b);
        if (!home && !roams) continue;
        const like = this.likeness(a, b);
        if (like >= (home ? LIKE_AT_HOME : LIKE_ELSEWHERE))
          found.push({ a, b, like: like + (home ? 0.2 : 0) });
      }
    for (const { a, b } of found.sort((x, y) => y.like - x.like))
      if (!this.matches.has(a) && !this.taken.has(b)) this.pair(a, b);
  }

  /**
   * Things of one noun, whose parents are matched already.
   * @param roams the same name in another place is the same thing that was moved
   */
  match(from: readonly Entity[], to: readonly Entity[], roams: boolean): void {
    const title = (entity: Entity) => folded(entity.title);
    const key = (entity: Entity) => entity.key;
    this.byName(from, to, key, (a, b) => title(a) === title(b));
    // A plan that was renumbered gives the key of one item to another.
    const elsewhere = new Set(to.filter((entity) => !this.taken.has(entity)).map(title));
    this.byName(from, to, key, (a) => !elsewhere.has(title(a)));
    this.byName(from, to, title, (a, b) => this.isHome(a, b));
    if (roams) this.byName(from, to, title, () => true);
    this.byName(from, to, key, () => true);
    this.byLikeness(from, to, roams);
  }

  /** What holds mostly the same items is the same, whatever it is called now. */
  matchHolders(
    from: readonly Entity[],
    to: readonly Entity[],
    holderOf: (item: Entity) => Entity | null,
  ): void {
    const held = new Map<Entity, Entity[]>();
    for (const item of from) {
      const holder = holderOf(item);
      if (holder && !this.matches.has(holder)) held.set(holder, [...(held.get(holder) ?? []), item]);
    }
    for (const [holder, items] of held) {
      const votes = new Map<Entity, number>();
      for (const item of items) {
        const other = this.matches.get(item);
        const found = other && holderOf(other);
        if (found && !this.taken.has(found) && to.includes(found))
          votes.set(found, (votes.get(found) ?? 0) + 1);
      }
      const best = [...votes].sort(([, a], [, b]) => b - a)[0];
      if (best && best[1] * 2 > items.length) this.pair(holder, best[0]);
    }
  }

  /** Where keys stay with their things, they say it all, wherever a thing stands by now. */
  matchKeys(from: readonly Entity[], to: readonly Entity[]): void {
    const key = ({ noun, key }: Entity) => key && `${noun} ${key}`;
    this.byName(from, to, key, () => true);
  }

  matchRoot(from: Entity | undefined, to: Entity | undefined): void {
    if (from && to) this.pair(from, to);
  }
}

const isSubItem = ({ noun, parent }: Entity): boolean => noun === "item" && parent?.noun === "item";

const above = (entity: Entity, noun: Noun): Entity | null => {
  for (let at = entity.parent; at; at = at.parent) if (at.noun === noun) return at;
  return null;
};

/**
 * Which thing of `to` each thing of `from` is: by its key, else by its words in the same place, else by its words
 * elsewhere, else by being much alike. Sections and phases are also known by the items they hold. Things that are new
 * have no match.
 *
 * @param keysHold both are the same project, where a key stays with its thing
 */
export function matchEntities(from: readonly Entity[], to: readonly Entity[], keysHold: boolean): Matches {
  const matcher = new Matcher();
  const of = (list: readonly Entity[], noun: Noun, sub = false) =>
    list.filter((entity) => entity.noun === noun && isSubItem(entity) === sub);
  const match = (noun: Noun, roams: boolean, sub = false) =>
    matcher.match(of(from, noun, sub), of(to, noun, sub), roams);
  const hold = (noun: Noun) =>
    matcher.matchHolders(of(from, "item"), of(to, noun), (item) => above(item, noun));
  matcher.matchRoot(from[0], to[0]);
  if (keysHold) matcher.matchKeys(from, to);
  match("phase", true);
  match("section", false);
  match("item", true);
  match("item", true, true);
  hold("phase");
  hold("section");
  match("section", false);
  for (const noun of BESIDE_ITEMS) match(noun, noun === "criterion");
  return matcher.matches;
}

const BESIDE_ITEMS = NOUNS.slice(NOUNS.indexOf("criterion"));
