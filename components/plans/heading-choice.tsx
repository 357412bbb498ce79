"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { notify } from "@/components/ui/signals";
import { useSubmit } from "@/components/ui/use-submit";
import type { correctDraftSchema } from "@/lib/schemas/import-drafts";

export type CorrectDraft = ActionOf<typeof correctDraftSchema>;

interface HeadingChoiceProps {
  draftId: string;
  line: number;
  isPhase: boolean;
  /** the reader said so; else the importer did */
  decided: boolean;
  correct: CorrectDraft;
}

/** Says that a heading is a phase, or is not. */
export function HeadingChoice({ draftId, line, isPhase, decided, correct }: HeadingChoiceProps) {
  const { submit, pending } = useSubmit(async (input: Parameters<CorrectDraft>[0]) => {
    const result = await correct(input);
    if (!result.ok) notify({ text: result.error.message, tone: "stop" });
    return result;
  });
  return (
    <button
      type="button"
      className="link"
      aria-label={`Line ${line}: ${isPhase ? "not a phase" : "make it a phase"}`}
      aria-busy={pending}
      onClick={() => submit({ draftId, line, isPhase: decided ? null : !isPhase })}
    >
      {decided ? "take back" : isPhase ? "not a phase" : "a phase"}
    </button>
  );
}
