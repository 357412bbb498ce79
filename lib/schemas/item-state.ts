import { z } from "zod";
import { ITEM_STATES } from "@/lib/domain/words";
import { textSchema } from "./text";

/** The wished state of an item: "set DONE", never "toggle", so a repeated request changes nothing. */
export const itemStateSchema = z.object({
  state: z.enum(ITEM_STATES, { error: `One of ${ITEM_STATES.join(", ")}.` }),
  reason: textSchema
    .pipe(z.string().max(2_000, "At most 2,000 characters."))
    .nullish()
    .meta({ description: "NOT_APPLICABLE, and asking for WAIVED, need one." }),
  expiresAt: z.coerce.date({ error: "A date and time, like 2026-12-31T00:00:00Z." }).nullish().meta({
    description:
      "WAIVED: end of the waiver that is asked for, at most 90 days away, which it is when left out.",
  }),
});
export type ItemStateInput = z.output<typeof itemStateSchema>;
