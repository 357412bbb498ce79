import { z } from "zod";
import { pageQuerySchema } from "./api-paging";
import { auditFilterSchema } from "./audit";

/** The query of `GET /audit`: the page's own filter, and a limit. */
export const auditQuerySchema = auditFilterSchema.extend({ limit: pageQuerySchema.shape.limit });

export const auditEntrySchema = z
  .object({
    seq: z.int().meta({ description: "Its number in its chain, without a gap." }),
    chain: z.string().meta({ description: "Id of the project or workspace." }),
    at: z.string().meta({ format: "date-time" }),
    by: z.string(),
    memberId: z.string().nullable().meta({ description: "null: Phasegate itself." }),
    via: z.string(),
    action: z.string().meta({ example: "gate.decided" }),
    targetType: z.string(),
    targetId: z.string(),
    text: z.string().meta({ description: "One sentence." }),
    project: z.object({ slug: z.string(), name: z.string() }).nullable(),
    hash: z.string().meta({ description: "First digits of the event's hash." }),
  })
  .meta({ id: "AuditEvent" });
