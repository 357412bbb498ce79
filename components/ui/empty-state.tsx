import type { ReactNode } from "react";

/** Nothing here yet: says what would be here and offers the way to it. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-1.5 px-6 py-12 text-center">
      <span
        aria-hidden="true"
        className="mb-3 size-5 rotate-45 rounded-[5px] border-2 border-dashed border-line-strong"
      />
      <p className="text-verdict font-semibold tracking-tight">{title}</p>
      {children && <div className="max-w-[46ch] text-ink-2">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
