import { z } from "zod";
import { beforeSchema } from "./fields";

/**
 * Body of a PATCH of a thing that stands in a list: its fields, or whether it is archived, or its place. One kind of
 * change at a time, so that each is whole or refused.
 */
export const thingPatch = <Fields extends Record<string, z.ZodType>>(fields: Fields) =>
  z
    .strictObject({
      ...z.object(fields).partial().shape,
      archived: z.boolean("true, or false to restore it.").optional(),
      beforeId: beforeSchema.optional(),
    })
    .refine((body) => {
      // Behind the generic fields the compiler does not see these two, which the object above has.
      const { archived, beforeId, ...rest } = body as { archived?: unknown; beforeId?: unknown };
      const kinds = [archived !== undefined, beforeId !== undefined, Object.keys(rest).length > 0];
      return kinds.filter(Boolean).length === 1;
    }, "Fields to change, or `archived`, or `beforeId`: one kind of change at a time.");
