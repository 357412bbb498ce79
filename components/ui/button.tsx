import clsx from "clsx";
import type { ComponentProps } from "react";

type ButtonLook = { look?: "plain" | "primary" | "quiet" | "danger"; small?: boolean };

const buttonClass = ({ look = "plain", small }: ButtonLook, more?: string) =>
  clsx("btn", look !== "plain" && `btn-${look}`, small && "btn-small", more);

export function Button({
  look,
  small,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & ButtonLook) {
  return <button type={type} className={buttonClass({ look, small }, className)} {...rest} />;
}

/** A link that looks like a button. Plain anchors are soft: components/shell/router-bridge.tsx follows them. */
export function ButtonLink({ look, small, className, ...rest }: ComponentProps<"a"> & ButtonLook) {
  return <a className={buttonClass({ look, small }, className)} {...rest} />;
}
