import type { ZodOpenApiPathsObject } from "zod-openapi";
import { thingAnswerSchema } from "@/lib/schemas/api-environments";
import { itemWordsSchema } from "@/lib/schemas/api-project";
import { itemPatchSchema } from "@/lib/schemas/items";
import { id, ifMatch, readOperation, slug, writeOperation } from "./openapi-parts";

const tag = "Plan";
const path = { slug, id: id("item") };

/** What an item asks for; its state is set at `/items/{id}`. */
export const itemOperations: ZodOpenApiPathsObject = {
  "/projects/{slug}/items/{id}": {
    get: readOperation(
      { id: "getItem", summary: "An item with its details, why, impact, files and test", tag, path },
      itemWordsSchema,
    ),
    patch: writeOperation(
      {
        id: "editItem",
        summary: "Edit what an item asks for, its area, due day and people",
        description: "Only the fields that are there are changed.",
        tag,
        path,
        header: { "if-match": ifMatch },
      },
      { schema: itemPatchSchema },
      thingAnswerSchema,
      200,
    ),
  },
};
