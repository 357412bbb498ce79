"use server";
import { archiveTemplate, restoreTemplate, saveTemplate } from "@/lib/data/template-writes";
import { saveTemplateSchema, templateIdSchema } from "@/lib/schemas/templates";
import { workspaceAction } from "./define";

export const saveTemplateAction = workspaceAction("project:create", saveTemplateSchema, (access, input) =>
  saveTemplate(access, { projectId: input.projectId }, input, new Date()),
);
export const archiveTemplateAction = workspaceAction("project:create", templateIdSchema, archiveTemplate);
export const restoreTemplateAction = workspaceAction("project:create", templateIdSchema, restoreTemplate);
