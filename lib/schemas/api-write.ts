import { z } from "zod";
import { ITEM_STATES } from "@/lib/domain/words";

/** The query of `POST /projects/import`. */
export const importQuerySchema = z.object({
  name: z.string().optional().meta({ description: "Name of the project; else the plan's title." }),
});

export const importedSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    phases: z.int(),
    items: z.int(),
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
    .regex(/^[0-9a-f]{7,64}$/i, "A commit id: 7 to 64 hexadecimal digits.")
    .optional()
    .meta({ description: "The commit that asks." }),
});

export const CHECK_RESULTS = ["pass", "pass_override", "fail"] as const;

export const checkSchema = z
  .object({
    result: z.enum(CHECK_RESULTS).meta({
      description: "pass_override: passed, though not ready, by an override that is shown for ever.",
    }),
    reasons: z.array(z.object({ type: z.string(), text: z.string() })),
    snapshotHash: z.string().nullable().meta({ description: "Of what was judged." }),
    validUntil: z.string().nullable().meta({ format: "date-time", description: "Ask again after this." }),
  })
  .meta({ id: "GateCheck" });

/** What `PATCH /items/{id}` answers. */
export const itemStateAnswerSchema = z
  .object({
    id: z.string(),
    state: z.enum(ITEM_STATES),
    version: z.int(),
    changed: z.boolean().meta({ description: "false: it had this state already and nothing was written." }),
  })
  .meta({ id: "ItemState" });
