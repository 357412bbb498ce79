import { z } from "zod";
import { mergeAnswersSchema, mergeSideSchema } from "./api-merges";
import { idSchema, inProject } from "./fields";
import { documentFields, isOneDocument, ONE_DOCUMENT } from "./import-drafts";

/** A newer file of a project, kept until it is merged. */
export const newMergeDraftSchema = z
  .object({
    ...inProject,
    ...documentFields,
    /** what the file is called; null: it was pasted */
    name: z.string("A name.").max(300, "At most 300 characters.").nullable(),
  })
  .refine(isOneDocument, ONE_DOCUMENT);
export type NewMergeDraftInput = Omit<z.output<typeof newMergeDraftSchema>, "projectId">;

/** Whom to follow where the file and the project both changed something. */
export const answerMergeSchema = z.object({ ...inProject, answers: mergeAnswersSchema });

export const discardMergeSchema = z.object(inProject);

export const mergeDraftSchema = z.object({
  ...inProject,
  /** MergePreview.preview: what the person looked at */
  preview: z.string("What was looked at.").max(200, "What was looked at."),
});

export const undoMergeSchema = z.object({
  ...inProject,
  mergeId: idSchema,
  /** leaves what was changed since as it is, and undoes the rest */
  rest: z.boolean("true or false.").default(false),
});

export const keptAnswersSchema = z.record(z.string(), mergeSideSchema);
