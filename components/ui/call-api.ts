import type { ActionResult } from "@/lib/domain/action-result";
import { ERROR_CODES, type Refusal } from "@/lib/domain/errors";

const UNREACHABLE: Refusal = {
  code: "UNAVAILABLE",
  message: "The server could not be reached. Nothing was changed: try again in a moment.",
};

type Body = Record<string, unknown>;

const isObject = (value: unknown): value is Body => typeof value === "object" && value !== null;

function fieldsOf(fields: unknown): Refusal["fields"] {
  if (!isObject(fields)) return undefined;
  const texts = Object.entries(fields).flatMap(([name, messages]) =>
    Array.isArray(messages) ? [[name, messages.map(String)] as const] : [],
  );
  return Object.fromEntries(texts);
}

/** A problem document (RFC 9457) as the refusal it was made from. */
function refusalOf({ code, detail, title, fields, requestId }: Body): Refusal {
  const message = [detail, title].find((text) => typeof text === "string");
  return {
    code: ERROR_CODES.find((known) => known === code) ?? "INTERNAL",
    message: typeof message === "string" ? message : "The server refused this without saying why.",
    fields: fieldsOf(fields),
    requestId: typeof requestId === "string" ? requestId : undefined,
  };
}

/** Calls our own REST interface as the signed-in person, and answers as an action would. */
export async function callApi(
  method: "POST" | "PATCH" | "DELETE",
  path: string,
  body: FormData | object | null,
): Promise<ActionResult<Body>> {
  const isForm = body instanceof FormData;
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: isForm || body === null ? {} : { "content-type": "application/json" },
    body: isForm || body === null ? body : JSON.stringify(body),
  }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  if (response?.ok) return { ok: true, value: isObject(answer) ? answer : {} };
  return { ok: false, error: isObject(answer) ? refusalOf(answer) : UNREACHABLE };
}
