import { Message } from "./message";

/** What an address says that leads nowhere, or to what the reader may not know of. */
export function NothingHere({ inShell }: { inShell?: boolean }) {
  return (
    <Message title="Not found" inShell={inShell}>
      This page is not here. It may have been removed, or you may not be a member of what it belongs to.
    </Message>
  );
}
