import type { ZodOpenApiOperationObject } from "zod-openapi";
import { changedPhaseSchema } from "@/lib/schemas/api-project";
import { phaseBodySchema, phasePatchSchema } from "@/lib/schemas/phases";
import { ifMatch, phase, slug, writeOperation } from "./openapi-parts";

const tag = "Plan";

/** `POST /projects/{slug}/phases` */
export const addPhaseOperation: ZodOpenApiOperationObject = writeOperation(
  {
    id: "addPhase",
    summary: "Add a phase after all others, with one sign-off rule",
    tag,
    path: { slug },
  },
  { schema: phaseBodySchema },
  changedPhaseSchema,
);

/** `PATCH /projects/{slug}/phases/{phase}` */
export const changePhaseOperation: ZodOpenApiOperationObject = writeOperation(
  {
    id: "changePhase",
    summary: "Edit, archive, restore or move a phase",
    description: "A phase whose gate was decided stays in the plan, and in its place.",
    tag,
    path: { slug, phase },
    header: { "if-match": ifMatch },
  },
  { schema: phasePatchSchema },
  changedPhaseSchema,
  200,
);
