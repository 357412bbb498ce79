import type { ErrorCode, Refusal } from "@/lib/domain/errors";

export const STATUS_OF: Record<ErrorCode, number> = {
  INVALID: 400,
  SIGN_IN: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  GATE_BLOCKED: 422,
  RULE: 422,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

/** RFC 9457: the code is the stable part, `detail` is for people. */
export function problem(refusal: Refusal): Response {
  const { code, message, ...details } = refusal;
  const status = STATUS_OF[code];
  const headers: Record<string, string> = { "content-type": "application/problem+json" };
  if (code === "UNAVAILABLE") headers["retry-after"] = "2";
  if (code === "SIGN_IN") headers["www-authenticate"] = "Bearer";
  return new Response(
    JSON.stringify({ type: "about:blank", title: code, status, code, detail: message, ...details }),
    {
      status,
      headers,
    },
  );
}
