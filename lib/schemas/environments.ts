import { z } from "zod";
import { CELL_STATES } from "@/lib/domain/environments";
import { idSchema, inProject, versionSchema } from "./fields";
import { secretFree } from "./secret-free";
import { lineSchema, nameSchema, textSchema } from "./text";
import { thingPatch } from "./thing-patch";

const VALUE_MAX = 2_000;

const environment = { name: nameSchema, isProduction: z.boolean("Yes or no.") };
const configurationItem = { key: secretFree(lineSchema(200)), mustDiffer: z.boolean("Yes or no.") };
const cell = {
  state: z.enum(CELL_STATES, { error: `One of ${CELL_STATES.join(", ")}.` }),
  value: secretFree(textSchema.pipe(z.string().max(VALUE_MAX, "At most 2,000 characters."))),
};

/** null: whatever stands there now */
const based = { version: versionSchema.nullable() };

export const environmentBodySchema = z.object({
  name: environment.name,
  isProduction: environment.isProduction.optional(),
});
export const addEnvironmentSchema = environmentBodySchema.extend(inProject);
export const editEnvironmentSchema = z.object({
  ...inProject,
  id: idSchema,
  ...based,
  ...z.object(environment).partial().shape,
});
export type AddEnvironmentInput = z.output<typeof environmentBodySchema>;
export type EditEnvironmentInput = Omit<z.output<typeof editEnvironmentSchema>, "projectId">;

export const configurationItemBodySchema = z.object({
  key: configurationItem.key,
  mustDiffer: configurationItem.mustDiffer.optional(),
});
export const addConfigurationItemSchema = configurationItemBodySchema.extend(inProject);
export const editConfigurationItemSchema = z.object({
  ...inProject,
  id: idSchema,
  ...based,
  ...z.object(configurationItem).partial().shape,
});
export type AddConfigurationItemInput = z.output<typeof configurationItemBodySchema>;
export type EditConfigurationItemInput = Omit<z.output<typeof editConfigurationItemSchema>, "projectId">;

const inCell = { configurationItemId: idSchema, environmentId: idSchema };

/** Version of a cell; 0 where nothing was said of it yet. */
const cellVersionSchema = z.int("The version the edit is based on.").min(0).max(2_147_483_647).nullable();

export const editCellSchema = z.object({
  ...inProject,
  ...inCell,
  version: cellVersionSchema,
  ...z.object(cell).partial().shape,
});
export type EditCellInput = Omit<z.output<typeof editCellSchema>, "projectId">;

export const verifyCellSchema = z.object({
  ...inProject,
  ...inCell,
  version: cellVersionSchema,
  verified: z.boolean("true, or false to take it back."),
});
export type VerifyCellInput = Omit<z.output<typeof verifyCellSchema>, "projectId">;

export const environmentPatchSchema = thingPatch(environment);
export const configurationItemPatchSchema = thingPatch(configurationItem);

/** Body of a PATCH of a cell: what stands there, or that it was verified. */
export const cellPatchSchema = z
  .strictObject({ ...z.object(cell).partial().shape, verified: verifyCellSchema.shape.verified.optional() })
  .refine(
    ({ verified, ...fields }) => (verified !== undefined) !== Object.keys(fields).length > 0,
    "`state` and `value`, or `verified`: one kind of change at a time.",
  );
