import { z } from "zod";
import { ROTATION_STATES } from "@/lib/domain/secrets";

const day = z.string().nullable().meta({ format: "date" });

export const secretsSchema = z.object({
  data: z.array(
    z
      .object({
        id: z.string(),
        name: z.string(),
        variable: z.string().nullable(),
        owner: z.string().nullable(),
        storage: z.string().nullable().meta({ description: "Where its value lies; never the value." }),
        rotationDays: z.int().nullable(),
        lastRotatedOn: day,
        rotation: z.object({ state: z.enum(ROTATION_STATES), dueOn: day }),
        version: z.int().meta({ description: "For If-Match." }),
      })
      .meta({ id: "Secret" }),
  ),
  nextCursor: z.null(),
});
