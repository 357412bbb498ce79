import clsx from "clsx";
import type { ReactNode } from "react";

interface ColumnsProps {
  /** beside the work on a wide screen */
  aside: ReactNode;
  /** what the side column is, for screen readers */
  label: string;
  /** on a phone the side column comes before the work */
  asideFirst?: boolean;
  children: ReactNode;
}

/** The work, and beside it what it means. */
export function Columns({ aside, label, asideFirst, children }: ColumnsProps) {
  return (
    <div className={clsx("columns", asideFirst && "columns-aside-first")}>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">{children}</div>
      <aside aria-label={label}>{aside}</aside>
    </div>
  );
}
