import { createDocument } from "zod-openapi";
import product from "@/package.json";
import { operations } from "./openapi-operations";

const ABOUT = `Errors are \`application/problem+json\` with a stable \`code\` and a \`requestId\`.
Lists are pages of \`{data, nextCursor}\`. Writes accept \`Idempotency-Key\`, updates \`If-Match\`.
Make a token on the Tokens page, or with \`npm run -s phasegate -- token create\`.`;

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
