"use client";
import { Button } from "@/components/ui/button";
import type { CorrectionEffect } from "@/lib/domain/plan-corrections";
import type { Say } from "./use-corrections";

/** The reader's corrections in words. Each can be taken back, and all of them. */
export function SaidList({ effects, say }: { effects: CorrectionEffect[]; say: Say }) {
  if (effects.length === 0) return null;
  return (
    <section aria-label="What you corrected" className="border-b border-line px-4.5 py-3 text-small">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-[570]">
          What you corrected <span className="num font-normal text-ink-3">{effects.length}</span>
        </h3>
        <Button small look="quiet" onClick={() => say({ kind: "everything" })}>
          Take everything back
        </Button>
      </div>
      <ul className="mt-1.5 grid gap-1 text-ink-2">
        {effects.map(({ line, text, takeBack }) => (
          <li key={text + line} className="flex flex-wrap items-baseline gap-x-2">
            <span className="min-w-0">
              {line > 0 && (
                <a href={`#line-${line}`} className="link num">
                  Line {line}
                </a>
              )}{" "}
              {text}
            </span>
            <Button small look="quiet" aria-label={`Take back: ${text}`} onClick={() => say(takeBack)}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
