import { z } from "zod";
import { beforeSchema, daySchema, idSchema, inProject, versionSchema } from "./fields";
import { linesSchema } from "./lines";
import { nameSchema, textSchema } from "./text";
import { thingPatch } from "./thing-patch";

export const MINIMUM_SCORE_DEFAULT = 80;

const editable = {
  name: nameSchema,
  goals: linesSchema,
  scope: linesSchema,
  audience: textSchema,
  plannedOn: daySchema.nullable(),
  minimumScore: z
    .int("A whole number from 0 to 100.")
    .min(0, "A whole number from 0 to 100.")
    .max(100, "A whole number from 0 to 100."),
  overdueSecretsBlock: z.boolean("Yes or no."),
};

const optional = z.object(editable).partial().shape;

export const addPhaseSchema = z.object({ ...inProject, ...optional, name: editable.name });

/** Body of `POST …/phases`. */
export const phaseBodySchema = z.strictObject({ ...optional, name: editable.name });

/** Body of `PATCH …/phases/{phase}`. */
export const phasePatchSchema = thingPatch(editable);

export type AddPhaseInput = Omit<z.output<typeof addPhaseSchema>, "projectId">;

/** The version a change is based on; null: whatever stands there now. */
type Based<T> = Omit<T, "projectId" | "version"> & { version: number | null };

/** Only the fields that are there are changed. */
export const editPhaseSchema = z.object({
  ...inProject,
  phaseId: idSchema,
  version: versionSchema,
  ...optional,
});
export type EditPhaseInput = Based<z.output<typeof editPhaseSchema>>;

export const movePhaseSchema = z.object({
  ...inProject,
  phaseId: idSchema,
  beforePhaseId: beforeSchema,
  version: versionSchema,
});
export type MovePhaseInput = Based<z.output<typeof movePhaseSchema>>;

export const phaseOnlySchema = z.object({ ...inProject, phaseId: idSchema });
