"use client";
import type { Refusal } from "@/lib/domain/errors";
import type { Conflict } from "./conflict";
import { ConflictChoice } from "./conflict-choice";
import { FormErrors } from "./form-errors";
import { requestRefresh } from "./signals";

interface EditErrorsProps {
  edit: {
    conflict: Conflict | null;
    pending: boolean;
    refusal: Refusal | null;
    saveOver: (version: number) => void;
  };
  /** fields that show their own message */
  shown: string[];
  /** closes the form, when the reader takes what somebody else wrote */
  onLeave: () => void;
}

/** Above the buttons of a form that edits: what was refused, or the choice when somebody else was quicker. */
export function EditErrors({ edit, shown, onLeave }: EditErrorsProps) {
  const { conflict, pending, refusal, saveOver } = edit;
  if (!conflict) return <FormErrors refusal={refusal} shown={shown} />;
  const takeTheirs = () => {
    requestRefresh();
    onLeave();
  };
  return (
    <ConflictChoice conflict={conflict} pending={pending} onKeepMine={saveOver} onTakeTheirs={takeTheirs} />
  );
}
