import { z } from "zod";
import {
  areaSchema,
  beforeSchema,
  daySchema,
  idSchema,
  inProject,
  levelSchema,
  personIdsSchema,
  versionSchema,
} from "./fields";
import { textSchema, titleSchema } from "./text";

const editable = {
  title: titleSchema,
  details: textSchema,
  /** "how we know" */
  acceptance: textSchema.nullable().transform((text) => text || null),
  level: levelSchema,
  area: areaSchema.nullable(),
  dueOn: daySchema.nullable(),
  assigneeIds: personIdsSchema,
};

/** A new item of a section, or with `parentId` a sub-item of another. */
export const addItemSchema = z
  .object({
    ...inProject,
    sectionId: idSchema.optional(),
    parentId: idSchema.nullish(),
    title: editable.title,
    details: editable.details.optional(),
    acceptance: editable.acceptance.optional(),
    level: editable.level.optional(),
    area: editable.area.optional(),
    dueOn: editable.dueOn.optional(),
    assigneeIds: editable.assigneeIds.optional(),
  })
  .refine((input) => input.sectionId || input.parentId, {
    path: ["sectionId"],
    message: "Say in which section it goes, or below which item.",
  });
export type AddItemInput = Omit<z.output<typeof addItemSchema>, "projectId">;

/** Only the fields that are there are changed. */
export const editItemSchema = z.object({
  ...inProject,
  itemId: idSchema,
  version: versionSchema,
  ...z.object(editable).partial().shape,
});
export type EditItemInput = Omit<z.output<typeof editItemSchema>, "projectId">;

export const moveItemSchema = z.object({
  ...inProject,
  itemId: idSchema,
  toSectionId: idSchema,
  beforeItemId: beforeSchema,
  version: versionSchema,
});
export type MoveItemInput = Omit<z.output<typeof moveItemSchema>, "projectId">;

export const itemOnlySchema = z.object({ ...inProject, itemId: idSchema });
