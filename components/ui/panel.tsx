import clsx from "clsx";
import type { ReactNode } from "react";

interface PanelProps {
  /** names the region for screen readers when there is no visible heading */
  label?: string;
  id?: string;
  className?: string;
  children: ReactNode;
}

export function Panel({ label, id, className, children }: PanelProps) {
  return (
    <section id={id} aria-label={label} className={clsx("panel", className)}>
      {children}
    </section>
  );
}

/** The line on top of a panel: what it is, how much of it, what can be done with it. */
export function PanelHeading({
  title,
  count,
  children,
}: {
  title: string;
  count?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-2.5 gap-y-1">
      <h2 className="text-small font-semibold">{title}</h2>
      {count !== undefined && <span className="num text-fine text-ink-3">{count}</span>}
      {children && <div className="ml-auto flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}
