"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { navigate } from "@/components/ui/signals";
import type { newDraftSchema } from "@/lib/schemas/import-drafts";
import { PlanForm } from "./plan-form";

interface ImportFormProps {
  createDraft: ActionOf<typeof newDraftSchema, { draftId: string }>;
  readAhead: ActionOf<typeof newDraftSchema>;
}

/** The plan of a new project. */
export const ImportForm = ({ createDraft, readAhead }: ImportFormProps) => (
  <PlanForm
    label="The plan"
    hint="Markdown or plain text, 2 MB at most. Nothing is created yet."
    verb="Show what is understood"
    send={createDraft}
    readAhead={readAhead}
    onDone={({ draftId }) => navigate(`/import/${draftId}`)}
  />
);
