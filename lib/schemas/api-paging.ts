import { z } from "zod";

const PAGE_MAX = 100;

/** `?limit=&cursor=` of every list. */
export const pageQuerySchema = z.object({
  limit: z.coerce
    .number({ error: "A whole number." })
    .int("A whole number.")
    .min(1, "At least 1.")
    .max(PAGE_MAX, `At most ${PAGE_MAX}.`)
    .default(50)
    .meta({ description: "How many at most." }),
  cursor: z
    .string()
    .max(500, "Not a cursor of this list.")
    .optional()
    .meta({ description: "nextCursor of the page before; left out for the first page." }),
});

/** A page of a list: `nextCursor` is null on the last one. */
export const pageSchema = <S extends z.ZodType>(entry: S) =>
  z.object({ data: z.array(entry), nextCursor: z.string().nullable() });
