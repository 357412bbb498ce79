import { z } from "zod";
import { LEVELS } from "@/lib/domain/words";
import { areaSchema, daySchema, idSchema, inProject, levelSchema, personIdsSchema } from "./fields";

/** What can be changed of many items at once. */
const changes = {
  level: levelSchema.optional(),
  area: areaSchema.nullable().optional(),
  dueOn: daySchema.nullable().optional(),
  /** exactly these people */
  assigneeIds: personIdsSchema.optional().meta({ description: "Exactly these people." }),
  /** these people too */
  addAssigneeIds: personIdsSchema
    .optional()
    .meta({ description: "These people as well as those there are." }),
  toSectionId: idSchema.optional().meta({
    description:
      "To the end of this section, of any phase. A sub-item goes along with its item; named without it, it becomes an item of its own.",
  }),
  archived: z
    .boolean("true, or false to restore them.")
    .optional()
    .meta({ description: "Alone: true takes the items out of the plan, false puts them back." }),
};

const itemIds = z
  .array(idSchema, "A list of items.")
  .min(1, "Name at least one item.")
  .max(500, "At most 500 items at once.")
  .transform((ids) => [...new Set(ids)]);

const has = (value: unknown) => value !== undefined;

const bulkSchema = <More extends z.ZodRawShape>(more: More) =>
  z.strictObject({ ...more, itemIds, ...changes }).superRefine((input, context) => {
    // Behind the generic fields the compiler does not see these, which the object above has.
    const { archived, assigneeIds, addAssigneeIds, ...rest } = input as Record<string, unknown>;
    const isEdit = [assigneeIds, addAssigneeIds, rest.level, rest.area, rest.dueOn, rest.toSectionId].some(
      has,
    );
    if (isEdit === has(archived))
      context.addIssue("What to change, or `archived` alone: one of the two, and not both.");
    if (has(assigneeIds) && has(addAssigneeIds))
      context.addIssue({
        code: "custom",
        path: ["addAssigneeIds"],
        message: "Exactly these people, or these people too: not both.",
      });
  });

export const bulkItemsBodySchema = bulkSchema({});
export const bulkItemsSchema = bulkSchema(inProject);
export type BulkItemsInput = z.output<typeof bulkItemsBodySchema>;

/** What a change of many items set, or found, in one of them; what it left alone is not there. */
const values = z.strictObject({
  level: levelSchema.optional(),
  area: areaSchema.nullable().optional(),
  dueOn: daySchema.nullable().optional(),
  assigneeIds: personIdsSchema.optional(),
  sectionId: idSchema.optional(),
  parentItemId: idSchema
    .nullable()
    .optional()
    .meta({ description: "The item it is a sub-item of; null: an item of its own." }),
  beforeItemId: idSchema
    .nullable()
    .optional()
    .meta({ description: "The item it stood before; null: last in its section." }),
});
export type BulkValues = z.output<typeof values>;

const step = {
  from: values.meta({ description: "As the change left it." }),
  to: values.meta({ description: "As it was before." }),
};

const steps = z
  .array(z.strictObject({ id: idSchema, ...step }), "A list of items.")
  .min(1, "Name at least one item.")
  .max(500, "At most 500 items at once.");

export const undoItemsBodySchema = z.strictObject({ items: steps });
export const undoItemsSchema = z.strictObject({ ...inProject, items: steps });
export type UndoItemsInput = z.output<typeof undoItemsBodySchema>;

/** The same as it is answered. */
const valuesAnswer = z.object({
  level: z.enum(LEVELS).optional(),
  area: z.string().nullable().optional(),
  dueOn: z.string().nullable().optional(),
  assigneeIds: z.array(z.string()).optional(),
  sectionId: z.string().optional(),
  parentItemId: z.string().nullable().optional(),
  beforeItemId: z.string().nullable().optional(),
});

/** What a change of many items answers. */
export const bulkItemsAnswerSchema = z.object({
  changed: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      undo: z.object({ from: valuesAnswer, to: valuesAnswer }).nullable().meta({
        description: "For `POST …/items/bulk/undo`; null where `archived` was set, which is undone by it.",
      }),
    }),
  ),
  unchanged: z.int().meta({ description: "How many were so already." }),
});

/** What taking a change back answers. */
export const undoItemsAnswerSchema = z.object({
  restored: z.array(z.object({ id: z.string(), version: z.int() })),
  left: z
    .array(z.object({ id: z.string(), title: z.string().nullable() }))
    .meta({ description: "Changed since, or gone: left as they are, wholly or in part." }),
});
