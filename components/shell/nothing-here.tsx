"use client";
import { Message } from "./message";

/**
 * What an address says that leads nowhere, or to what the reader may not know of. A client component, because Next sends
 * it along with every page, for each layout once.
 */
export function NothingHere() {
  return (
    <Message title="Not found">
      This page is not here. It may have been removed, or you may not be a member of what it belongs to.
    </Message>
  );
}
