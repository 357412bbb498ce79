import "server-only";
import { sessionCookieName } from "@/lib/auth/session-cookies";
import {
  openProject,
  openWorkspace,
  type ProjectAccess,
  type ProjectAddress,
  type WorkspaceAccess,
} from "@/lib/data/access";
import { type Actor, findSessionActorUnscoped, findTokenActorUnscoped } from "@/lib/data/actor";
import { AppError } from "@/lib/domain/errors";
import type { Permission } from "@/lib/domain/permissions";
import { observeRequest } from "@/lib/ops/metrics";
import { requestId as currentRequestId, withRequestId } from "@/lib/ops/request-id";
import { once } from "./idempotency";
import { problem } from "./problem";
import { refusalOf } from "./refusal";
import { requestIdOf } from "./request-id";
import { DATA_HEADERS } from "./security-headers";

export type Params = Record<string, string>;
export type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** The session cookie's secret, if the request carries one. It is made of characters that no cookie encodes. */
export function sessionSecretOf(request: Request): string | null {
  const begin = `${sessionCookieName()}=`;
  const parts = (request.headers.get("cookie") ?? "").split("; ");
  return parts.find((part) => part.startsWith(begin))?.slice(begin.length) || null;
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * A cookie is sent by the browser whoever made the page that asks; so a write with a cookie must come from our own
 * pages. Browsers say so in headers that scripts cannot forge: Sec-Fetch-Site, and Origin where a server is reached by
 * plain http under a name of its own, for there they leave Sec-Fetch-Site out.
 */
export function refuseForeignPage(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers.get("sec-fetch-site");
  if (site === "same-origin") return;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  const origin = request.headers.get("origin");
  if (site === null && origin !== null && host !== null && hostOf(origin) === host) return;
  throw new AppError("FORBIDDEN", "A write with a session cookie must come from this site's own pages.");
}

/** The bearer token, if the request carries one. */
export const bearerOf = (request: Request): string | null =>
  /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;

/** Who calls: a bearer token before a session cookie. @throws AppError SIGN_IN when neither is valid */
export async function actorOf(request: Request): Promise<Actor> {
  const bearer = bearerOf(request);
  if (bearer) {
    const actor = await findTokenActorUnscoped(bearer);
    if (actor) return actor;
    throw new AppError("SIGN_IN", "This token is unknown, revoked or expired.");
  }
  const secret = sessionSecretOf(request);
  const actor = secret ? await findSessionActorUnscoped(secret) : null;
  if (!actor) throw new AppError("SIGN_IN", "Send `Authorization: Bearer <token>`, or sign in.");
  refuseForeignPage(request);
  return actor;
}

/**
 * Answers every refusal as application/problem+json, sets the headers of data and measures the request. A handler that
 * hands the request on to another one is answered, named and measured once, by the outer.
 */
export function route(name: string, body: Handler): Handler {
  return async (request, context) => {
    if (currentRequestId()) return body(request, context);
    const requestId = requestIdOf(request.headers.get("x-request-id"));
    const started = performance.now();
    const response = await withRequestId(requestId, () => body(request, context)).catch((error) =>
      problem(refusalOf(error, requestId)),
    );
    for (const [header, value] of DATA_HEADERS)
      if (!response.headers.has(header)) response.headers.set(header, value);
    response.headers.set("x-request-id", requestId);
    observeRequest(name, request.method, response.status, (performance.now() - started) / 1000);
    return response;
  };
}

/** A handler inside one project; `address` finds it from the path's parameters. Honours Idempotency-Key. */
export function projectRoute<P extends Permission>(
  name: string,
  permission: P,
  address: (params: Params) => ProjectAddress,
  body: (call: { access: ProjectAccess<P>; request: Request; params: Params }) => Promise<Response>,
): Handler {
  return route(name, async (request, context) => {
    const params = await context.params;
    const actor = await actorOf(request);
    const access = await openProject(actor, address(params), permission);
    return once(actor, request, (request) => body({ access, request, params }));
  });
}

/** A handler on the caller's workspace. Honours Idempotency-Key. */
export function workspaceRoute<P extends Permission>(
  name: string,
  permission: P,
  body: (call: { access: WorkspaceAccess<P>; request: Request; params: Params }) => Promise<Response>,
): Handler {
  return route(name, async (request, context) => {
    const actor = await actorOf(request);
    const access = openWorkspace(actor, permission);
    const params = await context.params;
    return once(actor, request, (request) => body({ access, request, params }));
  });
}

/** A handler without a caller. A test lists every use, so that a new open door is seen in review. */
export const publicRoute = (name: string, body: (request: Request) => Promise<Response>): Handler =>
  route(name, (request) => body(request));
