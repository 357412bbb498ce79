import type { ZodOpenApiPathsObject } from "zod-openapi";
import { rehearsalAnswerSchema, rollbackAnswerSchema, rollbackSchema } from "@/lib/schemas/api-rollback";
import { rehearsalBodySchema, rollbackPatchSchema } from "@/lib/schemas/rollback";
import { ifMatch, phase, readOperation, slug, writeOperation } from "./openapi-parts";

const tag = "Plan";
const path = { slug, phase };

/** The way back from a phase. */
export const rollbackOperations: ZodOpenApiPathsObject = {
  "/projects/{slug}/phases/{phase}/rollback": {
    get: readOperation(
      { id: "getRollback", summary: "The rollback plan of a phase and its rehearsals", tag, path },
      rollbackSchema,
    ),
    patch: writeOperation(
      {
        id: "editRollback",
        summary: "Change the triggers or steps of a rollback plan",
        tag,
        path,
        header: { "if-match": ifMatch },
      },
      { schema: rollbackPatchSchema },
      rollbackAnswerSchema,
      200,
    ),
  },
  "/projects/{slug}/phases/{phase}/rollback/rehearsals": {
    post: writeOperation(
      { id: "recordRehearsal", summary: "Record a rehearsal of a rollback plan", tag: "Work", path },
      { schema: rehearsalBodySchema },
      rehearsalAnswerSchema,
    ),
  },
};
