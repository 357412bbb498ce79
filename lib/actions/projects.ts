"use server";
import { archiveProject, editProject, restoreProject } from "@/lib/data/projects";
import { createProjectFromStart } from "@/lib/data/template-writes";
import { editProjectSchema, newProjectSchema, projectIdSchema } from "@/lib/schemas/projects";
import { projectAction, workspaceAction } from "./define";

export const createProjectAction = workspaceAction(
  "project:create",
  newProjectSchema,
  createProjectFromStart,
);

export const editProjectAction = projectAction("plan:edit", editProjectSchema, editProject);
export const archiveProjectAction = projectAction("project:create", projectIdSchema, archiveProject);
export const restoreProjectAction = projectAction("project:create", projectIdSchema, restoreProject);
