import type { ReactNode } from "react";
import { Button } from "./button";

/** Stays in place while the work is done, says so, and takes no second press. */
export function SubmitButton({
  pending,
  look = "primary",
  disabled,
  refusedBy,
  children,
}: {
  pending: boolean;
  look?: "primary" | "danger" | "plain";
  disabled?: boolean;
  /** id of the words that say why it cannot be pressed; the button stays reachable, so that they are read with it */
  refusedBy?: string;
  children: ReactNode;
}) {
  return (
    <Button
      type="submit"
      look={look}
      disabled={disabled}
      aria-disabled={pending || refusedBy !== undefined || undefined}
      aria-describedby={refusedBy}
      aria-busy={pending}
    >
      {children}
      <span aria-live="polite" className="contents">
        {pending && <span className="font-normal">…</span>}
      </span>
    </Button>
  );
}
