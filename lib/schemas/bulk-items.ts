import { z } from "zod";
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
  toSectionId: idSchema.optional().meta({ description: "To the end of this section, of any phase." }),
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

/** What a change of many items answers. */
export const bulkItemsAnswerSchema = z.object({
  changed: z.array(z.object({ id: z.string(), version: z.int() })),
  unchanged: z.int().meta({ description: "How many were so already." }),
});
