"use client";
import { LEVEL_WORDS } from "@/components/checklists/state-words";
import { Select } from "@/components/ui/select";
import { type FoundLevel, NO_WORD } from "@/lib/domain/plan-corrections";
import { LEVELS } from "@/lib/domain/words";
import { ChoiceFold } from "./choice-fold";
import { type Say, useChosen } from "./use-corrections";

const nameOf = (word: string): string => (word === NO_WORD ? "No level said" : word);

function LevelOfWord({ found: { word, count, level, said }, say }: { found: FoundLevel; say: Say }) {
  const [chosen, choose] = useChosen(said ?? level);
  return (
    <li className="flex items-center gap-2">
      <span className="min-w-0 flex-1 break-words">
        <strong className="font-medium">{nameOf(word)}</strong>{" "}
        <span className="num text-ink-3">{count}</span>
      </span>
      <Select
        className="plan-choice"
        aria-label={`Level of “${nameOf(word)}”, ${count} times`}
        value={chosen}
        onChange={({ currentTarget }) => {
          const next = LEVELS.find((value) => value === currentTarget.value) ?? level;
          choose(next, say({ kind: "level", word, level: next === level ? null : next }));
        }}
      >
        {LEVELS.map((value) => (
          <option key={value} value={value}>
            {LEVEL_WORDS[value]}
            {value === level ? " (as found)" : ""}
          </option>
        ))}
      </Select>
    </li>
  );
}

/** The words this document states levels with, and what each means. */
export function LevelChoice({ levels, say }: { levels: FoundLevel[]; say: Say }) {
  const words = levels.filter(({ word }) => word !== NO_WORD).map(({ word }) => word);
  return (
    <ChoiceFold
      title="What its levels mean"
      count={words.length > 0 ? words.slice(0, 6).join(", ") : "it states none"}
      open={levels.some(({ said }) => said !== null)}
    >
      <ul className="grid gap-x-10 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
        {levels.map((found) => (
          <LevelOfWord key={found.word} found={found} say={say} />
        ))}
      </ul>
    </ChoiceFold>
  );
}
