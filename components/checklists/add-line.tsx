"use client";
import { useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/domain/action-result";

/** One line to add one thing; Enter adds it and leaves the cursor for the next. */
export function AddLine({
  label,
  add,
}: {
  label: string;
  add: (title: string) => Promise<ActionResult<unknown>>;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { submit, pending, refusal } = useSubmit(add, () => {
    if (input.current) input.current.value = "";
    input.current?.focus();
  });
  return (
    <form
      className="grid gap-2"
      onSubmit={onFormSubmit((form) => {
        if (form.text("title")) submit(form.text("title"));
      })}
    >
      <div className="flex gap-2">
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <input
          ref={input}
          id={id}
          name="title"
          className="input input-quiet"
          placeholder={label}
          autoComplete="off"
        />
        <Button type="submit" aria-disabled={pending || undefined}>
          Add
        </Button>
      </div>
      <FormErrors refusal={refusal} />
    </form>
  );
}
