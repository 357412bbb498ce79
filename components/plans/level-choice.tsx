"use client";
import { Select } from "@/components/ui/select";
import { type FoundLevel, NO_WORD } from "@/lib/domain/plan-corrections";
import { LEVELS } from "@/lib/domain/words";
import { ChoiceFold } from "./choice-fold";
import type { Say } from "./use-corrections";

const nameOf = (word: string): string => (word === NO_WORD ? "No level said" : word);

/** The words this document states levels with, and what each means. */
export function LevelChoice({ levels, say }: { levels: FoundLevel[]; say: Say }) {
  const words = levels.filter(({ word }) => word !== NO_WORD).map(({ word }) => word);
  const chosen = (value: string) => LEVELS.find((level) => level === value) ?? null;
  return (
    <ChoiceFold
      title="What its levels mean"
      count={words.length > 0 ? words.slice(0, 6).join(", ") : "it states none"}
      open={levels.some(({ said }) => said !== null)}
    >
      <ul className="grid gap-x-10 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
        {levels.map(({ word, count, level, said }) => (
          <li key={word} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 break-words">
              <strong className="font-[570]">{nameOf(word)}</strong>{" "}
              <span className="num text-ink-3">{count}</span>
            </span>
            <Select
              className="plan-choice"
              aria-label={`Level of “${nameOf(word)}”, ${count} times`}
              value={said ?? level}
              onChange={({ currentTarget }) => {
                const value = chosen(currentTarget.value);
                say({ kind: "level", word, level: value === level ? null : value });
              }}
            >
              {LEVELS.map((value) => (
                <option key={value} value={value}>
                  {value}
                  {value === level ? " (as found)" : ""}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
    </ChoiceFold>
  );
}
