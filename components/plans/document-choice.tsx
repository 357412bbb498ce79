"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { notify } from "@/components/ui/signals";
import { useSubmit } from "@/components/ui/use-submit";
import type { PreviewFacts } from "@/lib/domain/import-preview";
import type { splitDraftSchema } from "@/lib/schemas/import-drafts";
import { ChoiceFold } from "./choice-fold";
import { type Say, useChosen } from "./use-corrections";

interface DocumentChoiceProps {
  preview: PreviewFacts;
  say: Say;
  split: ActionOf<typeof splitDraftSchema, { drafts: { draftId: string; name: string }[] }>;
}

/** A file that holds several documents: all of them as one plan, one of them, or a draft of each. */
export function DocumentChoice({ preview, say, split }: DocumentChoiceProps) {
  const { draftId, version, documents, document } = preview;
  const { submit, pending, refusal } = useSubmit(split, ({ drafts }) =>
    notify({ text: `${drafts.length} imports now; the others are under “Imports you began”.` }),
  );
  const [chosen, choose] = useChosen(document);
  const choice = (line: number | null, title: string) => (
    <label key={line} className="flex items-baseline gap-2">
      <input
        type="radio"
        name="document"
        checked={chosen === line}
        onChange={() => choose(line, say({ kind: "document", line }))}
      />
      <span className="min-w-0 break-words">{title}</span>
    </label>
  );
  return (
    <ChoiceFold title="Documents" count={`this file holds ${documents.length}`} open>
      <fieldset className="grid gap-1.5">
        <legend className="sr-only">Which document becomes this project</legend>
        {choice(null, "All of them, as one plan")}
        {documents.map(({ line, title }) => choice(line, `Only “${title}”, from line ${line}`))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-2">
        <Button small aria-disabled={pending || undefined} onClick={() => submit({ draftId, version })}>
          Make an import of each
        </Button>
        <span className="text-ink-3">This one keeps the first.</span>
      </div>
      <FormErrors refusal={refusal} shown={[]} />
    </ChoiceFold>
  );
}
