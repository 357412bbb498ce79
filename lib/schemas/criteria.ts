import { z } from "zod";
import { COMPARATORS } from "@/lib/domain/words";
import {
  areaSchema,
  beforeSchema,
  idSchema,
  inProject,
  levelSchema,
  numberSchema,
  versionSchema,
} from "./fields";
import { lineSchema, titleSchema } from "./text";

const count = (max: number) => {
  const message = `A whole number from 1 to ${max.toLocaleString("en")}.`;
  return z.int(message).min(1, message).max(max, message);
};

const editable = {
  text: titleSchema,
  /** null, together with the target: a person attests that it holds */
  comparator: z.enum(COMPARATORS, { error: `One of ${COMPARATORS.join(" ")}.` }).nullable(),
  target: numberSchema.nullable(),
  unit: lineSchema(80).nullable(),
  /** what one number is taken over, in words: "30 days" */
  window: lineSchema(120).nullable(),
  /** contiguous window the samples must cover */
  windowHours: count(8_784).nullable(),
  level: levelSchema,
  area: areaSchema.nullable(),
  minimumSample: count(1_000_000_000).nullable(),
  maximumAgeDays: count(3_650),
};

const optional = z.object(editable).partial().shape;

type Aim = { comparator?: string | null; target?: number | null };
const isWhole = (input: Aim): boolean =>
  (input.comparator ?? null) === null ? (input.target ?? null) === null : (input.target ?? null) !== null;
const AIM = {
  path: ["target"],
  message: "A comparator and a target go together; leave out both for an attestation.",
};

/** `phaseId` null: a success criterion of the whole project. */
export const addCriterionSchema = z
  .object({ ...inProject, phaseId: idSchema.nullable(), ...optional, text: editable.text })
  .refine(isWhole, AIM);
export type AddCriterionInput = Omit<z.output<typeof addCriterionSchema>, "projectId">;

/**
 * Only the fields that are there are changed. Where only one of comparator and target is, lib/data/criteria.ts holds it
 * against the other as it stands.
 */
export const editCriterionSchema = z
  .object({ ...inProject, criterionId: idSchema, version: versionSchema, ...optional })
  .refine((input) => input.comparator === undefined || input.target === undefined || isWhole(input), AIM);
export type EditCriterionInput = Omit<z.output<typeof editCriterionSchema>, "projectId">;

export const moveCriterionSchema = z.object({
  ...inProject,
  criterionId: idSchema,
  beforeCriterionId: beforeSchema,
  version: versionSchema,
});
export type MoveCriterionInput = Omit<z.output<typeof moveCriterionSchema>, "projectId">;

export const criterionOnlySchema = z.object({ ...inProject, criterionId: idSchema });
