import type { ZodOpenApiPathsObject } from "zod-openapi";
import { waiverAnswerSchema, waiversSchema } from "@/lib/schemas/api-waivers";
import { refusalBodySchema, withdrawalBodySchema } from "@/lib/schemas/waivers";
import { id, phase, readOperation, slug, writeOperation } from "./openapi-parts";

const path = { slug, id: id("request") };

/** Requests to waive an item: asked for and approved by `PATCH /items/{id}`, and ended here without a waiver. */
export const waiverOperations: ZodOpenApiPathsObject = {
  "/projects/{slug}/phases/{phase}/waivers": {
    get: readOperation(
      {
        id: "listWaivers",
        summary: "The requests of a phase that wait for an answer, oldest first",
        tag: "Read",
        path: { slug, phase },
      },
      waiversSchema,
    ),
  },
  "/projects/{slug}/waivers/{id}/refusal": {
    post: writeOperation(
      {
        id: "refuseWaiver",
        summary: "Refuse a waiver that somebody else asked for",
        description: "Said again it changes nothing; after another answer it is a CONFLICT.",
        tag: "Decide",
        path,
      },
      { schema: refusalBodySchema },
      waiverAnswerSchema,
      200,
    ),
  },
  "/projects/{slug}/waivers/{id}/withdrawal": {
    post: writeOperation(
      {
        id: "withdrawWaiver",
        summary: "Take back a waiver you asked for, while nobody has answered",
        tag: "Work",
        path,
      },
      { schema: withdrawalBodySchema },
      waiverAnswerSchema,
      200,
    ),
  },
};
