"use client";
import { signOut } from "next-auth/react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { goOn } from "./sign-in-with";

/**
 * Ends this session. It begins by itself when the person came here by our own menu; behind a link from elsewhere it
 * waits for the button, so that nobody is signed out by a picture in a mail.
 */
export function SignOut({ atOnce }: { atOnce: boolean }) {
  const [failed, setFailed] = useState(false);
  const end = () => {
    setFailed(false);
    signOut({ redirect: false }).then(
      () => goOn("/sign-in"),
      () => setFailed(true),
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    if (atOnce) end();
  }, []);
  if (atOnce && !failed) return <p role="status">Signing out…</p>;
  return (
    <div className="grid gap-3">
      {failed && (
        <p role="alert" className="text-stop">
          The server could not be reached, so you are still signed in.
        </p>
      )}
      <Button look="primary" onClick={end}>
        Sign out
      </Button>
    </div>
  );
}
