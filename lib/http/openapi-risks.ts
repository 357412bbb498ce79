import type { ZodOpenApiPathsObject } from "zod-openapi";
import { thingAnswerSchema } from "@/lib/schemas/api-environments";
import { risksSchema } from "@/lib/schemas/api-risks";
import { acceptanceBodySchema, riskBodySchema, riskPatchSchema } from "@/lib/schemas/risks";
import { id, ifMatch, readOperation, slug, writeOperation } from "./openapi-parts";

const tag = "Plan";
const inRisk = { slug, id: id("risk") };
const header = { "if-match": ifMatch };

/** Risks: what could go wrong, what is done about it, and who accepted what is left. */
export const riskOperations: ZodOpenApiPathsObject = {
  "/projects/{slug}/risks": {
    get: readOperation({ id: "listRisks", summary: "Every risk", tag, path: { slug } }, risksSchema),
    post: writeOperation(
      { id: "addRisk", summary: "Add a risk", tag, path: { slug } },
      { schema: riskBodySchema },
      thingAnswerSchema,
    ),
  },
  "/projects/{slug}/risks/{id}": {
    patch: writeOperation(
      {
        id: "changeRisk",
        summary: "Edit, archive, restore or move a risk",
        description: "An accepted risk that is made worse stands open again.",
        tag,
        path: inRisk,
        header,
      },
      { schema: riskPatchSchema },
      thingAnswerSchema,
      200,
    ),
  },
  "/projects/{slug}/risks/{id}/acceptance": {
    post: writeOperation(
      {
        id: "acceptRisk",
        summary: "Accept a risk: it holds up no gate until the acceptance ends",
        tag: "Decide",
        path: inRisk,
        header,
      },
      { schema: acceptanceBodySchema },
      thingAnswerSchema,
    ),
  },
};
