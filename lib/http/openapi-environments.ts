import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { cellAnswerSchema, matrixSchema, thingAnswerSchema } from "@/lib/schemas/api-environments";
import {
  cellPatchSchema,
  configurationItemBodySchema,
  configurationItemPatchSchema,
  environmentBodySchema,
  environmentPatchSchema,
} from "@/lib/schemas/environments";
import { id, ifMatch, readOperation, slug, writeOperation } from "./openapi-parts";

const tag = "Plan";
const header = { "if-match": ifMatch };

/** The environment matrix: columns, rows, and what stands where they meet. */
export const environmentOperations: ZodOpenApiPathsObject = {
  "/projects/{slug}/environments": {
    get: readOperation(
      { id: "getEnvironments", summary: "The environment matrix and its problems", tag, path: { slug } },
      matrixSchema,
    ),
    post: writeOperation(
      { id: "addEnvironment", summary: "Add an environment, as the last column", tag, path: { slug } },
      { schema: environmentBodySchema },
      thingAnswerSchema,
    ),
  },
  "/projects/{slug}/environments/{id}": {
    patch: writeOperation(
      {
        id: "changeEnvironment",
        summary: "Edit, archive, restore or move an environment",
        tag,
        path: { slug, id: id("environment") },
        header,
      },
      { schema: environmentPatchSchema },
      thingAnswerSchema,
      200,
    ),
  },
  "/projects/{slug}/configuration-items": {
    post: writeOperation(
      {
        id: "addConfigurationItem",
        summary: "Add a configuration item, as the last row",
        tag,
        path: { slug },
      },
      { schema: configurationItemBodySchema },
      thingAnswerSchema,
    ),
  },
  "/projects/{slug}/configuration-items/{id}": {
    patch: writeOperation(
      {
        id: "changeConfigurationItem",
        summary: "Edit, archive, restore or move a configuration item",
        tag,
        path: { slug, id: id("configuration item") },
        header,
      },
      { schema: configurationItemPatchSchema },
      thingAnswerSchema,
      200,
    ),
  },
  "/projects/{slug}/configuration-items/{id}/cells/{environment}": {
    patch: writeOperation(
      {
        id: "changeCell",
        summary: "Say what stands in a cell, or that it was verified",
        description:
          "A change takes the verification away. A text that looks like a secret's value is refused.",
        tag,
        path: {
          slug,
          id: id("configuration item"),
          environment: z.uuid().meta({ description: "Id of the environment." }),
        },
        header,
      },
      { schema: cellPatchSchema },
      cellAnswerSchema,
      200,
    ),
  },
};
