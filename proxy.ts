import { type NextRequest, NextResponse } from "next/server";
import { requestIdOf } from "@/lib/http/request-id";
import { PAGE_HEADERS, pagePolicy } from "@/lib/http/security-headers";

const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Runs before every page, so it only sets headers. It decides nothing about who may see what: pages and actions do
 * (lib/data/access.ts). Routes under /api set their own headers (lib/http/define.ts), because passing through here
 * would cost each of their answers more than the work they do.
 */
export function proxy(request: NextRequest): NextResponse {
  const requestId = requestIdOf(request.headers.get("x-request-id"));
  const policy = pagePolicy(crypto.randomUUID(), isDevelopment);
  const { pathname, search } = request.nextUrl;

  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  headers.set("x-phasegate-path", pathname + search);
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("x-request-id", requestId);
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of PAGE_HEADERS) response.headers.set(name, value);
  return response;
}

export const config = {
  // Not the API, not Next's own files, not the icon. Whatever else is no page shows the one that says so.
  matcher: ["/((?!api/(?:v1|auth|health|metrics)(?:/|$)|_next/|icon\\.svg$).*)"],
};
