import type { ZodOpenApiPathsObject } from "zod-openapi";
import { thingAnswerSchema } from "@/lib/schemas/api-environments";
import { secretsSchema } from "@/lib/schemas/api-secrets";
import { rotationBodySchema, secretBodySchema, secretPatchSchema } from "@/lib/schemas/secrets";
import { id, ifMatch, readOperation, slug, writeOperation } from "./openapi-parts";

const tag = "Plan";
const NEVER = "A text that looks like a secret's value is refused in every field.";

/** The inventory of secrets; never their values. */
export const secretOperations: ZodOpenApiPathsObject = {
  "/projects/{slug}/secrets": {
    get: readOperation(
      { id: "listSecrets", summary: "The inventory of secrets, and when each is due", tag, path: { slug } },
      secretsSchema,
    ),
    post: writeOperation(
      { id: "addSecret", summary: "Add a secret to the inventory", description: NEVER, tag, path: { slug } },
      { schema: secretBodySchema },
      thingAnswerSchema,
    ),
  },
  "/projects/{slug}/secrets/{id}": {
    patch: writeOperation(
      {
        id: "changeSecret",
        summary: "Edit, archive, restore or move a secret",
        description: NEVER,
        tag,
        path: { slug, id: id("secret") },
        header: { "if-match": ifMatch },
      },
      { schema: secretPatchSchema },
      thingAnswerSchema,
      200,
    ),
  },
  "/projects/{slug}/secrets/{id}/rotations": {
    post: writeOperation(
      {
        id: "recordRotation",
        summary: "Record that a secret was rotated",
        description: "For the job that rotates it: the same day again changes nothing.",
        tag,
        path: { slug, id: id("secret") },
      },
      { schema: rotationBodySchema },
      thingAnswerSchema,
    ),
  },
};
