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

/** RFC 9457's short human title, the same for every problem of a code. */
const TITLE_OF: Record<ErrorCode, string> = {
  INVALID: "The request is not valid",
  SIGN_IN: "Sign in first",
  FORBIDDEN: "Not allowed",
  NOT_FOUND: "Not found",
  CONFLICT: "Somebody was faster",
  TOO_LARGE: "Too large",
  GATE_BLOCKED: "The gate is blocked",
  RULE: "A rule says no",
  INTERNAL: "Our fault",
  UNAVAILABLE: "Not available just now",
};

const answer = (
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  });

/** RFC 9457: the code is the stable part, `detail` is for people. */
export function problem(refusal: Refusal): Response {
  const { code, message, ...details } = refusal;
  const status = STATUS_OF[code];
  const headers: Record<string, string> = {};
  if (code === "UNAVAILABLE") headers["retry-after"] = "2";
  if (code === "SIGN_IN") headers["www-authenticate"] = "Bearer";
  // The rest of a body that was not read would be taken for the next request of the connection.
  if (code === "TOO_LARGE") headers.connection = "close";
  return answer(
    status,
    { type: "about:blank", title: TITLE_OF[code], status, code, detail: message, ...details },
    headers,
  );
}

/** 405: the address is right, the method is not. Only addresses have methods, so this code exists here alone. */
export function methodNotAllowed(method: string, allowed: readonly string[], requestId?: string): Response {
  const allow = allowed.join(", ");
  const body = {
    type: "about:blank",
    title: "Method not allowed",
    status: 405,
    code: "METHOD_NOT_ALLOWED",
    detail: `${method} is not possible here. Possible: ${allow || "nothing"}.`,
    requestId,
  };
  return answer(405, body, { allow });
}
