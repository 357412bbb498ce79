import { z } from "zod";
import { REVIEW_DAYS, REVIEW_DAYS_MAX } from "@/lib/domain/reviews";
import { idSchema, inProject } from "./fields";
import { phaseRefSchema, remarkSchema } from "./sign-offs";

const wholeDays = `A whole number of days from 1 to ${REVIEW_DAYS_MAX}.`;

/** Body of `POST .../reviews`. */
export const reviewBodySchema = z.object({
  note: remarkSchema,
  /** days until it times out to HOLD */
  days: z.int(wholeDays).min(1, wholeDays).max(REVIEW_DAYS_MAX, wholeDays).default(REVIEW_DAYS),
});

export const requestReviewSchema = z.object({
  ...inProject,
  phase: phaseRefSchema,
  ...reviewBodySchema.shape,
});
export type RequestReviewInput = Omit<z.output<typeof requestReviewSchema>, "projectId">;

export const withdrawReviewSchema = z.object({ ...inProject, reviewId: idSchema });
