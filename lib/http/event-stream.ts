import "server-only";
import { AppError } from "@/lib/domain/errors";
import { countRealtimeConnection } from "@/lib/ops/metrics";

/** Also keeps proxies from closing an idle connection. */
const HEARTBEAT_MS = 15_000;
/** Messages that may wait for a slow reader; with more it is closed, comes back, and goes on after the last it got. */
const WAITING_MAX = 1_000;

interface Message {
  /** the browser sends it back as Last-Event-ID when it reconnects */
  id?: number;
  data: unknown;
}

interface Source {
  watch: (tell: (message: Message) => void) => Promise<() => void>;
  /** rejects with an AppError once the caller may not listen any more */
  isStillAllowed: () => Promise<void>;
  /** calls when that may have changed, until the returned function is called; it is also asked now and then */
  doubt: (ask: () => void) => () => void;
}

/**
 * A response of server-sent events (WHATWG HTML, "Server-sent events"). The browser reconnects by itself and sends the
 * last id it saw. Framing is four lines, so no library stands here (docs/decisions/0005-live.md).
 */
export function eventStream(request: Request, source: Source): Response {
  const encoder = new TextEncoder();
  let isOpen = true;
  let unwatch: () => void = () => undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  /** Lets go of everything once, whichever end closed first. @returns whether it was open */
  const letGo = (): boolean => {
    const wasOpen = isOpen;
    isOpen = false;
    clearInterval(heartbeat);
    unwatch();
    unwatch = () => undefined;
    return wasOpen;
  };
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const close = () => {
        if (letGo()) controller.close();
      };
      const send = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) < -WAITING_MAX) close();
      };
      const ask = () => {
        source.isStillAllowed().catch((error) => {
          if (!(error instanceof AppError)) return;
          send("event: over\ndata: {}\n\n");
          close();
        });
      };
      request.signal.addEventListener("abort", close, { once: true });
      send("retry: 1000\n\n");
      const watching = await source
        .watch(({ id, data }) =>
          send(`${id === undefined ? "" : `id: ${id}\n`}event: change\ndata: ${JSON.stringify(data)}\n\n`),
        )
        .catch(() => null);
      // Closed, so that the browser comes back when the database does.
      if (!watching) return close();
      const uncount = countRealtimeConnection();
      const trust = source.doubt(ask);
      unwatch = () => {
        watching();
        trust();
        uncount();
      };
      if (!isOpen) return void letGo();
      heartbeat = setInterval(() => {
        send(": still here\n\n");
        ask();
      }, HEARTBEAT_MS);
    },
    cancel() {
      letGo();
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
