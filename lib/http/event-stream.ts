import "server-only";
import type { LiveEvent } from "@/lib/data/live";
import { AppError } from "@/lib/domain/errors";
import { countRealtimeConnection } from "@/lib/ops/metrics";

/** Also keeps proxies from closing an idle connection. */
const HEARTBEAT_MS = 15_000;

interface Source {
  watch: (deliver: (events: LiveEvent[]) => void) => Promise<() => void>;
  /** rejects with an AppError once the caller may not listen any more */
  isStillAllowed: () => Promise<void>;
}

/**
 * A response of server-sent events (WHATWG HTML, "Server-sent events"). The browser reconnects by itself and sends the
 * last id it saw. Framing is four lines, so no library stands here (docs/decisions/0005-live.md).
 */
export function eventStream(request: Request, source: Source): Response {
  const encoder = new TextEncoder();
  let stop: () => void = () => undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let isOpen = true;
      const send = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text));
      };
      const close = () => {
        if (!isOpen) return;
        isOpen = false;
        stop();
        clearInterval(heartbeat);
        controller.close();
      };
      stop = () => undefined;
      request.signal.addEventListener("abort", close, { once: true });
      send("retry: 1000\n\n");
      const unwatch = await source
        .watch((events) => {
          for (const event of events)
            send(`id: ${event.seq}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`);
        })
        .catch(() => null);
      // Closed, so that the browser comes back when the database does.
      if (!unwatch) return close();
      if (!isOpen) return unwatch();
      const uncount = countRealtimeConnection();
      stop = () => {
        unwatch();
        uncount();
      };
      heartbeat = setInterval(() => {
        send(": still here\n\n");
        source.isStillAllowed().catch((error) => {
          if (!(error instanceof AppError)) return;
          send("event: over\ndata: {}\n\n");
          close();
        });
      }, HEARTBEAT_MS);
    },
    cancel() {
      stop();
      clearInterval(heartbeat);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      connection: "keep-alive",
      "x-accel-buffering": "no",
    },
  });
}
