import { z } from "zod";
import { AREA_MOVES } from "@/lib/domain/area-reasons";
import { daySchema } from "./fields";

/** The query of `GET …/areas`. */
export const areasQuerySchema = z.object({
  since: daySchema
    .optional()
    .meta({ description: "The day to hold the grades against; a week ago when left out." }),
});

const grade = z.object({ score: z.int(), grade: z.string() }).nullable();

export const areasSchema = z
  .object({
    comparedWith: z.string().nullable().meta({
      format: "date",
      description: "The newest day with a score up to `since`, or the oldest there is; null without history.",
    }),
    areas: z.array(
      z.object({
        area: z.string(),
        previous: grade,
        current: grade,
        change: z.int().nullable().meta({ description: "Points gained; null when one side is missing." }),
        because: z.array(
          z.object({
            id: z.string(),
            kind: z.enum(["item", "criterion"]),
            title: z.string(),
            move: z.enum(AREA_MOVES),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Areas" });
