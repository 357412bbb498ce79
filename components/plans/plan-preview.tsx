import { countOf } from "@/components/phases/gate-words";
import { Chip } from "@/components/ui/chip";
import type { ImportPreview } from "@/lib/domain/import-preview";
import type { CorrectDraft } from "./heading-choice";
import { NotUnderstood } from "./not-understood";
import { SourceLines } from "./source-lines";
import { UnderstoodPhases } from "./understood-phases";

/** What was understood of a document, line by line, before anything is made of it. */
export function PlanPreview({ preview, correct }: { preview: ImportPreview; correct: CorrectDraft }) {
  return (
    <div className="grid gap-4">
      <section className="panel overflow-hidden" aria-label="What was understood">
        <Facts preview={preview} />
        <div className="split">
          <SourceLines preview={preview} correct={correct} />
          <UnderstoodPhases preview={preview} />
        </div>
      </section>
      <NotUnderstood unplaced={preview.unplaced} notes={preview.notes} />
    </div>
  );
}

function Facts({ preview: { counts, notes } }: { preview: ImportPreview }) {
  const others = [
    counts.environments > 0 && countOf(counts.environments, "environment"),
    counts.secrets > 0 && countOf(counts.secrets, "secret"),
    counts.risks > 0 && countOf(counts.risks, "risk"),
  ].filter((fact) => fact !== false);
  return (
    <div className="num flex flex-wrap items-center gap-2 border-b border-line px-4.5 py-3">
      <h2 className="mr-1 font-[620]">What we understood</h2>
      <Chip tone="brand">{countOf(counts.phases, "phase")}</Chip>
      <Chip>
        {countOf(counts.items, "item")}, {counts.ticked} ticked
      </Chip>
      <Chip>{countOf(counts.criteria, "criterion", "criteria")}</Chip>
      {others.map((fact) => (
        <Chip key={fact}>{fact}</Chip>
      ))}
      {counts.notUnderstood > 0 && (
        <Chip tone="warn" href="#not-understood">
          {countOf(counts.notUnderstood, "line")} not understood
        </Chip>
      )}
      {notes.length > 0 && <Chip href="#notes">{countOf(notes.length, "note")}</Chip>}
    </div>
  );
}
