import { type Plan, planSchema } from "@/lib/schemas/plan";
import { canonicalPlan } from "./canonical-plan";

/** The plan of a document that is one as JSON, as the export gives it. Null for any other document. */
export function readJsonPlan(text: string): Plan | null {
  if (!text.trimStart().startsWith("{")) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { data } = planSchema.safeParse(value);
  return data ? canonicalPlan(data) : null;
}
