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
import { FILE_MAX, FILES_MAX } from "./plan";
import { oneLine, textSchema, titleSchema } from "./text";

const textOrNullSchema = textSchema.nullable().transform((text) => text || null);

const filesSchema = z
  .array(
    z.string("A path or link.").max(FILE_MAX, `At most ${FILE_MAX} characters.`),
    "A list of paths and links.",
  )
  .max(FILES_MAX, `At most ${FILES_MAX} files.`)
  .transform((files) => files.map(oneLine).filter((file) => file !== ""));

const editable = {
  title: titleSchema,
  details: textSchema,
  /** "how we know" */
  acceptance: textOrNullSchema,
  why: textOrNullSchema,
  impact: textOrNullSchema,
  /** paths and links, one each */
  files: filesSchema,
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
    why: editable.why.optional(),
    impact: editable.impact.optional(),
    files: editable.files.optional(),
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
export type EditItemInput = Omit<z.output<typeof editItemSchema>, "projectId" | "version"> & {
  /** null: whatever stands there now */
  version: number | null;
};

/** Body of a PATCH of an item's words. */
export const itemPatchSchema = z
  .strictObject(z.object(editable).partial().shape)
  .refine((body) => Object.keys(body).length > 0, "Name at least one field to change.");

export const moveItemSchema = z.object({
  ...inProject,
  itemId: idSchema,
  toSectionId: idSchema,
  beforeItemId: beforeSchema,
  version: versionSchema,
});
export type MoveItemInput = Omit<z.output<typeof moveItemSchema>, "projectId">;

export const itemOnlySchema = z.object({ ...inProject, itemId: idSchema });
