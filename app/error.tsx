"use client";
import { Message } from "@/components/shell/message";
import { Button } from "@/components/ui/button";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Message title="Something went wrong" action={<Button onClick={reset}>Try again</Button>}>
      What you saved is safe. Try again in a moment; if it stays, show the person who runs this server the
      number
      {error.digest ? ` ${error.digest}` : " in its log"}.
    </Message>
  );
}
