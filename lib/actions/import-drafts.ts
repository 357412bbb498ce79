"use server";
import { correctImportDraft, splitImportDraft } from "@/lib/data/import-corrections";
import {
  createImportDraft,
  createProjectFromDraft,
  discardImportDraft,
  readAhead,
} from "@/lib/data/import-drafts";
import {
  correctDraftSchema,
  draftIdSchema,
  finishDraftSchema,
  newDraftSchema,
  splitDraftSchema,
} from "@/lib/schemas/import-drafts";
import { workspaceAction } from "./define";

export const createDraftAction = workspaceAction("project:create", newDraftSchema, createImportDraft);
export const readAheadAction = workspaceAction("project:create", newDraftSchema, readAhead);
export const correctDraftAction = workspaceAction("project:create", correctDraftSchema, correctImportDraft);
export const splitDraftAction = workspaceAction("project:create", splitDraftSchema, splitImportDraft);
export const discardDraftAction = workspaceAction("project:create", draftIdSchema, discardImportDraft);
export const finishDraftAction = workspaceAction("project:create", finishDraftSchema, createProjectFromDraft);
