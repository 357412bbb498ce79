"use client";
import { useEdit } from "@/components/ui/use-edit";
import type { ItemRow } from "@/lib/domain/item-views";
import type { PersonView } from "@/lib/domain/project-views";
import { type FullItemValues, type ItemValues, itemConflictWords } from "./item-values";
import type { PlanEdits } from "./plan-edits";

interface ItemEdit {
  projectId: string;
  item: ItemRow;
  people: PersonView[];
  edits: Pick<PlanEdits, "editItem">;
  onDone: () => void;
}

/** Saves an item from its short or its long form. */
export function useItemEdit<Values extends ItemValues | FullItemValues>({
  projectId,
  item,
  people,
  edits,
  onDone,
}: ItemEdit) {
  const base = { ...item, assigneeIds: item.assignees.map(({ memberId }) => memberId).sort() };
  return useEdit<Values>({
    base,
    words: itemConflictWords(people),
    add: () => Promise.reject(new Error("An item's form only edits; a new item is one line.")),
    edit: (changes, version) => edits.editItem({ projectId, itemId: item.id, version, ...changes }),
    onDone,
  });
}
