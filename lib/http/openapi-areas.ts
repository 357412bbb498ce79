import type { ZodOpenApiPathsObject } from "zod-openapi";
import { areasQuerySchema, areasSchema } from "@/lib/schemas/api-areas";
import { phase, readOperation, slug } from "./openapi-parts";

/** Letter grades by area. */
export const areaOperations: ZodOpenApiPathsObject = {
  "/projects/{slug}/areas": {
    get: readOperation(
      {
        id: "getProjectAreas",
        summary: "The grades of the areas over all phases, and what moved them since a day",
        description: "Earlier grades are told by the areas that requirements have today.",
        tag: "Read",
        path: { slug },
        query: areasQuerySchema,
      },
      areasSchema,
    ),
  },
  "/projects/{slug}/phases/{phase}/areas": {
    get: readOperation(
      {
        id: "getAreas",
        summary: "The grades of a phase's areas, and what moved them since a day",
        tag: "Read",
        path: { slug, phase },
        query: areasQuerySchema,
      },
      areasSchema,
    ),
  },
};
