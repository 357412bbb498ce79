import "server-only";
import { requestId } from "@/lib/ops/request-id";
import { type Handler, route } from "./define";
import { methodNotAllowed } from "./problem";

/** The methods Next hands to a route; any other is refused by Next itself. */
export const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
export type Method = (typeof METHODS)[number];

/** Answers as the handler does, without the body. */
const headOf =
  (handler: Handler): Handler =>
  async (request, context) => {
    const { status, headers, body } = await handler(request, context);
    // A stream of events would otherwise go on being watched for nobody.
    await body?.cancel();
    return new Response(null, { status, headers });
  };

/**
 * Every method of one address, for `export const { GET, … } = resource("…", { GET })`. HEAD follows GET, OPTIONS tells
 * what is possible, and the rest is refused as a problem with `Allow`, where Next would send an empty page.
 */
export function resource(
  name: string,
  handlers: Partial<Record<Exclude<Method, "HEAD" | "OPTIONS">, Handler>>,
): Record<Method, Handler> {
  const given = new Set([...Object.keys(handlers), ...(handlers.GET ? ["HEAD"] : []), "OPTIONS"]);
  const allowed = METHODS.filter((method) => given.has(method));
  const refuse = route(name, async (request) => methodNotAllowed(request.method, allowed, requestId()));
  const options = route(
    name,
    async () => new Response(null, { status: 204, headers: { allow: allowed.join(", ") } }),
  );
  return {
    GET: handlers.GET ?? refuse,
    HEAD: handlers.GET ? headOf(handlers.GET) : refuse,
    POST: handlers.POST ?? refuse,
    PUT: handlers.PUT ?? refuse,
    PATCH: handlers.PATCH ?? refuse,
    DELETE: handlers.DELETE ?? refuse,
    OPTIONS: options,
  };
}
