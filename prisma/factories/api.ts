import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { openWorkspace } from "@/lib/data/access";
import type { Actor } from "@/lib/data/actor";
import { createToken } from "@/lib/data/tokens";
import type { Role } from "@/lib/domain/words";
import type { Handler, Params } from "@/lib/http/define";

const ROOT = "app/api/v1";

/** A token of a person, as strong as they are unless said otherwise. */
export async function makeToken(
  actor: Actor,
  { role = actor.role, projectId = null }: { role?: Role; projectId?: string | null } = {},
): Promise<string> {
  const access = openWorkspace(actor, "token:own");
  const { token } = await createToken(access, { name: "Test", role, projectId, days: 1 });
  return token;
}

/** The folder Next would choose for a path: a fixed name before a parameter, the catch-all when nothing fits. */
function folderOf(path: string): { folder: string; params: Params } {
  let folder = ROOT;
  const params: Params = {};
  for (const part of path.split("/").filter(Boolean)) {
    const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? entry.name : [],
    );
    const name = names.includes(part) ? part : names.find((each) => /^\[\w+\]$/.test(each));
    if (!name) return { folder: join(ROOT, "[[...path]]"), params: {} };
    if (name !== part) params[name.slice(1, -1)] = decodeURIComponent(part);
    folder = join(folder, name);
  }
  return readdirSync(folder).includes("route.ts")
    ? { folder, params }
    : { folder: join(ROOT, "[[...path]]"), params: {} };
}

export interface Call {
  body?: BodyInit | object | null;
  headers?: Record<string, string>;
}

/**
 * Calls the route handler of an address below /api/v1 as Next would, with a bearer token or as nobody.
 * @param body an object travels as JSON, anything else as it is
 */
export async function callApi(
  token: string | null,
  method: string,
  address: string,
  { body = null, headers = {} }: Call = {},
): Promise<Response> {
  const url = new URL(`http://phasegate.test/api/v1${address}`);
  const { folder, params } = folderOf(url.pathname.replace("/api/v1", ""));
  const routes: Record<string, Handler> = await import(/* @vite-ignore */ resolve(folder, "route.ts"));
  const isJson = body !== null && Object.getPrototypeOf(body) === Object.prototype;
  const request = new Request(url, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(isJson && { "content-type": "application/json" }),
      ...headers,
    },
    // Every other object that a body may be has a prototype of its own.
    body: isJson ? JSON.stringify(body) : (body as BodyInit | null),
  });
  const handler = routes[method];
  if (!handler) throw new Error(`Next would answer ${method} ${address} itself.`);
  return handler(request, { params: Promise.resolve(params) });
}

/** Serves the route handlers on a port of their own, for what speaks HTTP. */
export async function serveApi(): Promise<{ url: string; close: () => void }> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).flatMap(([name, value]) =>
        typeof value === "string" ? [[name, value]] : [],
      ),
    );
    const address = (incoming.url ?? "").replace("/api/v1", "");
    const body = chunks.length > 0 ? Buffer.concat(chunks).toString("utf8") : null;
    const response = await callApi(null, incoming.method ?? "GET", address, { body, headers });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
