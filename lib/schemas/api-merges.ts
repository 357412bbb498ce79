import { z } from "zod";
import { leftOutSchema } from "./api-differences";
import { pageSchema } from "./api-paging";

const count = z.int().min(0);

export const mergeCountsSchema = z
  .object({
    added: count,
    restored: count.meta({ description: "Brought back from what was archived." }),
    edited: count,
    moved: count,
    reordered: count,
    archived: count,
    ticked: count,
  })
  .meta({ id: "MergeCounts" });

export const mergeSideSchema = z.enum(["file", "project"], "file or project.");
const onConflictSchema = z.enum(["stop", "file", "project"], "stop, file or project.").default("stop");
const previewSchema = z
  .string()
  .max(200, "At most 200 characters.")
  .optional()
  .meta({ description: "`preview` of the differences you looked at." });

/** The query of a merge whose body is the file itself. */
export const mergeQuerySchema = z.object({
  onConflict: onConflictSchema.meta({
    description: "Whom to follow where the file and the project both changed something.",
  }),
  preview: previewSchema,
});

/** How many conflicts one request may answer. */
const ANSWERS_MAX = 2_000;

export const mergeAnswersSchema = z
  .record(z.string().max(1_000, "At most 1,000 characters."), mergeSideSchema)
  .refine((answers) => Object.keys(answers).length <= ANSWERS_MAX, `At most ${ANSWERS_MAX} answers.`);

/** A merge as JSON: the file and the answers to its conflicts. */
export const mergeBodySchema = z.object({
  source: z.string("The text of the file.").min(1, "The text of the file."),
  answers: mergeAnswersSchema.default({}).meta({ description: "By the id of the conflict: whom to follow." }),
  onConflict: onConflictSchema,
  preview: previewSchema,
});

export const mergedSchema = z
  .object({
    id: z.uuid().nullable().meta({ description: "null: there was nothing to merge." }),
    counts: mergeCountsSchema,
    leftOut: leftOutSchema,
  })
  .meta({ id: "Merged" });

export type Merged = z.output<typeof mergedSchema>;

export const mergesSchema = pageSchema(
  z.object({
    id: z.uuid(),
    at: z.iso.datetime(),
    by: z.string(),
    counts: mergeCountsSchema,
    undone: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
    canUndo: z.boolean().meta({ description: "Only the newest merge can be undone." }),
  }),
);

export const undoMergeBodySchema = z.object({
  rest: z.boolean("true or false.").default(false).meta({
    description: "Leave what was changed since as it is, and undo the rest.",
  }),
});

export const undoneMergeSchema = z.object({
  undone: z.boolean().meta({ description: "false: it was undone already." }),
  kept: z.array(z.string()).meta({ description: "What was changed since and stayed as it is." }),
});
