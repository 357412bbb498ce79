import { z } from "zod";
import { idSchema, inProject } from "./fields";
import { hasOneTarget, ONE_TARGET, targetFields } from "./targets";
import { textSchema } from "./text";

export const COMMENT_MAX = 10_000;

export const commentBodySchema = textSchema.pipe(
  z
    .string()
    .min(1, "Write something first.")
    .max(COMMENT_MAX, `At most ${COMMENT_MAX.toLocaleString("en")} characters.`),
);

export const addCommentSchema = z
  .object({ ...inProject, ...targetFields, body: commentBodySchema })
  .refine(hasOneTarget, ONE_TARGET);
export type AddCommentInput = Omit<z.output<typeof addCommentSchema>, "projectId">;

export const commentOnlySchema = z.object({ ...inProject, commentId: idSchema });
