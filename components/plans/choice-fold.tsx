import type { ReactNode } from "react";

/** One kind of correction that is not about a single line, folded away until it is asked for. */
export function ChoiceFold({
  title,
  count,
  open,
  children,
}: {
  title: string;
  count: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="border-b border-line px-4.5 py-3 text-small">
      <summary className="font-medium">
        {title} <span className="font-normal text-ink-3">{count}</span>
      </summary>
      <div className="mt-2.5 grid gap-2.5">{children}</div>
    </details>
  );
}
