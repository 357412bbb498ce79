import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Actor } from "@/lib/data/actor";
import {
  type Claim,
  claimKeyUnscoped,
  forgetOldKeysUnscoped,
  freeKeyUnscoped,
  type KeptAnswer,
  keepAnswerUnscoped,
  underClaim,
} from "@/lib/data/idempotency";
import { AppError } from "@/lib/domain/errors";
import { readBytes } from "./body";
import { FORM_MAX_BYTES } from "./upload";

const KEY = /^[\x21-\x7e]{1,255}$/;
const POLL_MS = 25;
const PATIENCE_MS = 15_000;
/** How long after its commit a living request may take to keep its answer. */
const ANSWERING_MS = 2_000;
const HOUR_MS = 3_600_000;

/** The body is read before the handler knows it; the handler's own, narrower limit still applies. */
const LARGEST_BODY = FORM_MAX_BYTES;

/** Headers that belong to the answer itself; the rest belongs to the request that got it. */
const KEPT_HEADERS = ["content-type", "etag", "location"];

/** Stands for an answer without a body; none of ours says just `null`. */
const NO_BODY = null;

let forgotAt = 0;

/** One request, told from another by method, address and body; the caller is part of the key already. */
export function requestHash(method: string, url: string, body: Uint8Array): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.sort();
  return createHash("sha256").update(`${method}\n${pathname}?${searchParams}\n`).update(body).digest("hex");
}

function keyOf(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method === "GET" || request.method === "HEAD") return null;
  if (KEY.test(key)) return key;
  throw new AppError("INVALID", "Idempotency-Key must have 1 to 255 characters without spaces, like a UUID.");
}

const replay = ({ status, headers, body }: KeptAnswer): Response =>
  new Response(body === NO_BODY ? null : JSON.stringify(body), {
    status,
    headers: { ...headers, "idempotency-replayed": "true" },
  });

/** What an answer says, as it is kept: JSON, or nothing at all as after a DELETE. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.clone().text();
  return text === "" ? NO_BODY : JSON.parse(text);
}

async function carryOut(claim: Claim, run: () => Promise<Response>): Promise<Response> {
  let response: Response;
  try {
    response = await underClaim(claim, run);
  } catch (error) {
    await freeKeyUnscoped(claim);
    throw error;
  }
  if (!response.ok) {
    await freeKeyUnscoped(claim);
    return response;
  }
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = response.headers.get(name);
    if (value) headers[name] = value;
  }
  await keepAnswerUnscoped(claim, { status: response.status, headers, body: await bodyOf(response) });
  return response;
}

async function claimOrReplay(actor: Actor, key: string, hash: string): Promise<Claim | Response> {
  const deadline = performance.now() + PATIENCE_MS;
  let carriedOutSince: number | null = null;
  for (;;) {
    const claimed = await claimKeyUnscoped(actor, key, hash);
    if (claimed.is === "ours") return claimed.claim;
    if (claimed.is === "answered") return replay(claimed.answer);
    if (claimed.is === "other-request")
      throw new AppError("RULE", "This Idempotency-Key was used for another request. Take a new one.");
    if (claimed.is === "answer-lost") carriedOutSince ??= performance.now();
    if (carriedOutSince !== null && performance.now() - carriedOutSince > ANSWERING_MS)
      throw new AppError(
        "CONFLICT",
        "This request was carried out, but its answer was lost. Read what stands there.",
      );
    if (performance.now() > deadline)
      throw new AppError(
        "CONFLICT",
        "The request with this Idempotency-Key is still running. Repeat it later.",
      );
    await wait(POLL_MS);
  }
}

async function forgetNowAndThen(): Promise<void> {
  if (performance.now() - forgotAt < HOUR_MS) return;
  forgotAt = performance.now();
  await forgetOldKeysUnscoped();
}

/**
 * Runs a write once for each `Idempotency-Key` of a member: a repeated request gets the first one's answer, and of two
 * at once one runs and the other waits for its answer. Only answers of success are kept; a refused request changed
 * nothing, so its key is free to be tried again. Without the header it just runs.
 *
 * @param run is given a request whose body can still be read
 * @throws AppError RULE for a key of another request; CONFLICT while the first runs on, or when its answer was lost
 */
export async function once(
  actor: Actor,
  request: Request,
  run: (request: Request) => Promise<Response>,
): Promise<Response> {
  const key = keyOf(request);
  if (key === null) return run(request);
  const bytes = await readBytes(request, LARGEST_BODY);
  const hash = requestHash(request.method, request.url, bytes);
  const claim = await claimOrReplay(actor, key, hash);
  if (claim instanceof Response) return claim;
  await forgetNowAndThen();
  const { url, method, headers } = request;
  const body = bytes.byteLength > 0 ? Buffer.from(bytes) : null;
  return carryOut(claim, () => run(new Request(url, { method, headers, body })));
}
