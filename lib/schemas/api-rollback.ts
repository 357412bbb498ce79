import { z } from "zod";
import { REHEARSAL_OUTCOMES, ROLLBACK_STANDINGS } from "@/lib/domain/rollback";

export const rollbackSchema = z
  .object({
    triggers: z.array(z.string()).meta({ description: "What starts the way back." }),
    steps: z.array(z.string()).meta({ description: "What is done, in order." }),
    standing: z.enum(ROLLBACK_STANDINGS),
    rehearsals: z
      .array(
        z.object({
          id: z.string(),
          rehearsedOn: z.string().meta({ format: "date" }),
          outcome: z.enum(REHEARSAL_OUTCOMES),
          note: z.string().nullable(),
          by: z.string().nullable(),
          recordedAt: z.string().meta({ format: "date-time" }),
        }),
      )
      .meta({ description: "Newest first, 20 at most." }),
    version: z.int().meta({ description: "For If-Match." }),
  })
  .meta({ id: "RollbackPlan" });

export const rollbackAnswerSchema = z.object({ version: z.int().meta({ description: "For If-Match." }) });
export const rehearsalAnswerSchema = z.object({ id: z.string() });
