"use client";
import { Message } from "@/components/shell/message";

// A client component, because Next sends it along with every page.
export default function Forbidden() {
  return (
    <Message title="Your role does not reach this">
      You may read this workspace, but this page asks for a stronger role. Somebody with the role Admin can
      change yours.
    </Message>
  );
}
