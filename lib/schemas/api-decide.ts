import { z } from "zod";
import { conditionSchema, decisionBodySchema } from "./decisions";
import { remarkSchema } from "./sign-offs";
import { lineSchema } from "./text";

/** A condition as programs write it: they know people by address more often than by id. */
const conditionBodySchema = conditionSchema.omit({ ownerId: true }).extend({
  owner: lineSchema(254).meta({ description: "Who answers for it: member id, e-mail address or name." }),
});

/** Body of `POST …/decisions`: the page's own, in words that are easy to write by hand. */
export const decisionRequestSchema = decisionBodySchema.extend({
  override: z
    .union([z.boolean(), z.object({ reason: remarkSchema })], {
      error: "true, together with `reason`; or an object with the reason.",
    })
    .nullish()
    .meta({
      description: "Passes over the blockers; needs the role ADMIN and a reason of 20 characters at least.",
    }),
  conditions: z
    .array(conditionBodySchema)
    .max(20, "At most 20 conditions.")
    .default([])
    .meta({ description: "CONDITIONAL_GO needs at least one, due within 30 days." }),
});
