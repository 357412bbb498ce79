"use server";
import { addComment, removeComment } from "@/lib/data/comments";
import { addCommentSchema, commentOnlySchema } from "@/lib/schemas/comments";
import { projectAction } from "./define";

export const addCommentAction = projectAction("item:work", addCommentSchema, addComment);
export const removeCommentAction = projectAction("item:work", commentOnlySchema, (access, { commentId }) =>
  removeComment(access, commentId),
);
