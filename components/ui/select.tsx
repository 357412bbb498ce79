import clsx from "clsx";
import type { ComponentProps } from "react";

/** The native control: the best one on a phone, and it costs nothing. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select className={clsx("input", className)} {...rest} />;
}
