"use server";
import { archiveProject, createProjectFromPlan, editProject, restoreProject } from "@/lib/data/projects";
import { EMPTY_PLAN } from "@/lib/plan/empty-plan";
import { ROLLOUT_TEMPLATE } from "@/lib/plan/templates";
import { editProjectSchema, newProjectSchema, projectIdSchema } from "@/lib/schemas/projects";
import { projectAction, workspaceAction } from "./define";

const PLANS = { template: ROLLOUT_TEMPLATE, empty: EMPTY_PLAN };

export const createProjectAction = workspaceAction("project:create", newProjectSchema, (access, input) =>
  createProjectFromPlan(access, { name: input.name, plan: PLANS[input.start], source: null }),
);

export const editProjectAction = projectAction("plan:edit", editProjectSchema, editProject);
export const archiveProjectAction = projectAction("project:create", projectIdSchema, archiveProject);
export const restoreProjectAction = projectAction("project:create", projectIdSchema, restoreProject);
