"use server";
import { answerMergeDraft, discardMergeDraft, mergeDraft, saveMergeDraft } from "@/lib/data/merge-drafts";
import { undoMerge } from "@/lib/data/merge-undo";
import {
  answerMergeSchema,
  discardMergeSchema,
  mergeDraftSchema,
  newMergeDraftSchema,
  undoMergeSchema,
} from "@/lib/schemas/merges";
import { projectAction } from "./define";

export const saveMergeDraftAction = projectAction("plan:edit", newMergeDraftSchema, (access, input) =>
  saveMergeDraft(access, input, new Date()),
);
export const answerMergeAction = projectAction("plan:edit", answerMergeSchema, answerMergeDraft);
export const discardMergeAction = projectAction("plan:edit", discardMergeSchema, discardMergeDraft);
export const mergeDraftAction = projectAction("plan:edit", mergeDraftSchema, mergeDraft);
export const undoMergeAction = projectAction("plan:edit", undoMergeSchema, undoMerge);
