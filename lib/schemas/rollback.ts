import { z } from "zod";
import { REHEARSAL_OUTCOMES } from "@/lib/domain/rollback";
import { daySchema, idSchema, inProject, versionSchema } from "./fields";
import { linesSchema } from "./lines";
import { textSchema } from "./text";

const plan = {
  /** what starts the way back */
  triggers: linesSchema,
  /** what is done, in order */
  steps: linesSchema,
};

/** Only the fields that are there are changed. */
export const rollbackPatchSchema = z.strictObject(plan).partial();
export const editRollbackSchema = z.object({
  ...inProject,
  phaseId: idSchema,
  /** of the phase; null: whatever stands there now */
  version: versionSchema.nullable(),
  ...z.object(plan).partial().shape,
});

export const rehearsalBodySchema = z.object({
  rehearsedOn: daySchema,
  outcome: z.enum(REHEARSAL_OUTCOMES, { error: `One of ${REHEARSAL_OUTCOMES.join(", ")}.` }),
  note: textSchema
    .pipe(z.string().max(2_000, "At most 2,000 characters."))
    .nullable()
    .optional()
    .transform((text) => text || null),
});
export const recordRehearsalSchema = rehearsalBodySchema.extend({ ...inProject, phaseId: idSchema });
export type RehearsalInput = z.output<typeof rehearsalBodySchema>;
