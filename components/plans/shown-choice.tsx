"use client";
import { useState } from "react";
import { navigate } from "@/components/ui/signals";
import { SHOWN_LINES, type ShownLines } from "@/lib/domain/import-preview";

const WORDS = { all: "All lines", handles: "Headings, lists and tables", unread: "Not understood" } as const;

/** Which lines are shown. What is chosen is marked at once, before they are there. */
export function ShownChoice({ shown }: { shown: ShownLines }) {
  const [chosen, setChosen] = useState({ instead: shown, next: shown });
  if (chosen.instead !== shown) setChosen({ instead: shown, next: shown });
  const choose = (next: ShownLines) => {
    setChosen({ instead: shown, next });
    navigate(next === "all" ? "?#lines" : `?shown=${next}#lines`);
  };
  return (
    <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
      <legend className="sr-only">Which lines are shown</legend>
      {SHOWN_LINES.map((kind) => (
        <label key={kind} className="flex items-baseline gap-1.5">
          <input type="radio" name="shown" checked={chosen.next === kind} onChange={() => choose(kind)} />
          {WORDS[kind]}
        </label>
      ))}
    </fieldset>
  );
}
