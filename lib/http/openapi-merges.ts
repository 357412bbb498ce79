import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { differencesSchema } from "@/lib/schemas/api-differences";
import {
  mergeBodySchema,
  mergedSchema,
  mergeQuerySchema,
  mergesSchema,
  undoMergeBodySchema,
  undoneMergeSchema,
} from "@/lib/schemas/api-merges";
import { pageQuerySchema } from "@/lib/schemas/api-paging";
import { id, readOperation, slug, writeOperation } from "./openapi-parts";

const tag = "Work";

/** A newer file of a project: what it changes, merging it, and taking that back. */
export const mergeOperations: ZodOpenApiPathsObject = {
  "/projects/{slug}/differences": {
    post: writeOperation(
      {
        id: "comparePlan",
        summary: "What a newer file would change, compared with the last import; changes nothing",
        description: "At most 2 MB, as Markdown or as the JSON of an export.",
        tag,
        path: { slug },
      },
      { schema: z.string(), type: "text/markdown" },
      differencesSchema,
      200,
    ),
  },
  "/projects/{slug}/merges": {
    get: readOperation(
      {
        id: "listMerges",
        summary: "Files that were merged",
        tag: "Read",
        path: { slug },
        query: pageQuerySchema,
      },
      mergesSchema,
    ),
    post: mergeOperation(),
  },
  "/projects/{slug}/merges/{id}/undo": {
    post: writeOperation(
      {
        id: "undoMerge",
        summary: "Bring the project back as it was before the newest merge",
        description:
          "What somebody changed since is in the way, unless `rest` says that it stays as it is. Undoing twice changes nothing.",
        tag,
        path: { slug, id: id("merge") },
      },
      { schema: undoMergeBodySchema },
      undoneMergeSchema,
      200,
    ),
  },
};

/** The file itself as Markdown, or as JSON with the answers to its conflicts. */
function mergeOperation(): ZodOpenApiOperationObject {
  const operation = writeOperation(
    {
      id: "mergePlan",
      summary: "Merge a newer file into the project, all of it or nothing",
      description:
        "Ticks, evidence, comments and sign-offs stay; what is gone from the file is archived. 409 while conflicts are not answered.",
      again: "The file has nothing new; nothing was changed.",
      tag,
      path: { slug },
      query: mergeQuerySchema,
    },
    { schema: mergeBodySchema },
    mergedSchema,
  );
  const content = {
    "application/json": { schema: mergeBodySchema },
    "text/markdown": { schema: z.string() },
  };
  return { ...operation, requestBody: { required: true, content } };
}
