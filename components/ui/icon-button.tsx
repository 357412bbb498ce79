import clsx from "clsx";
import type { ComponentProps } from "react";
import { Icon, type IconName } from "./icon";

export function IconButton({
  icon,
  label,
  className,
  type = "button",
  ...rest
}: Omit<ComponentProps<"button">, "children"> & { icon: IconName; label: string }) {
  return (
    <button type={type} aria-label={label} title={label} className={clsx("icon-btn", className)} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
