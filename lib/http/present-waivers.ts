import type { z } from "zod";
import type { WaiverView } from "@/lib/domain/waiver-views";
import type { waiversSchema } from "@/lib/schemas/api-waivers";

/** The requests that wait for an answer, as `GET …/waivers` lists them: 100 at most, oldest first. */
export const presentWaivers = (waivers: WaiverView[]): z.input<typeof waiversSchema> => ({
  data: waivers.map(({ id, itemId, itemTitle, requestedBy, requestedAt, reason, expiresAt, may }) => ({
    id,
    itemId,
    itemTitle,
    requestedBy,
    requestedAt,
    reason,
    expiresAt,
    may: { answer: may.answer, withdraw: may.withdraw },
  })),
  nextCursor: null,
});
