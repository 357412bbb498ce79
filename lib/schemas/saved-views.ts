import { z } from "zod";
import { filterQuery, parseFilter } from "@/lib/domain/item-filter";
import { lineSchema } from "./text";

const name = lineSchema(60);

/** A filter as an address says it; what it does not know is left out. */
const query = z
  .string("A filter, like level=must&state=open.")
  .max(2_000, "At most 2,000 characters.")
  .transform((text) => filterQuery(parseFilter(new URLSearchParams(text))))
  .pipe(z.string().min(1, "A filter that asks for something, like level=must&state=open."))
  .meta({ description: "As the address of a checklist says it.", example: "level=must&state=open" });

export const savedViewSchema = z.strictObject({ name, query });
export type SavedViewInput = z.output<typeof savedViewSchema>;

export const savedViewNameSchema = z.strictObject({ name });

export const savedViewAnswerSchema = z
  .object({ id: z.string(), name: z.string(), query: z.string() })
  .meta({ id: "SavedView" });

export const savedViewsSchema = z.object({ data: z.array(savedViewAnswerSchema), nextCursor: z.null() });
