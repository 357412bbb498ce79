import { readFileSync } from "node:fs";
import { SESSION_COOKIES } from "@/lib/auth/session-cookies";

/** Who calls: the secret of a session, or nobody. */
export interface Caller {
  name: string;
  secret: string | null;
}

const headersOf = ({ secret }: Caller): Record<string, string> =>
  secret ? { cookie: `${SESSION_COOKIES[0]}=${secret}` } : {};

const urlOf = (path: string) => new URL(path, process.env.E2E_URL);

/** Opens a page as a browser's address bar does, without following redirects. */
export const openPage = (caller: Caller, path: string): Promise<Response> =>
  fetch(urlOf(path), { headers: { ...headersOf(caller), accept: "text/html" }, redirect: "manual" });

/** Calls a route; a write says that it comes from our own page, as a browser would. */
export const callRoute = (
  caller: Caller,
  method: string,
  path: string,
  body: string | null,
  type: string,
): Promise<Response> =>
  fetch(urlOf(path), {
    method,
    headers: { ...headersOf(caller), "sec-fetch-site": "same-origin", "content-type": type },
    ...(body === null ? {} : { body }),
    redirect: "manual",
  });

interface Manifest {
  node: Record<string, { exportedName?: string; filename?: string }>;
}

const isManifest = (value: unknown): value is Manifest =>
  typeof value === "object" && value !== null && "node" in value && typeof value.node === "object";

/** The addresses under which the built product takes server actions, by name. */
export function actionIds(): Map<string, string> {
  const manifest: unknown = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  if (!isManifest(manifest)) throw new Error("The build's manifest of server actions has another form.");
  return new Map(Object.entries(manifest.node).map(([id, { exportedName }]) => [exportedName ?? "", id]));
}

/** Posts to a server action as its form would, and reads the code it was refused with; "ok" when it was not. */
export async function callAction(caller: Caller, id: string, input: unknown, page: string): Promise<string> {
  const response = await fetch(urlOf(page), {
    method: "POST",
    headers: {
      ...headersOf(caller),
      "next-action": id,
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
      origin: process.env.E2E_URL ?? "",
    },
    body: JSON.stringify([input]),
    redirect: "manual",
  });
  const text = await response.text();
  const code = /"ok":false,"error":\{"code":"([A-Z_]+)"/.exec(text)?.[1];
  if (code) return code;
  return /"ok":true/.test(text) ? "ok" : `status ${response.status}: ${text.slice(0, 200)}`;
}
