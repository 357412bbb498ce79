import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  savedViewAnswerSchema,
  savedViewNameSchema,
  savedViewSchema,
  savedViewsSchema,
} from "@/lib/schemas/saved-views";
import { id, readOperation, removeOperation, slug, writeOperation } from "./openapi-parts";

const tag = "Plan";
const inView = { slug, id: id("view") };

/** Filters of the checklists that the caller keeps under a name; nobody else sees them. */
export const savedViewOperations: ZodOpenApiPathsObject = {
  "/projects/{slug}/views": {
    get: readOperation(
      { id: "listViews", summary: "Your saved views of the checklists", tag, path: { slug } },
      savedViewsSchema,
    ),
    post: writeOperation(
      { id: "addView", summary: "Keep a filter under a name", tag, path: { slug } },
      { schema: savedViewSchema },
      savedViewAnswerSchema,
    ),
  },
  "/projects/{slug}/views/{id}": {
    patch: writeOperation(
      { id: "renameView", summary: "Rename one of your views", tag, path: inView },
      { schema: savedViewNameSchema },
      savedViewAnswerSchema,
      200,
    ),
    delete: removeOperation({ id: "removeView", summary: "Delete one of your views", tag, path: inView }),
  },
};
