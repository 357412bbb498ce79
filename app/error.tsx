"use client";
import { useEffect, useState } from "react";
import { Message } from "@/components/shell/message";
import { Button } from "@/components/ui/button";

const LOOK_MS = 2_000;

const isHealthy = () =>
  fetch("/api/health", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Takes the place of a page that could not be made. When the server or its database was away, it waits for them. */
export default function PageError({ error }: { error: Error & { digest?: string } }) {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    let wasAway = false;
    const look = async () => {
      const healthy = await isHealthy();
      // Only after an absence: a page that is broken by itself would be loaded for ever.
      if (healthy && wasAway) location.reload();
      if (healthy) return;
      wasAway = true;
      setAway(true);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <Message
      title={isAway ? "The server is away" : "Something went wrong"}
      action={<Button onClick={() => location.reload()}>Try again</Button>}
    >
      {isAway ? (
        "It, or its database, cannot be reached just now. What you saved is safe, and this page comes back by itself."
      ) : (
        <>
          What you saved is safe. Try again in a moment; if it stays, show the person who runs this server the
          number
          {error.digest ? ` ${error.digest}` : " in its log"}.
        </>
      )}
    </Message>
  );
}
