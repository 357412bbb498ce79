import { z } from "zod";
import { idSchema, inProject, numberSchema } from "./fields";
import { textSchema } from "./text";

export const NOTE_MAX = 2_000;

/** The body of `POST /criteria/{id}/measurements`, and the record form. */
export const measurementSchema = z.object({
  /** in the criterion's unit; 1 or 0 for an attestation */
  value: numberSchema,
  /** how many answers, tests or requests the value was taken from */
  sampleSize: z
    .int("A whole number.")
    .min(0, "At least 0.")
    .max(2_000_000_000, "At most 2,000,000,000.")
    .nullish(),
  measuredAt: z.coerce.date({ error: "A date and time, like 2026-12-31T09:30:00Z." }).nullish(),
  note: textSchema
    .pipe(z.string().max(NOTE_MAX, `At most ${NOTE_MAX.toLocaleString("en")} characters.`))
    .nullish()
    .transform((text) => text || null),
  /** the measurement this one corrects */
  supersedesId: idSchema.nullish(),
});
export type MeasurementInput = z.output<typeof measurementSchema>;

export const recordMeasurementSchema = measurementSchema.extend({ ...inProject, criterionId: idSchema });
