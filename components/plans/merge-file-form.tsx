"use client";
import type { ActionOf } from "@/components/ui/action-of";
import type { newMergeDraftSchema } from "@/lib/schemas/merges";
import { PlanForm } from "./plan-form";

interface MergeFileFormProps {
  projectId: string;
  save: ActionOf<typeof newMergeDraftSchema>;
}

/** A newer version of a project's plan. */
export const MergeFileForm = ({ projectId, save }: MergeFileFormProps) => (
  <PlanForm
    label="The newer version"
    hint="The exported file after somebody edited it, or the document the project was made from. Nothing is changed yet."
    verb="Show what it changes"
    send={(document, name) => save({ projectId, ...document, name })}
    onDone={() => undefined}
  />
);
