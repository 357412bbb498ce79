"use client";
import { useState } from "react";
import type { ActionResult } from "@/lib/domain/action-result";
import { type ConflictWords, changesFrom, conflictOf } from "./conflict";
import { useSubmit } from "./use-submit";

interface EditOptions<Values extends object> {
  /** what the form is filled with as it opens; null for a new thing */
  base: (object & { version: number }) | null;
  words: ConflictWords;
  add: (values: Values) => Promise<ActionResult<unknown>>;
  edit: (changes: Partial<Values>, version: number) => Promise<ActionResult<unknown>>;
  onDone: () => void;
}

/** Saves a form that makes or changes a thing, and keeps what was typed when somebody else was quicker. */
export function useEdit<Values extends object>(options: EditOptions<Values>) {
  const { words, add, edit, onDone } = options;
  // The page behind an open form follows what others do; what was typed stays based on what the form was filled with.
  const [base] = useState(options.base);
  const [typed, setTyped] = useState<Values | null>(null);
  const { submit, pending, refusal, errorsOf } = useSubmit(
    ({ values, version }: { values: Values; version: number }) =>
      base ? edit(changesFrom(base, values), version) : add(values),
    onDone,
  );
  return {
    save: (values: Values) => {
      setTyped(values);
      submit({ values, version: base?.version ?? 0 });
    },
    /** again, based on what stands there now */
    saveOver: (version: number) => typed && submit({ values: typed, version }),
    conflict: base && typed && conflictOf(refusal, changesFrom(base, typed), words),
    pending,
    refusal,
    errorsOf,
  };
}
