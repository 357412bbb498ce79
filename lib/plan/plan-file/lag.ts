import type { Plan } from "@/lib/schemas/plan";
import { withNamesOf } from "../people";
import { planToMarkdown } from "./write-plan";

/** What people did goes on without the plan becoming another. */
const withoutRecord = ({ record: _, ...plan }: Plan): Plan => plan;

/** How a file lags behind the project, line by line of the plan file. */
export interface Lag {
  /** lines the file has and the project's file would not */
  gone: string[];
  /** lines the project's file would have */
  added: string[];
  /** the same lines, in another order */
  reordered: boolean;
}

/** Lines of `from` that `other` does not have, each as often as it is missing. */
function missingIn(from: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return from.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0 && line.trim() !== "";
  });
}

/** What a file says against what the project says; null when they say the same, however the file is laid out. */
export function lagOf(file: Plan, project: Plan): Lag | null {
  const theirs = planToMarkdown(withoutRecord(withNamesOf(file, project)));
  const ours = planToMarkdown(withoutRecord(project));
  if (theirs === ours) return null;
  const [before, after] = [theirs.split("\n"), ours.split("\n")];
  const gone = missingIn(before, after);
  const added = missingIn(after, before);
  return { gone, added, reordered: gone.length === 0 && added.length === 0 };
}
