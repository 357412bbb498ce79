"use client";
import { useEffect, useState } from "react";
import { applyItemState } from "@/components/checklists/checklist-store";
import { notify, requestRefresh } from "@/components/ui/signals";
import { hasUnsentText } from "@/components/ui/typed-fields";
import type { ItemState } from "@/lib/domain/words";

interface Change {
  targetId?: string;
  by?: string;
  at?: string;
  item?: { state: ItemState; version: number } | null;
}

type Connection = "connecting" | "live" | "lost" | "over";

const WORDS: Record<Connection, string> = {
  connecting: "connecting",
  live: "live",
  lost: "reconnecting",
  over: "signed out",
};

const SIGNED_OUT = "You are signed out. What you typed is still here: sign in in another tab, then send it.";

/** Browsers do not reopen a stream that was answered with an error, only one that broke off. */
const REOPEN_MS = 3_000;

/**
 * Keeps the page true while others work: a tick is shown at once, anything else asks the server for the page again. The
 * stream begins after the event the page was made from, and the browser resumes it from the last one it saw.
 *
 * @param address of the stream
 */
function useStream(address: string): Connection {
  const [connection, setConnection] = useState<Connection>("connecting");

  useEffect(() => {
    let source: EventSource;
    let reopening: ReturnType<typeof setTimeout> | undefined;
    const open = (isAgain: boolean) => {
      source = new EventSource(address);
      source.addEventListener("open", () => {
        setConnection("live");
        if (isAgain) requestRefresh();
      });
      source.addEventListener("error", () => {
        setConnection((now) => (now === "over" ? now : "lost"));
        if (source.readyState === EventSource.CLOSED) reopening = setTimeout(() => open(true), REOPEN_MS);
      });
      source.addEventListener("over", () => {
        source.close();
        setConnection("over");
        // The page would be asked for again, answered with the sign-in page, and what was typed would be gone.
        if (!hasUnsentText()) return requestRefresh();
        notify({ text: SIGNED_OUT, tone: "stop" });
        reopening = setTimeout(() => open(true), REOPEN_MS);
      });
      source.addEventListener("change", ({ data }) => {
        const { targetId, by, at, item }: Change = JSON.parse(data);
        if (item && targetId) applyItemState(targetId, item.state, by ?? null, at ?? "", item.version);
        requestRefresh();
      });
    };
    open(false);
    return () => {
      clearTimeout(reopening);
      source.close();
    };
  }, [address]);

  return connection;
}

function LiveMark({ connection }: { connection: Connection }) {
  return (
    <span className="chip" role="status" data-connection={connection}>
      <i
        aria-hidden="true"
        className={`inline-block size-1.5 rounded-full ${connection === "live" ? "bg-go" : "bg-idle"}`}
      />
      {WORDS[connection]}
    </span>
  );
}

/** @param after number of the newest event the page knows; later renders bring newer ones, the stream is past them */
export function LiveUpdates({ slug, after }: { slug: string; after: number }) {
  const [first] = useState(after);
  return (
    <LiveMark connection={useStream(`/api/v1/projects/${encodeURIComponent(slug)}/events?after=${first}`)} />
  );
}

/** The same for pages that show many projects. */
export function LiveWorkspace() {
  return <LiveMark connection={useStream("/api/v1/events")} />;
}
