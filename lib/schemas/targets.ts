import { idSchema } from "./fields";

/** What evidence and comments are about: an item or a criterion. */
export const targetFields = { itemId: idSchema.nullish(), criterionId: idSchema.nullish() };

export interface TargetInput {
  itemId?: string | null;
  criterionId?: string | null;
}

export const hasOneTarget = (input: TargetInput): boolean =>
  Boolean(input.itemId) !== Boolean(input.criterionId);

export const ONE_TARGET = { path: ["itemId"], message: "Name one item or one criterion." };
