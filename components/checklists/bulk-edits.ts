import type { z } from "zod";
import type { ActionOf } from "@/components/ui/action-of";
import type {
  bulkItemsAnswerSchema,
  bulkItemsBodySchema,
  bulkItemsSchema,
  undoItemsAnswerSchema,
  undoItemsSchema,
} from "@/lib/schemas/bulk-items";
import type { MoveTarget } from "./plan-edits";

/** What is wished of many items at once. */
export type BulkWish = Omit<z.input<typeof bulkItemsBodySchema>, "itemIds">;

/** Selecting is on, and the reader may: what many items can be changed by, and to. */
export interface BulkEdits {
  projectId: string;
  change: ActionOf<typeof bulkItemsSchema, z.output<typeof bulkItemsAnswerSchema>>;
  undo: ActionOf<typeof undoItemsSchema, z.output<typeof undoItemsAnswerSchema>>;
  /** the workspace's areas */
  areas: string[];
  targets: MoveTarget[];
}
