import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";
import { requestIdOf } from "./request-id";
import { PAGE_HEADERS, pagePolicy } from "./security-headers";

// The API sets its own headers (lib/http/define.ts); Next's own files and the icon need none.
const NO_PAGE = /^\/(?:api\/(?:v1|auth|health|metrics)(?:[/?]|$)|_next\/|icon\.svg(?:\?|$))/;

/** @param address path and query as asked for @returns whether a page answers there, be it the one that says there is none */
export const isPageAddress = (address: string): boolean => !NO_PAGE.test(address);

const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Names the request, and says on request and answer what the page may load and run: Next reads the nonce for its own
 * scripts from the policy on the request. It decides nothing about who may see what (lib/data/access.ts does).
 */
export function setPageHeaders(request: IncomingMessage, response: ServerResponse): void {
  const { headers, url = "/" } = request;
  if (!isPageAddress(url)) return;
  const requestId = requestIdOf(request.headersDistinct["x-request-id"]?.[0] ?? null);
  const policy = pagePolicy(crypto.randomUUID(), isDevelopment);
  headers["x-request-id"] = requestId;
  headers["x-phasegate-path"] = url;
  headers["content-security-policy"] = policy;
  response.setHeader("x-request-id", requestId);
  response.setHeader("content-security-policy", policy);
  for (const [name, value] of PAGE_HEADERS) response.setHeader(name, value);
  // Next sends the headers by themselves just before the first part of a page: a call to the socket that waking the
  // reader makes dear. With nothing sent here, they go with that part.
  response.flushHeaders = () => undefined;
}

/**
 * From now on every request of this process passes `setPageHeaders` before Next sees it. Next's own place for this, a
 * proxy file, costs each page 0.6 ms, more than our look at the session (docs/decisions/0007-page-headers.md).
 */
export function watchRequests(): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || !message || !("request" in message) || !("response" in message))
      return;
    const { request, response } = message;
    if (request instanceof IncomingMessage && response instanceof ServerResponse)
      setPageHeaders(request, response);
  });
}
