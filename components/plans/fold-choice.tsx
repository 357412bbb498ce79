"use client";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { ImportPreview } from "@/lib/domain/import-preview";
import { ROLLOUT_PHASES } from "@/lib/domain/plan-corrections";
import { ChoiceFold } from "./choice-fold";
import type { Say } from "./use-corrections";

/** Twelve phases of work as the three of a rollout, or any others; or as they were found. */
export function FoldChoice({
  preview: { found, fold, suggestedFold, phases },
  say,
}: {
  preview: ImportPreview;
  say: Say;
}) {
  const names = [...new Set(found.map(({ name }) => name))];
  const targets = [...new Set([...ROLLOUT_PHASES, ...fold.map(({ into }) => into)])];
  const become = (phase: string, typed: string) => {
    const into = typed.trim();
    const now = fold.find((entry) => entry.phase === phase)?.into ?? phase;
    if (into === now || (into === "" && now === phase)) return;
    const others = fold.filter((entry) => entry.phase !== phase);
    say({ kind: "fold", fold: into === "" || into === phase ? others : [...others, { phase, into }] });
  };
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
        <Button small onClick={() => say({ kind: "fold", fold: [...suggestedFold] })}>
          Fold into {ROLLOUT_PHASES.join(", ")}
        </Button>
        {fold.length > 0 && (
          <Button small onClick={() => say({ kind: "fold", fold: [] })}>
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
        {names.map((name) => {
          const into = fold.find((entry) => entry.phase === name)?.into ?? "";
          return (
            <li key={name} className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[minmax(0,1fr)_16rem]">
              <span className="min-w-0 break-words">{name}</span>
              <TextInput
                key={into}
                list="fold-targets"
                aria-label={`“${name}” becomes`}
                placeholder="Kept as it is"
                defaultValue={into}
                maxLength={200}
                onBlur={({ currentTarget }) => become(name, currentTarget.value)}
                onKeyDown={(event) => event.key === "Enter" && become(name, event.currentTarget.value)}
              />
            </li>
          );
        })}
      </ul>
    </ChoiceFold>
  );
}
