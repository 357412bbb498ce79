import { z } from "zod";
import { textSchema } from "./text";

/** A list of short texts, one for each line of a form; empty lines are left out. */
export const linesSchema = z
  .array(textSchema, "A list of texts.")
  .max(100, "At most 100 lines.")
  .transform((lines) => lines.filter((line) => line !== ""));
