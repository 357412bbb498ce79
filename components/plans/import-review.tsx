"use client";
import type { ActionOf } from "@/components/ui/action-of";
import type { Packed } from "@/components/ui/packed";
import type { ImportPreview, PreviewFacts } from "@/lib/domain/import-preview";
import type { splitDraftSchema } from "@/lib/schemas/import-drafts";
import { DocumentChoice } from "./document-choice";
import { FoldChoice } from "./fold-choice";
import { ImportFacts } from "./import-facts";
import { LevelChoice } from "./level-choice";
import { PreviewLines } from "./preview-lines";
import { SaidList } from "./said-list";
import { type CorrectDraft, useCorrections } from "./use-corrections";

interface ImportReviewProps {
  preview: PreviewFacts;
  lines: Packed<ImportPreview["lines"]>;
  correct: CorrectDraft;
  split: ActionOf<typeof splitDraftSchema, { drafts: { draftId: string; name: string }[] }>;
}

/** What was understood, with everything the reader can say otherwise. */
export function ImportReview({ preview, lines, correct, split }: ImportReviewProps) {
  const { draftId, version, linesPage } = preview;
  const { say, pending } = useCorrections(draftId, version, correct);
  return (
    <div aria-busy={pending}>
      <ImportFacts preview={preview} pending={pending} />
      <SaidList effects={preview.effects} page={linesPage} say={say} />
      {preview.documents.length > 1 && <DocumentChoice preview={preview} say={say} split={split} />}
      {preview.found.length > 1 && <FoldChoice preview={preview} say={say} />}
      {preview.levels.length > 0 && <LevelChoice levels={preview.levels} say={say} />}
      <PreviewLines lines={lines} page={linesPage} say={say} />
    </div>
  );
}
