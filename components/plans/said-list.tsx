"use client";
import { Button } from "@/components/ui/button";
import type { LinesPage } from "@/lib/domain/import-preview";
import type { Correction, CorrectionEffect } from "@/lib/domain/plan-corrections";
import { LineLink, UNDERSTOOD } from "./import-facts";
import type { Say } from "./use-corrections";

interface SaidListProps {
  effects: CorrectionEffect[];
  page: LinesPage;
  say: Say;
}

/** The reader's corrections in words. Each can be taken back, and all of them. */
export function SaidList({ effects, page, say }: SaidListProps) {
  if (effects.length === 0) return null;
  const takeBack = (correction: Correction) => {
    void say(correction);
    // The button goes with what it took back; the keyboard goes on where the counts are.
    document.getElementById(UNDERSTOOD)?.focus();
  };
  return (
    <section aria-label="What you corrected" className="border-b border-line px-4.5 py-3 text-small">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium">
          What you corrected <span className="num font-normal text-ink-3">{effects.length}</span>
        </h3>
        <Button small look="quiet" onClick={() => takeBack({ kind: "everything" })}>
          Take everything back
        </Button>
      </div>
      <ul className="mt-1.5 grid gap-1 text-ink-2">
        {effects.map(({ line, text, takeBack: correction }) => (
          <li key={text + line} className="flex items-baseline gap-x-2">
            <span className="min-w-0 flex-1">
              <LineLink line={line} page={page} /> {text}
            </span>
            <Button small look="quiet" aria-label={`Take back: ${text}`} onClick={() => takeBack(correction)}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
