import type { z } from "zod";
import type { ActionResult } from "@/lib/domain/action-result";

/** The server action that takes what a schema of lib/schemas accepts; pages hand it down, so components import none. */
export type ActionOf<Schema extends z.ZodType, Value = unknown> = (
  input: z.input<Schema>,
) => Promise<ActionResult<Value>>;
