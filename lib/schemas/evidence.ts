import { z } from "zod";
import { daySchema, idSchema, inProject } from "./fields";
import { hasOneTarget, ONE_TARGET, targetFields } from "./targets";
import { textSchema, titleSchema } from "./text";

const isWebAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && hostname !== "";
};

/** Only http and https: a "javascript:" or "data:" link would run in the reader's page. */
export const webAddressSchema = z
  .string("A web address, like https://ci.example.org/run/12.")
  .trim()
  .max(2_000, "At most 2,000 characters.")
  .refine(isWebAddress, "A web address that begins with https:// or http://.");

const dates = {
  /** first day it holds; today when left out */
  effectiveOn: daySchema.nullish(),
  /** last day it holds; null: it does not expire */
  expiresOn: daySchema.nullish(),
};

type Dates = { effectiveOn?: string | null; expiresOn?: string | null };
const inOrder = (input: Dates): boolean =>
  !input.effectiveOn || !input.expiresOn || input.expiresOn >= input.effectiveOn;
const ORDER = { path: ["expiresOn"], message: "It cannot expire before it begins." };

export const addLinkEvidenceSchema = z
  .object({
    ...inProject,
    ...targetFields,
    ...dates,
    url: webAddressSchema,
    /** shown instead of the address */
    title: titleSchema.optional(),
  })
  .refine(hasOneTarget, ONE_TARGET)
  .refine(inOrder, ORDER);
export type AddLinkEvidenceInput = Omit<z.output<typeof addLinkEvidenceSchema>, "projectId">;

export const addNoteEvidenceSchema = z
  .object({
    ...inProject,
    ...targetFields,
    ...dates,
    title: titleSchema,
    note: textSchema.pipe(z.string().min(1, "Write what was seen.")),
  })
  .refine(hasOneTarget, ONE_TARGET)
  .refine(inOrder, ORDER);
export type AddNoteEvidenceInput = Omit<z.output<typeof addNoteEvidenceSchema>, "projectId">;

const emptyAsAbsent = (value: unknown) => (value === "" ? undefined : value);

/** The fields that accompany a file, as a form posts them: what is left empty is "". */
export const fileEvidenceSchema = z
  .object({
    itemId: z.preprocess(emptyAsAbsent, idSchema.optional()),
    criterionId: z.preprocess(emptyAsAbsent, idSchema.optional()),
    title: z.preprocess(emptyAsAbsent, titleSchema.optional()),
    effectiveOn: z.preprocess(emptyAsAbsent, daySchema.optional()),
    expiresOn: z.preprocess(emptyAsAbsent, daySchema.optional()),
  })
  .refine(hasOneTarget, ONE_TARGET)
  .refine(inOrder, ORDER);
export type FileEvidenceInput = z.output<typeof fileEvidenceSchema>;

export const evidenceOnlySchema = z.object({ ...inProject, evidenceId: idSchema });
