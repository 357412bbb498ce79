"use server";
import { followTemplate } from "@/lib/data/template-origin";
import { answerTemplate, takeOverChange } from "@/lib/data/template-take-over";
import { archiveTemplate, restoreTemplate, saveTemplate } from "@/lib/data/template-writes";
import {
  answerTemplateSchema,
  followTemplateSchema,
  saveTemplateSchema,
  takeOverSchema,
  templateIdSchema,
} from "@/lib/schemas/templates";
import { projectAction, workspaceAction } from "./define";

export const saveTemplateAction = workspaceAction("project:create", saveTemplateSchema, (access, input) =>
  saveTemplate(access, { projectId: input.projectId }, input, new Date()),
);
export const archiveTemplateAction = workspaceAction("project:create", templateIdSchema, archiveTemplate);
export const restoreTemplateAction = workspaceAction("project:create", templateIdSchema, restoreTemplate);
export const followTemplateAction = projectAction("plan:edit", followTemplateSchema, followTemplate);
export const takeOverChangeAction = projectAction("plan:edit", takeOverSchema, takeOverChange);
export const answerTemplateAction = projectAction("plan:edit", answerTemplateSchema, answerTemplate);
