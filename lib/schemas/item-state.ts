import { z } from "zod";
import { ITEM_STATES } from "@/lib/domain/words";
import { textSchema } from "./text";

/** The wished state of an item: "set DONE", never "toggle", so a repeated request changes nothing. */
export const itemStateSchema = z.object({
  state: z.enum(ITEM_STATES, { error: `One of ${ITEM_STATES.join(", ")}.` }),
  reason: textSchema.pipe(z.string().max(2_000, "At most 2,000 characters.")).nullish(),
  /** WAIVED: who asked for it; the caller approves */
  requestedById: z.uuid("The id of a member.").nullish(),
  /** WAIVED: end of the waiver, at most 90 days away */
  expiresAt: z.coerce.date({ error: "A date and time, like 2026-12-31T00:00:00Z." }).nullish(),
});
export type ItemStateInput = z.output<typeof itemStateSchema>;
