import type { ReactNode } from "react";
import { Button } from "./button";

/** Stays in place while the work is done, says so, and takes no second press. */
export function SubmitButton({
  pending,
  look = "primary",
  disabled,
  children,
}: {
  pending: boolean;
  look?: "primary" | "danger" | "plain";
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <Button
      type="submit"
      look={look}
      disabled={disabled}
      aria-disabled={pending || undefined}
      aria-busy={pending}
    >
      {children}
      <span aria-live="polite" className="contents">
        {pending && <span className="font-normal">…</span>}
      </span>
    </Button>
  );
}
