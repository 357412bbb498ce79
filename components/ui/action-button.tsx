"use client";
import type { ReactNode } from "react";
import type { ActionResult } from "@/lib/domain/action-result";
import { Button } from "./button";
import { notify } from "./signals";
import { useSubmit } from "./use-submit";

interface ActionButtonProps<Input> {
  /** a server action, and what it is to do: pages hand both down, because a closure cannot cross to the browser */
  action: (input: Input) => Promise<ActionResult<unknown>>;
  input: Input;
  /** read aloud where the words on the button alone say too little */
  label?: string;
  look?: "plain" | "quiet" | "danger";
  small?: boolean;
  children: ReactNode;
}

/** A button for what is done at once and can be undone; a refusal is told as a short message. */
export function ActionButton<Input>({
  action,
  input,
  label,
  look,
  small,
  children,
}: ActionButtonProps<Input>) {
  const { submit, pending } = useSubmit(async (what: Input) => {
    const result = await action(what);
    if (!result.ok) notify({ text: result.error.message, tone: "stop" });
    return result;
  });
  return (
    <Button
      look={look}
      small={small}
      aria-label={label}
      aria-disabled={pending || undefined}
      onClick={() => submit(input)}
    >
      {children}
    </Button>
  );
}
