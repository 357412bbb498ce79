"use client";
import { Message } from "@/components/shell/message";

// A client component, because Next sends it along with every page.
export default function NotFound() {
  return (
    <Message title="Not found">
      This page is not here. It may have been removed, or you may not be a member of what it belongs to.
    </Message>
  );
}
