import { type Corrections, type FoundLevel, NO_WORD } from "@/lib/domain/plan-corrections";
import type { Level } from "@/lib/domain/words";
import type { LevelMark } from "./level";

/** Turns the words a document states levels with into levels, as the reader maps them, and counts what each decides. */
export class LevelWords {
  private readonly found = new Map<string, FoundLevel>();
  private readonly said: ReadonlyMap<string, Level>;

  constructor(levels: Corrections["levels"]) {
    this.said = new Map(levels.map(({ word, level }) => [word, level]));
  }

  private use({ word, level }: LevelMark): Level {
    const known = this.found.get(word);
    if (known) known.count++;
    const used = known ?? { word, count: 1, level, said: this.said.get(word) ?? null };
    if (!known) this.found.set(word, used);
    return used.said ?? level;
  }

  /** The level of an item, whatever is stated about it; SHOULD where nothing is. */
  ofItem(mark: LevelMark | null): Level {
    return this.use(mark ?? { word: NO_WORD, level: "SHOULD" });
  }

  /** The level of a criterion: MUST where nothing is stated, whatever the reader says of items. */
  ofCriterion(mark: LevelMark | null): Level {
    return mark ? this.use(mark) : "MUST";
  }

  /** What was found, the word that decides most first; what no word decides comes last. */
  list(): FoundLevel[] {
    const rank = ({ word, count }: FoundLevel) => (word === NO_WORD ? -1 : count);
    return [...this.found.values()].sort((a, b) => rank(b) - rank(a));
  }
}
