import { z } from "zod";
import { RISK_SCALE } from "@/lib/domain/risks";
import { RISK_SEVERITIES, RISK_STATES } from "@/lib/domain/words";

const scale = z.enum(RISK_SCALE).nullable();

export const risksSchema = z.object({
  data: z.array(
    z
      .object({
        id: z.string(),
        title: z.string(),
        severity: z
          .enum(RISK_SEVERITIES)
          .meta({ description: "Follows from likelihood and impact where both are said." }),
        likelihood: scale,
        impact: scale,
        state: z.enum(RISK_STATES),
        mitigation: z.string().nullable(),
        owner: z.string().nullable(),
        acceptance: z
          .object({
            by: z.string().nullable(),
            why: z.string().nullable(),
            at: z.string().nullable().meta({ format: "date-time" }),
            until: z.string().nullable().meta({ format: "date", description: "Its last day." }),
            over: z.boolean(),
          })
          .nullable(),
        blocks: z.boolean().meta({ description: "It holds up every gate now." }),
        version: z.int().meta({ description: "For If-Match." }),
      })
      .meta({ id: "Risk" }),
  ),
  nextCursor: z.null(),
});
