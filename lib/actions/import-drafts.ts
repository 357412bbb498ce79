"use server";
import {
  correctImportDraft,
  createImportDraft,
  createProjectFromDraft,
  discardImportDraft,
} from "@/lib/data/import-drafts";
import {
  correctDraftSchema,
  draftIdSchema,
  finishDraftSchema,
  newDraftSchema,
} from "@/lib/schemas/import-drafts";
import { workspaceAction } from "./define";

export const createDraftAction = workspaceAction("project:create", newDraftSchema, createImportDraft);
export const correctDraftAction = workspaceAction("project:create", correctDraftSchema, correctImportDraft);
export const discardDraftAction = workspaceAction("project:create", draftIdSchema, discardImportDraft);
export const finishDraftAction = workspaceAction("project:create", finishDraftSchema, createProjectFromDraft);
