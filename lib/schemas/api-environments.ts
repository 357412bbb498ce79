import { z } from "zod";
import { CELL_PROBLEMS, CELL_STATES } from "@/lib/domain/environments";

const version = z.int().meta({ description: "For If-Match." });

/** What a write to a thing of a list answers. */
export const thingAnswerSchema = z.object({ id: z.string(), version });

export const matrixSchema = z
  .object({
    environments: z.array(z.object({ id: z.string(), name: z.string(), isProduction: z.boolean(), version })),
    items: z.array(
      z.object({
        id: z.string(),
        key: z.string(),
        mustDiffer: z.boolean().meta({ description: "Production must not equal mock." }),
        version,
        cells: z
          .array(
            z.object({
              environmentId: z.string(),
              state: z.enum(CELL_STATES),
              value: z.string(),
              verifiedBy: z.string().nullable(),
              verifiedAt: z.string().nullable().meta({ format: "date-time" }),
              version: version.meta({ description: "For If-Match; 0 where nothing was said yet." }),
            }),
          )
          .meta({ description: "One for each environment, in their order." }),
      }),
    ),
    problems: z
      .array(
        z.object({
          type: z.enum(CELL_PROBLEMS),
          itemId: z.string(),
          environmentId: z.string(),
          text: z.string(),
        }),
      )
      .meta({ description: "Where production equals mock although the key is marked that it must not." }),
  })
  .meta({ id: "EnvironmentMatrix" });

/** What a PATCH of a cell answers. */
export const cellAnswerSchema = z.object({
  state: z.enum(CELL_STATES),
  verified: z.boolean(),
  version,
});
