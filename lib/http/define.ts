import "server-only";
import type { z } from "zod";
import { parseInput } from "@/lib/actions/parse-input";
import { SESSION_COOKIES } from "@/lib/auth/session-cookies";
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
import { problem } from "./problem";
import { refusalOf } from "./refusal";

export type Params = Record<string, string>;
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

const cookieOf = (request: Request, name: string): string | null => {
  for (const part of (request.headers.get("cookie") ?? "").split("; "))
    if (part.startsWith(`${name}=`)) return decodeURIComponent(part.slice(name.length + 1));
  return null;
};

/** The session cookie's secret, if the request carries one. */
export const sessionSecretOf = (request: Request): string | null =>
  SESSION_COOKIES.map((name) => cookieOf(request, name)).find(Boolean) ?? null;

/**
 * A cookie is sent by the browser whoever made the page that asks; so a write with a cookie must come from our own
 * pages. Browsers say so in Sec-Fetch-Site, which scripts cannot forge.
 */
function refuseForeignPage(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  if (request.headers.get("sec-fetch-site") === "same-origin") return;
  throw new AppError("FORBIDDEN", "A write with a session cookie must come from this site's own pages.");
}

/** Who calls: a bearer token before a session cookie. @throws AppError SIGN_IN when neither is valid */
export async function actorOf(request: Request): Promise<Actor> {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
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

/** Answers every refusal as application/problem+json and measures the request. */
export function route(name: string, body: Handler): Handler {
  return async (request, context) => {
    const requestId = request.headers.get("x-request-id") ?? crypto.randomUUID();
    const started = performance.now();
    const response = await body(request, context).catch((error) => problem(refusalOf(error, requestId)));
    response.headers.set("x-request-id", requestId);
    observeRequest(name, request.method, response.status, (performance.now() - started) / 1000);
    return response;
  };
}

/** A handler inside one project; `address` finds it from the path's parameters. */
export function projectRoute<P extends Permission>(
  name: string,
  permission: P,
  address: (params: Params) => ProjectAddress,
  body: (call: { access: ProjectAccess<P>; request: Request; params: Params }) => Promise<Response>,
): Handler {
  return route(name, async (request, context) => {
    const params = await context.params;
    const access = await openProject(await actorOf(request), address(params), permission);
    return body({ access, request, params });
  });
}

/** A handler on the caller's workspace. */
export function workspaceRoute<P extends Permission>(
  name: string,
  permission: P,
  body: (call: { access: WorkspaceAccess<P>; request: Request; params: Params }) => Promise<Response>,
): Handler {
  return route(name, async (request, context) => {
    const access = openWorkspace(await actorOf(request), permission);
    return body({ access, request, params: await context.params });
  });
}

/** A handler without a caller. A test lists every use, so that a new open door is seen in review. */
export const publicRoute = (name: string, body: (request: Request) => Promise<Response>): Handler =>
  route(name, (request) => body(request));

/** Largest JSON body accepted, in bytes. */
const JSON_MAX = 256 * 1024;

/** @throws AppError INVALID when the body is not JSON or does not fit; TOO_LARGE over 256 KB */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const text = await request.text();
  if (text.length > JSON_MAX) throw new AppError("TOO_LARGE", "The body is larger than 256 KB.");
  let value: unknown;
  try {
    value = text === "" ? {} : JSON.parse(text);
  } catch {
    throw new AppError("INVALID", "The body is not JSON.");
  }
  return parseInput(schema, value);
}
