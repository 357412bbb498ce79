"use server";
import { archiveProject, createProjectFromPlan, editProject, restoreProject } from "@/lib/data/projects";
import { EMPTY_PLAN } from "@/lib/plan/empty-plan";
import { builtInTemplate } from "@/lib/plan/templates";
import { editProjectSchema, newProjectSchema, projectIdSchema } from "@/lib/schemas/projects";
import { projectAction, workspaceAction } from "./define";

export const createProjectAction = workspaceAction("project:create", newProjectSchema, (access, input) =>
  createProjectFromPlan(access, {
    name: input.name,
    plan: builtInTemplate(input.start)?.plan ?? EMPTY_PLAN,
    source: null,
  }),
);

export const editProjectAction = projectAction("plan:edit", editProjectSchema, editProject);
export const archiveProjectAction = projectAction("project:create", projectIdSchema, archiveProject);
export const restoreProjectAction = projectAction("project:create", projectIdSchema, restoreProject);
