import { z } from "zod";
import { OUTCOMES } from "@/lib/domain/words";
import { daySchema } from "./fields";
import { lineSchema, textSchema, titleSchema } from "./text";

/** Who or what, as programs name it: by id, or by the name people see. */
const reference = (what: string) => lineSchema(254).meta({ description: what });

/** `POST …/decisions` */
export const decisionBodySchema = z.object({
  outcome: z.enum(OUTCOMES, { error: `One of ${OUTCOMES.join(", ")}.` }),
  reason: textSchema.nullish().meta({ description: "HOLD, RECYCLE and STOP need one." }),
  override: z
    .union([z.boolean(), z.object({ reason: textSchema })], {
      error: "true (with `reason`), or an object with the reason.",
    })
    .nullish()
    .meta({ description: "Passes over the blockers; needs the role ADMIN and a reason of 20 characters." }),
  conditions: z
    .array(
      z.object({
        text: titleSchema,
        owner: reference("Member id or e-mail address of who answers for it."),
        dueOn: daySchema.meta({ description: "At most 30 days away.", format: "date" }),
      }),
    )
    .max(50, "At most 50 conditions.")
    .optional()
    .meta({ description: "CONDITIONAL_GO needs at least one." }),
  recycleTo: reference("RECYCLE: key of the phase to go back to.").nullish(),
});
