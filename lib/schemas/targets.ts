import { z } from "zod";
import { idSchema } from "./fields";

/** What evidence and comments are about: an item or a criterion. */
export const targetFields = { itemId: idSchema.nullish(), criterionId: idSchema.nullish() };

interface TargetFields {
  itemId?: string | null;
  criterionId?: string | null;
}

export const hasOneTarget = (input: TargetFields): boolean =>
  Boolean(input.itemId) !== Boolean(input.criterionId);

export const ONE_TARGET = { path: ["itemId"], message: "Name one item or one criterion." };

export const targetSchema = z.object(targetFields).refine(hasOneTarget, ONE_TARGET);
export type TargetInput = TargetFields;
