import clsx from "clsx";
import type { ReactNode } from "react";

/** go, warn and stop are kept for verdicts; brand is the present phase. */
export type Tone = "plain" | "brand" | "go" | "warn" | "stop";

export function Chip({
  tone = "plain",
  href,
  title,
  children,
}: {
  tone?: Tone;
  href?: string;
  title?: string;
  children: ReactNode;
}) {
  const className = clsx("chip", tone !== "plain" && `chip-${tone}`);
  if (href)
    return (
      <a href={href} className={className} title={title}>
        {children}
      </a>
    );
  return (
    <span className={className} title={title}>
      {children}
    </span>
  );
}
