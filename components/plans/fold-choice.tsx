"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { ImportPreview, PreviewFacts } from "@/lib/domain/import-preview";
import { ROLLOUT_PHASES } from "@/lib/domain/plan-corrections";
import { ChoiceFold } from "./choice-fold";
import { type Say, useChosen } from "./use-corrections";

/** What one phase becomes: any name, of a phase there is or of a new one. It is sent when it is done, not letter by letter. */
function BecomesField({ phase, fold, say }: { phase: string; fold: ImportPreview["fold"]; say: Say }) {
  const into = fold.find((entry) => entry.phase === phase)?.into ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const [shown, choose] = useChosen(into);
  const done = () => {
    const words = (typed ?? into).trim();
    const next = words === phase ? "" : words;
    setTyped(null);
    if (next === into) return;
    choose(next, say({ kind: "becomes", phase, into: next === "" ? null : next }));
  };
  return (
    <TextInput
      list="fold-targets"
      aria-label={`“${phase}” becomes`}
      placeholder="Kept as it is"
      value={typed ?? shown}
      maxLength={200}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={done}
      onKeyDown={({ key }) => key === "Enter" && done()}
    />
  );
}

/** Twelve phases of work as the three of a rollout, or any others; or as they were found. */
export function FoldChoice({
  preview: { found, fold, suggestedFold, phases },
  say,
}: {
  preview: PreviewFacts;
  say: Say;
}) {
  const names = [...new Set(found.map(({ name }) => name))];
  const targets = [...new Set([...ROLLOUT_PHASES, ...fold.map(({ into }) => into)])];
  return (
    <ChoiceFold
      title="Phases"
      count={fold.length > 0 ? `${found.length} folded into ${phases.length}` : `${found.length}, as found`}
      open={fold.length > 0}
    >
      <p className="text-ink-2">
        Fold several phases of work into one with a gate. Nothing is lost: sections keep the name of the phase
        they came from.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button small onClick={() => void say({ kind: "fold", fold: [...suggestedFold] })}>
          Fold into {ROLLOUT_PHASES.join(", ")}
        </Button>
        {fold.length > 0 && (
          <Button small onClick={() => void say({ kind: "fold", fold: [] })}>
            Keep them as found
          </Button>
        )}
      </div>
      <datalist id="fold-targets">
        {targets.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ul className="grid gap-2">
        {names.map((name) => (
          <li key={name} className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[minmax(0,1fr)_16rem]">
            <span className="min-w-0 break-words">{name}</span>
            <BecomesField phase={name} fold={fold} say={say} />
          </li>
        ))}
      </ul>
    </ChoiceFold>
  );
}
