import { createHash } from "node:crypto";

/** `"<version>"`: what If-Match on an update is compared with. */
export const versionTag = (version: number): string => `"${version}"`;

/** A JSON answer to a write. */
export const answerJson = (value: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });

const names = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch === "*" ||
  ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag.replace(/^W\//, ""));

const hashTag = (body: string | Uint8Array): string =>
  `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

/** Kept by the reader alone, and asked again each time: who may read can change at any moment. */
const asked = (etag: string) => ({
  etag,
  "cache-control": "private, no-cache",
  vary: "authorization, cookie",
});

const isKnown = (request: Request, etag: string): boolean => {
  const known = request.headers.get("if-none-match");
  return known !== null && names(known, etag);
};

/**
 * A JSON answer to a read, with its ETag: the thing's version where it has one, else a hash of the answer, because a
 * score or a freshness moves without anybody writing. A reader who has it already gets 304 and no body.
 */
export function answerRead(request: Request, value: unknown, version?: number): Response {
  const body = JSON.stringify(value);
  const etag = version === undefined ? hashTag(body) : versionTag(version);
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers: asked(etag) });
  return answerJson(value, 200, asked(etag));
}

/** The same for what is kept as a file; `headers` say its type and name. */
export function answerFile(
  request: Request,
  content: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Response {
  const etag = hashTag(content);
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers: asked(etag) });
  return new Response(content, {
    headers: { ...headers, "content-security-policy": "sandbox; default-src 'none'", ...asked(etag) },
  });
}
