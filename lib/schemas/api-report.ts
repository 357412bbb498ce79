import { z } from "zod";
import { isZone } from "@/lib/domain/zone-formatter";

/** The query of `GET …/report.pdf`. */
export const reportQuerySchema = z.object({
  zone: z
    .string()
    .refine(isZone, 'Not a time zone. Write one as "Europe/Istanbul" or "UTC".')
    .optional()
    .meta({
      description: "Time zone in which moments are told; your own when left out.",
      example: "Europe/Istanbul",
    }),
});
