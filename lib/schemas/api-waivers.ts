import { z } from "zod";

const moment = z.string().meta({ format: "date-time" });

export const waiversSchema = z.object({
  data: z.array(
    z
      .object({
        id: z.string(),
        itemId: z.string(),
        itemTitle: z.string(),
        requestedBy: z.string(),
        requestedAt: moment,
        reason: z.string(),
        expiresAt: moment,
        may: z
          .object({ answer: z.boolean(), withdraw: z.boolean() })
          .meta({ description: "What the caller may do about it now." }),
      })
      .meta({ id: "WaiverRequest" }),
  ),
  nextCursor: z.null(),
});

export const waiverAnswerSchema = z.object({
  id: z.string(),
  state: z.enum(["REFUSED", "WITHDRAWN"]),
  changed: z.boolean().meta({ description: "False where it ended so already." }),
});
