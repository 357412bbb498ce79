import { z } from "zod";
import { beforeSchema, idSchema, inProject, versionSchema } from "./fields";
import { titleSchema } from "./text";

export const addSectionSchema = z.object({ ...inProject, phaseId: idSchema, title: titleSchema });
export type AddSectionInput = Omit<z.output<typeof addSectionSchema>, "projectId">;

export const editSectionSchema = z.object({
  ...inProject,
  sectionId: idSchema,
  version: versionSchema,
  title: titleSchema,
});
export type EditSectionInput = Omit<z.output<typeof editSectionSchema>, "projectId">;

export const moveSectionSchema = z.object({
  ...inProject,
  sectionId: idSchema,
  toPhaseId: idSchema,
  beforeSectionId: beforeSchema,
  version: versionSchema,
});
export type MoveSectionInput = Omit<z.output<typeof moveSectionSchema>, "projectId">;

export const sectionOnlySchema = z.object({ ...inProject, sectionId: idSchema });
