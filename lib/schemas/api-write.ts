import { z } from "zod";
import { CHECK_RESULTS } from "@/lib/domain/gate-check";
import { ITEM_STATES, WAIVER_STATES } from "@/lib/domain/words";
import { foldTargetsSchema } from "./plan-corrections";
import { oneLine } from "./text";

/** The query of `POST /projects/import`. */
export const importQuerySchema = z.object({
  name: z
    .string()
    .transform(oneLine)
    .optional()
    .meta({ description: "Name of the project; else the plan's title." }),
  fold: foldTargetsSchema.optional().meta({
    description:
      "Names of phases that all phases of the plan are folded into, in order: `Alpha,Beta,Launch`.",
  }),
});

export const importedSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    notes: z
      .array(z.object({ line: z.int(), text: z.string() }))
      .meta({ description: "Repairs and judgements made while reading." }),
    unplaced: z
      .array(z.object({ line: z.int(), text: z.string() }))
      .meta({ description: "Read, but not understood." }),
  })
  .meta({ id: "ImportedProject" });

/** The query of `GET …/check`. */
export const checkQuerySchema = z.object({
  sha: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/i, "A commit or a snapshotHash: 7 to 64 hexadecimal digits.")
    .optional()
    .meta({
      description: "A snapshotHash the answer must still be about (64 digits), or the commit that asks.",
    }),
});

export const checkSchema = z
  .object({
    result: z.enum(CHECK_RESULTS).meta({
      description:
        "pass and warn: go on (warn: passed, but something needs attention); pass_override: passed by an override that is shown for ever; fail: do not.",
    }),
    reasons: z.array(z.string()),
    snapshotHash: z
      .string()
      .meta({ description: "Of the gate as it stands; the same standing, the same hash." }),
    validUntil: z
      .string()
      .nullable()
      .meta({ format: "date-time", description: "From then on time alone may have changed the answer." }),
  })
  .meta({ id: "GateCheck" });

/** What `PATCH /items/{id}` answers. */
export const itemStateAnswerSchema = z
  .object({
    id: z.string(),
    state: z.enum(ITEM_STATES),
    version: z.int(),
    changed: z.boolean().meta({ description: "false: it was so already and nothing was written." }),
    waiver: z
      .object({ id: z.string(), state: z.enum(WAIVER_STATES) })
      .optional()
      .meta({ description: "WAIVED: the request, and what became of it." }),
  })
  .meta({ id: "ItemState" });
