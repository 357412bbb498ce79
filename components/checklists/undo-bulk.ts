import type { z } from "zod";
import { notify } from "@/components/ui/signals";
import { undoBy } from "@/components/ui/undo";
import type { bulkItemsAnswerSchema } from "@/lib/schemas/bulk-items";
import type { BulkEdits } from "./bulk-edits";

type Changed = z.output<typeof bulkItemsAnswerSchema>["changed"];

/** "1 item", "12 items" */
export const counted = (count: number): string => `${count} ${count === 1 ? "item" : "items"}`;

/** How many titles of what was left are named. */
const NAMED = 3;

function leftWords(left: { title: string | null }[]): string {
  const named = left.flatMap(({ title }) => (title === null ? [] : `“${title}”`)).slice(0, NAMED);
  const more = left.length - named.length;
  const names = [...named, ...(more > 0 ? [named.length > 0 ? `${more} more` : counted(more)] : [])];
  return `${names.join(", ")} changed since and ${left.length === 1 ? "stays" : "stay"} as ${left.length === 1 ? "it is" : "they are"}.`;
}

/** What the "Undo" of a change of many items does; undefined where nothing changed. */
export function undoBulk({ projectId, undo }: Pick<BulkEdits, "projectId" | "undo">, changed: Changed) {
  const items = changed.flatMap(({ id, undo: step }) => (step ? [{ id, ...step }] : []));
  if (items.length === 0) return undefined;
  return undoBy(async () => {
    const result = await undo({ projectId, items });
    if (result.ok && result.value.left.length > 0)
      notify({ text: leftWords(result.value.left), tone: "stop" });
    return result;
  });
}
