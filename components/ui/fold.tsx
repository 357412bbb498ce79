"use client";
import { type ReactNode, useState } from "react";

interface FoldProps {
  summary: ReactNode;
  className?: string;
  summaryClassName?: string;
  /** drawn when it is first opened: most folds never are, and a page carries dozens of hidden lines otherwise */
  children: () => ReactNode;
}

/** What most readers skip, one click away. */
export function Fold({ summary, className, summaryClassName, children }: FoldProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details className={className} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary className={summaryClassName}>{summary}</summary>
      {opened && children()}
    </details>
  );
}
