"use client";
import { Message } from "./message";

/** What a page says that asks for a stronger role. A client component, as `NothingHere`. */
export function RoleTooWeak() {
  return (
    <Message title="Your role does not reach this">
      You may read this workspace, but this page asks for a stronger role. Somebody with the role Admin can
      change yours.
    </Message>
  );
}
