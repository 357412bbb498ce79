"use server";
import { addSection, archiveSection, editSection, moveSection, restoreSection } from "@/lib/data/sections";
import {
  addSectionSchema,
  editSectionSchema,
  moveSectionSchema,
  sectionOnlySchema,
} from "@/lib/schemas/sections";
import { projectAction } from "./define";

export const addSectionAction = projectAction("plan:edit", addSectionSchema, addSection);
export const editSectionAction = projectAction("plan:edit", editSectionSchema, editSection);
export const moveSectionAction = projectAction("plan:edit", moveSectionSchema, moveSection);
export const archiveSectionAction = projectAction("plan:edit", sectionOnlySchema, (access, { sectionId }) =>
  archiveSection(access, sectionId),
);
export const restoreSectionAction = projectAction("plan:edit", sectionOnlySchema, (access, { sectionId }) =>
  restoreSection(access, sectionId),
);
