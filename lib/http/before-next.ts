import { subscribe } from "node:diagnostics_channel";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Middleware } from "./compressed-files";
import type { Handler } from "./define";

/** A route's handler that is called without Next in between. */
interface Shortcut {
  method: string;
  /** the whole address; its named groups are the handler's parameters */
  address: RegExp;
  handler: Handler;
}

/** Longest body that is read here, in bytes; a longer one, or one of unsaid length, is left to Next. */
const LONGEST_BODY = 1_000;

/** Handlers read path and query of an address, never its host. */
const ORIGIN = "http://localhost";

async function answer(shortcut: Shortcut, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = "/" } = message;
  const params = { ...shortcut.address.exec(url)?.groups };
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers))
    if (typeof value === "string") headers.set(name, value);
  const request = new Request(`${ORIGIN}${url}`, { method, headers, body: await buffer(message) });
  const answered = await shortcut.handler(request, { params: Promise.resolve(params) });
  response.statusCode = answered.status;
  response.setHeaders(answered.headers);
  response.end(await answered.text());
}

function shortcutFor(shortcuts: readonly Shortcut[], { method, url = "/", headers }: IncomingMessage) {
  if (!(Number(headers["content-length"] ?? Number.NaN) <= LONGEST_BODY)) return;
  return shortcuts.find((shortcut) => shortcut.method === method && shortcut.address.test(url));
}

function goFirst(server: Server, shortcuts: readonly Shortcut[], files: Middleware): void {
  const others = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (message: IncomingMessage, response: ServerResponse) => {
    const shortcut = shortcutFor(shortcuts, message);
    // A handler answers its own errors; what is left is a caller who went away.
    if (shortcut) answer(shortcut, message, response).catch(() => response.destroy());
    else
      files(message, response, () => {
        for (const listener of others) listener.call(server, message, response);
      });
  });
}

/**
 * From now on these requests are answered by the handlers that Next would call, without Next
 * (docs/decisions/0016-before-next.md), and `files` is asked before Next. Node tells of a server with its first request,
 * before anybody handles it.
 */
export function answerBeforeNext(shortcuts: readonly Shortcut[], files: Middleware): void {
  const known = new WeakSet<Server>();
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || !message || !("server" in message)) return;
    const { server } = message;
    if (!(server instanceof Server) || known.has(server)) return;
    known.add(server);
    goFirst(server, shortcuts, files);
  });
}
