import { Message } from "./message";

/** What a page says that asks for a stronger role. */
export function RoleTooWeak({ inShell }: { inShell?: boolean }) {
  return (
    <Message title="Your role does not reach this" inShell={inShell}>
      You may read this workspace, but this page asks for a stronger role. Somebody with the role Admin can
      change yours.
    </Message>
  );
}
