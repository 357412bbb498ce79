"use client";
import { useEffect, useState } from "react";
import { applyItemState } from "@/components/checklists/checklist-store";
import { requestRefresh } from "@/components/ui/signals";
import type { ItemState } from "@/lib/domain/words";

interface Change {
  targetId: string;
  by: string;
  at: string;
  item: { state: ItemState; version: number } | null;
}

type Connection = "connecting" | "live" | "lost" | "over";

const WORDS: Record<Connection, string> = {
  connecting: "connecting",
  live: "live",
  lost: "reconnecting",
  over: "signed out",
};

/**
 * Keeps the page true while others work: a tick is shown at once, anything else asks the server for the page again. The
 * stream begins after the event the page was made from, and the browser resumes it from the last one it saw.
 *
 * @param after number of the newest event the page knows
 */
export function LiveUpdates({ slug, after }: { slug: string; after: number }) {
  const [connection, setConnection] = useState<Connection>("connecting");

  // Opened once for a project: later renders bring a newer `after`, but the stream is already past it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const source = new EventSource(`/api/v1/projects/${encodeURIComponent(slug)}/events?after=${after}`);
    source.addEventListener("open", () => setConnection("live"));
    source.addEventListener("error", () => setConnection("lost"));
    source.addEventListener("over", () => {
      source.close();
      setConnection("over");
      requestRefresh();
    });
    source.addEventListener("change", ({ data }) => {
      const { targetId, by, at, item }: Change = JSON.parse(data);
      if (item) applyItemState(targetId, item.state, by, at, item.version);
      requestRefresh();
    });
    return () => source.close();
  }, [slug]);

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
