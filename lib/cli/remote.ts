import type { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { problemSchema } from "@/lib/schemas/api-problem";

const PATIENCE_MS = 30_000;

/** A server and the token to speak to it with, as a pipeline has them. */
export interface Server {
  url: string;
  token: string;
}

export interface ServerOptions {
  url?: string | undefined;
  token?: string | undefined;
}

/**
 * The server a command is to ask, from `--url` and `--token`; null to ask the own database.
 * @throws AppError INVALID when only one of the two is given, or one is empty
 */
export function serverOf({ url, token }: ServerOptions): Server | null {
  // A variable that is not set arrives as an empty text. It must not mean: ask another installation instead.
  for (const [option, value] of Object.entries({ "--url": url, "--token": token }))
    if (value?.trim() === "")
      throw new AppError(
        "INVALID",
        `${option} is empty; is the variable set? Leave it out for the own database.`,
      );
  if (url === undefined && token === undefined) return null;
  if (url === undefined || token === undefined)
    throw new AppError("INVALID", "--url and --token belong together; leave out both for the own database.");
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new AppError("INVALID", "--url must be an address like https://phasegate.example.com.");
  return { url: url.replace(/\/+$/, ""), token };
}

/**
 * Asks a server's REST interface.
 *
 * @param body bytes travel as Markdown, anything else as JSON; without one it is a GET
 * @throws AppError with the server's own code and words when it refuses; UNAVAILABLE when it does not answer as it
 *   should
 */
export async function askServer<S extends z.ZodType>(
  server: Server,
  path: string,
  schema: S,
  body?: unknown,
): Promise<z.output<S>> {
  const unusable = (why: string) => new AppError("UNAVAILABLE", `${server.url} ${why}.`);
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${server.token}`,
      accept: "application/json",
      // A retry inside fetch or a proxy must not record a value twice.
      ...(body === undefined
        ? {}
        : {
            "content-type": body instanceof Uint8Array ? "text/markdown" : "application/json",
            "idempotency-key": crypto.randomUUID(),
          }),
    },
    body: body === undefined ? null : body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: Error) => {
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    throw unusable(`cannot be reached (${cause})`);
  });
  const value: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const problem = problemSchema.safeParse(value);
    if (!problem.success) throw unusable(`answered ${response.status}, and not as Phasegate does`);
    const { code, detail } = problem.data;
    throw new AppError(code === "METHOD_NOT_ALLOWED" ? "INVALID" : code, detail);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw unusable("answered in a form this version does not know");
}

/** A path from parts that may hold anything. */
export const pathOf = (...parts: string[]): string => `/${parts.map(encodeURIComponent).join("/")}`;
