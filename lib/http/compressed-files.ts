import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

/** Answers a request, or lets the next one do it. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Where a build's own files have their addresses; a name in there holds a hash of what it names. */
const BUILT = "/_next/static/";
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Answers with the files that scripts/compress.mjs made smaller beforehand, Brotli before gzip, as the browser takes it
 * (docs/decisions/0020-compressed-beforehand.md). Whatever is not among them, and a browser that takes neither, is left
 * to the next one.
 *
 * @param folder laid out as their addresses are; where there is none, everything is left
 */
export function compressedFiles(folder: string): Middleware {
  if (!existsSync(folder)) return (_request, _response, next) => next();
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    extensions: [],
    maxAge: YEAR_SECONDS,
    immutable: true,
  });
  return (request, response, next) => {
    if (request.method !== "GET" || !request.url?.startsWith(BUILT)) return next();
    // A build made while the server runs takes files away, and sirv would let that end the process.
    response.once("pipe", (file) => file.once("error", () => response.destroy()));
    files(request, response, next);
  };
}
