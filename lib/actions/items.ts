"use server";
import { changeItems } from "@/lib/data/bulk-items";
import { undoItems } from "@/lib/data/bulk-undo";
import { addItem, editItem } from "@/lib/data/item-plan-edits";
import { archiveItem, moveItem, restoreItem } from "@/lib/data/item-plan-moves";
import { bulkItemsSchema, undoItemsSchema } from "@/lib/schemas/bulk-items";
import { addItemSchema, editItemSchema, itemOnlySchema, moveItemSchema } from "@/lib/schemas/items";
import { projectAction } from "./define";

export const addItemAction = projectAction("plan:edit", addItemSchema, addItem);
export const editItemAction = projectAction("plan:edit", editItemSchema, editItem);
export const moveItemAction = projectAction("plan:edit", moveItemSchema, moveItem);
export const archiveItemAction = projectAction("plan:edit", itemOnlySchema, (access, { itemId }) =>
  archiveItem(access, itemId),
);
export const restoreItemAction = projectAction("plan:edit", itemOnlySchema, (access, { itemId }) =>
  restoreItem(access, itemId),
);
export const changeItemsAction = projectAction("plan:edit", bulkItemsSchema, changeItems);
export const undoItemsAction = projectAction("plan:edit", undoItemsSchema, undoItems);
