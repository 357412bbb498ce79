"use client";
import type { ActionOf } from "@/components/ui/action-of";
import type { addItemSchema } from "@/lib/schemas/items";
import { AddLine } from "./add-line";

interface AddSubItemProps {
  projectId: string;
  parentId: string;
  addItem: ActionOf<typeof addItemSchema>;
}

export function AddSubItem({ projectId, parentId, addItem }: AddSubItemProps) {
  return <AddLine label="Add a sub-item" add={(title) => addItem({ projectId, parentId, title })} />;
}
