import { Message } from "@/components/shell/message";

export default function NotFound() {
  return (
    <Message title="Not found">
      This page is not here. It may have been removed, or you may not be a member of what it belongs to.
    </Message>
  );
}
