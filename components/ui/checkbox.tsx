import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

export function Checkbox({
  label,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { label: ReactNode }) {
  return (
    <label className={clsx("inline-flex cursor-pointer items-start gap-2.5", className)}>
      <input type="checkbox" className="tick mt-0.5" {...rest} />
      <span>{label}</span>
    </label>
  );
}
