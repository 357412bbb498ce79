import { z } from "zod";
import { createDocument } from "zod-openapi";
import product from "@/package.json";
import { operations } from "./openapi-operations";

const ABOUT = `Errors are \`application/problem+json\` with a stable \`code\` and a \`requestId\`.
Lists are pages of \`{data, nextCursor}\`. Writes accept \`Idempotency-Key\`, updates \`If-Match\`.
Make a token on the Tokens page, or with \`npm run -s phasegate -- token create\`.`;

type Lengths = Pick<z.core.JSONSchema.BaseSchema, "type" | "minLength" | "maxLength">;

/**
 * A text that is cleaned before it is judged (lib/schemas/text.ts) is described by its first schema, which only keeps
 * endless texts out; what counts are the lengths of the last. Cleaning never makes a text longer.
 */
function tellLengths(jsonSchema: Lengths, { out }: z.core.$ZodPipeDef): void {
  if (jsonSchema.type !== "string" || !(out instanceof z.ZodString)) return;
  const { minLength, maxLength } = out;
  if (minLength !== null) jsonSchema.minLength = Math.max(minLength, jsonSchema.minLength ?? 0);
  if (maxLength !== null) jsonSchema.maxLength = Math.min(maxLength, jsonSchema.maxLength ?? maxLength);
}

const build = () =>
  createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Phasegate",
        version: product.version,
        description: ABOUT,
        license: { name: "MIT", identifier: "MIT" },
      },
      servers: [{ url: "/api/v1" }],
      security: [{ token: [] }],
      paths: operations,
      components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    },
    {
      override: ({ jsonSchema, zodSchema, io }) => {
        // Answers may gain fields; a client that was made from this document must not refuse them.
        if (io === "output" && jsonSchema.additionalProperties === false)
          delete jsonSchema.additionalProperties;
        if (io === "input" && zodSchema instanceof z.ZodPipe) tellLengths(jsonSchema, zodSchema.def);
        // A moment travels as text; the schema turns it into a Date.
        if (zodSchema._zod.def.type !== "date") return;
        jsonSchema.type = "string";
        jsonSchema.format = "date-time";
      },
    },
  );

let document: ReturnType<typeof build> | undefined;

/** The OpenAPI document, made once from the schemas that judge what comes in and say what goes out. */
export const openApiDocument = (): ReturnType<typeof build> => {
  document ??= build();
  return document;
};
