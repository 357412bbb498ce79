import type { z } from "zod";
import { AppError } from "@/lib/domain/errors";

function invalidInput(error: z.ZodError): AppError {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".") || "form";
    fields[field] = [...(fields[field] ?? []), issue.message];
  }
  const [first] = error.issues;
  const where = first?.path.join(".");
  return new AppError(
    "INVALID",
    `${where ? `${where}: ` : ""}${first?.message ?? "The input is not valid."}`,
    {
      fields,
    },
  );
}

/** @throws AppError INVALID naming each field, what was wrong and what would be right */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error);
}
