import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from "zod-openapi";
import type { ErrorCode } from "@/lib/domain/errors";
import { problemSchema } from "@/lib/schemas/api-problem";
import { STATUS_OF } from "./problem";

/** What the operations of the OpenAPI document are put together from. */

const WORDS: Partial<Record<ErrorCode, string>> = {
  INVALID: "Something sent is not valid.",
  SIGN_IN: "The token is missing, unknown, revoked or expired.",
  FORBIDDEN: "The role is too weak.",
  NOT_FOUND: "Not there, or not yours to see.",
  CONFLICT: "Somebody was faster; what stands there now is in `current`.",
  TOO_LARGE: "The body is too large.",
  RULE: "A rule says no (RULE), or the gate is blocked (GATE_BLOCKED).",
  UNAVAILABLE: "The database is away; try again in a moment.",
};

const ALWAYS: ErrorCode[] = ["INVALID", "SIGN_IN", "FORBIDDEN", "NOT_FOUND", "UNAVAILABLE"];
const ON_WRITE: ErrorCode[] = ["CONFLICT", "TOO_LARGE", "RULE"];

const refusals = (codes: ErrorCode[]): ZodOpenApiResponsesObject =>
  Object.fromEntries(
    codes.map((code) => [
      String(STATUS_OF[code]),
      {
        description: WORDS[code] ?? code,
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]),
  );

const json = (schema: z.ZodType) => ({ "application/json": { schema } });

/** Part of an address, explained. */
export const slug = z.string().meta({ description: "Slug of the project.", example: "371os" });
export const phase = z.string().meta({ description: "Key or id of the phase.", example: "alpha" });
export const id = (of: string) => z.uuid().meta({ description: `Id of the ${of}.` });

const ifNoneMatch = z
  .string()
  .optional()
  .meta({ description: "ETag of an answer you have: 304 if it still holds." });
const idempotencyKey = z.string().max(255).optional().meta({
  description: "Makes a repeated request answer as the first did, for 24 hours.",
  example: "7f1c2c1e-…",
});

/** If-Match of an update. */
export const ifMatch = z.string().optional().meta({
  description: "The version the update is based on, in quotes; another one there now is a CONFLICT.",
  example: '"7"',
});

interface Parts {
  id: string;
  summary: string;
  description?: string;
  tag: string;
  path?: Record<string, z.ZodType>;
  query?: z.ZodObject;
  header?: Record<string, z.ZodType>;
  /** what 202 means, where a write may wait for somebody else */
  accepted?: string;
  /** what 200 means, where the same request again makes nothing */
  again?: string;
}

const base = ({ id: operationId, summary, description, tag }: Parts) => ({
  operationId,
  summary,
  ...(description && { description }),
  tags: [tag],
});

const parameters = ({ path, query, header }: Parts, more: Record<string, z.ZodType>) => ({
  ...(path && { path: z.object(path) }),
  ...(query && { query }),
  header: z.object({ ...header, ...more }),
});

/** A GET. */
export const readOperation = (parts: Parts, answer: z.ZodType): ZodOpenApiOperationObject => ({
  ...base(parts),
  requestParams: parameters(parts, { "if-none-match": ifNoneMatch }),
  responses: {
    "200": { description: "As it stands now.", content: json(answer) },
    "304": { description: "As you have it." },
    ...refusals(ALWAYS),
  },
});

/** A GET that goes on until the caller leaves. */
export const streamOperation = (parts: Parts): ZodOpenApiOperationObject => ({
  ...base(parts),
  requestParams: parameters(parts, {}),
  responses: {
    "200": {
      description: "Events, as long as you listen.",
      content: { "text/event-stream": { schema: z.string() } },
    },
    ...refusals(ALWAYS),
  },
});

const BINARY = { "application/octet-stream": z.string().meta({ format: "binary" }) };

/** A GET that gives a file. @param types media type -> what is in it; a kept file may be of any */
export const fileOperation = (
  parts: Parts,
  types: Record<string, z.ZodType> = BINARY,
): ZodOpenApiOperationObject => ({
  ...base(parts),
  requestParams: parameters(parts, {}),
  responses: {
    "200": {
      description: "The file, byte for byte.",
      content: Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }])),
    },
    ...refusals(ALWAYS),
  },
});

/** A POST or PATCH. */
export const writeOperation = (
  parts: Parts,
  body: { schema: z.ZodType; type?: string },
  answer: z.ZodType,
  status = 201,
): ZodOpenApiOperationObject => ({
  ...base(parts),
  requestParams: parameters(parts, { "idempotency-key": idempotencyKey }),
  requestBody: { required: true, content: { [body.type ?? "application/json"]: { schema: body.schema } } },
  responses: {
    [String(status)]: { description: status === 201 ? "Made." : "Done.", content: json(answer) },
    ...(parts.again && { "200": { description: parts.again, content: json(answer) } }),
    ...(parts.accepted && { "202": { description: parts.accepted, content: json(answer) } }),
    ...refusals([...ALWAYS, ...ON_WRITE]),
  },
});

/** A DELETE. */
export const removeOperation = (parts: Parts): ZodOpenApiOperationObject => ({
  ...base(parts),
  requestParams: parameters(parts, { "idempotency-key": idempotencyKey }),
  responses: { "204": { description: "Done." }, ...refusals([...ALWAYS, ...ON_WRITE]) },
});
