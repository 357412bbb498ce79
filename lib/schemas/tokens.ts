import { z } from "zod";
import { ROLES } from "@/lib/domain/words";
import { nameSchema } from "./text";

export const TOKEN_DAYS_MAX = 365;

export const newTokenSchema = z.object({
  name: nameSchema,
  role: z.enum(ROLES, `One of ${ROLES.join(", ")}.`),
  /** null: every project of the workspace */
  projectId: z.uuid("The id of a project.").nullable().default(null),
  days: z
    .int("A whole number of days.")
    .min(1, "At least 1 day.")
    .max(TOKEN_DAYS_MAX, `At most ${TOKEN_DAYS_MAX} days.`)
    .default(90),
});
export type NewTokenInput = z.output<typeof newTokenSchema>;

export const tokenIdSchema = z.object({ tokenId: z.uuid("The id of a token.") });
