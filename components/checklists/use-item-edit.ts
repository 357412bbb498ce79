"use client";
import { useState } from "react";
import { conflictOf } from "@/components/ui/conflict";
import { useSubmit } from "@/components/ui/use-submit";
import type { ItemRow, PersonView } from "@/lib/domain/views";
import { type FullItemValues, type ItemValues, itemConflictWords } from "./item-values";
import type { PlanEdits } from "./plan-edits";

interface ItemEdit {
  projectId: string;
  item: Pick<ItemRow, "id" | "version">;
  people: PersonView[];
  edits: Pick<PlanEdits, "editItem">;
  onDone: () => void;
}

/** Saves an item from either form; keeps what was typed when somebody else was quicker. */
export function useItemEdit<Values extends ItemValues | FullItemValues>({
  projectId,
  item,
  people,
  edits,
  onDone,
}: ItemEdit) {
  const [typed, setTyped] = useState<Values | null>(null);
  const { submit, pending, refusal, errorsOf } = useSubmit(
    ({ values, version }: { values: Values; version: number }) =>
      edits.editItem({ projectId, itemId: item.id, version, ...values }),
    onDone,
  );
  const save = (values: Values) => {
    setTyped(values);
    submit({ values, version: item.version });
  };
  return {
    save,
    saveOver: (version: number) => typed && submit({ values: typed, version }),
    conflict: typed && conflictOf(refusal, typed, itemConflictWords(people)),
    pending,
    refusal,
    errorsOf,
  };
}
