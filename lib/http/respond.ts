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

/**
 * A JSON answer to a read, with its ETag: the thing's version where it has one, else a hash of the answer, because a
 * score or a freshness moves without anybody writing. A reader who has it already gets 304 and no body.
 */
export function answerRead(request: Request, value: unknown, version?: number): Response {
  const body = JSON.stringify(value);
  const etag =
    version === undefined
      ? `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`
      : versionTag(version);
  // Kept by the reader alone, and asked again each time: who may read can change at any moment.
  const headers = { etag, "cache-control": "private, no-cache", vary: "authorization, cookie" };
  const known = request.headers.get("if-none-match");
  if (known && names(known, etag)) return new Response(null, { status: 304, headers });
  return answerJson(value, 200, headers);
}
