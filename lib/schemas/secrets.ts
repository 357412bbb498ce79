import { z } from "zod";
import { daySchema, idSchema, inProject, versionSchema } from "./fields";
import { secretFree } from "./secret-free";
import { lineSchema, titleSchema } from "./text";
import { thingPatch } from "./thing-patch";

/** One line that may be left empty. */
const noteSchema = z.preprocess(
  (text) => (typeof text === "string" && text.trim() === "" ? null : text),
  secretFree(lineSchema(200).nullable()),
);

const DAYS = "A whole number of days, from 1 to 3650.";

/** The inventory of a secret: what it is and where it lies. There is no field for its value, and none takes one. */
const secret = {
  name: secretFree(titleSchema),
  variable: noteSchema,
  owner: noteSchema,
  storage: noteSchema,
  rotationDays: z.int(DAYS).min(1, DAYS).max(3650, DAYS).nullable(),
};
const optional = z.object(secret).partial().shape;

export const secretBodySchema = z.object({
  ...optional,
  name: secret.name,
  lastRotatedOn: daySchema.nullable().optional(),
});
export const addSecretSchema = secretBodySchema.extend(inProject);
export type AddSecretInput = z.output<typeof secretBodySchema>;

/** Only the fields that are there are changed. */
export const editSecretSchema = z.object({
  ...inProject,
  id: idSchema,
  /** null: whatever stands there now */
  version: versionSchema.nullable(),
  ...optional,
});
export type EditSecretInput = Omit<z.output<typeof editSecretSchema>, "projectId">;

export const secretPatchSchema = thingPatch(secret);

export const rotationBodySchema = z.object({ rotatedOn: daySchema });
export const recordRotationSchema = rotationBodySchema.extend({ ...inProject, id: idSchema });
export type RecordRotationInput = Omit<z.output<typeof recordRotationSchema>, "projectId">;
