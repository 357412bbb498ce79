"use client";
import { useState } from "react";
import { AnswerAll } from "@/components/plans/answer-all";
import { MergeConflict, type Side } from "@/components/plans/merge-conflict";
import type { ActionOf } from "@/components/ui/action-of";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/signals";
import { undoBy } from "@/components/ui/undo";
import { useSubmit } from "@/components/ui/use-submit";
import type { Differences } from "@/lib/schemas/api-differences";
import type { answerTemplateSchema } from "@/lib/schemas/templates";

type Conflicts = Differences["conflicts"];

export interface TemplateConflictsProps {
  projectId: string;
  conflicts: Conflicts;
  answer: ActionOf<typeof answerTemplateSchema>;
}

/** What both the template and the project changed, as questions; what is decided is done together. */
export function TemplateConflicts({ projectId, conflicts, answer }: TemplateConflictsProps) {
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const decided = conflicts.filter(({ id }) => chosen[id]);
  const { submit, pending } = useSubmit(async () => {
    const sides = decided.map(({ id }) => [id, chosen[id] === "file" ? "template" : "project"] as const);
    const result = await answer({ projectId, answers: Object.fromEntries(sides) });
    if (!result.ok) {
      notify({ text: result.error.message, tone: "stop" });
      return result;
    }
    const kept = sides.filter(([, side]) => side === "project").map(([id]) => [id, null] as const);
    const isAllKept = kept.length === sides.length;
    notify({
      text: isAllKept ? `Kept as it is here: ${kept.length}.` : `Decided: ${sides.length}.`,
      ...(isAllKept && { undo: undoBy(() => answer({ projectId, answers: Object.fromEntries(kept) })) }),
    });
    return result;
  });
  const chooseAll = (side: Side) => setChosen(Object.fromEntries(conflicts.map(({ id }) => [id, side])));
  return (
    <section aria-label="Changed in both" className="panel px-4.5 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="mr-auto text-small font-semibold">
          Changed in both: decide <span className="num text-fine text-ink-3">{conflicts.length}</span>
        </h2>
        <AnswerAll questions={conflicts.length} from="template" onAnswer={chooseAll} />
      </div>
      {conflicts.map((conflict) => (
        <MergeConflict
          key={conflict.id}
          conflict={conflict}
          from="template"
          answer={chosen[conflict.id]}
          onAnswer={(side) => setChosen((before) => ({ ...before, [conflict.id]: side }))}
        />
      ))}
      <div className="border-t border-line pt-3">
        <Button
          look="primary"
          disabled={decided.length === 0}
          aria-disabled={pending || undefined}
          onClick={() => submit(undefined)}
        >
          {decided.length > 1 ? `Apply ${decided.length} decisions` : "Apply"}
        </Button>
      </div>
    </section>
  );
}
