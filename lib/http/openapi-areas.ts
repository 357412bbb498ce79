import type { ZodOpenApiPathsObject } from "zod-openapi";
import { areasQuerySchema, areasSchema } from "@/lib/schemas/api-areas";
import { phase, readOperation, slug } from "./openapi-parts";

/** Letter grades by area. */
export const areaOperations: ZodOpenApiPathsObject = {
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
