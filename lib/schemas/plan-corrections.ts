import { z } from "zod";
import { ANCHOR_MAX, type Corrections, NO_CORRECTIONS, READ_AS } from "@/lib/domain/plan-corrections";
import { levelSchema } from "./fields";
import { oneLine, titleSchema } from "./text";

/** More than anybody corrects by hand, and little to keep. */
const LINES_MAX = 2_000;
const WORDS_MAX = 200;
/** A project has a hundred phases at most; a document may name more before they are folded. */
const FOLD_MAX = 500;

export const lineNumberSchema = z.int("The number of a line.").min(1, "The number of a line.");
export const readAsSchema = z.enum(READ_AS, `One of ${READ_AS.join(", ")}.`);
export const levelWordSchema = z
  .string("A word of the document.")
  .max(ANCHOR_MAX, "A word of the document.")
  .transform(oneLine);

const anchor = {
  line: lineNumberSchema,
  text: z
    .string("The line as it reads, or nothing.")
    .max(ANCHOR_MAX, `The first ${ANCHOR_MAX} characters of the line.`)
    .transform(oneLine)
    .default(""),
};

export const foldSchema = z
  .array(z.object({ phase: titleSchema, into: titleSchema }))
  .max(FOLD_MAX, `At most ${FOLD_MAX} phases.`);

/** Names of phases that all others are folded into, in their order: "Alpha,Beta,Launch". */
export const foldTargetsSchema = z
  .string("Names of phases, separated by commas.")
  .transform((text) => text.split(",").filter((name) => name.trim() !== ""))
  .pipe(
    z
      .array(titleSchema)
      .min(1, "Names of phases, separated by commas.")
      .max(20, "At most 20 names of phases."),
  );

/** The reader's corrections to how a document is understood, as a draft and a project keep them and a file states them. */
export const correctionsSchema = z.object({
  phases: z
    .array(z.object({ ...anchor, isPhase: z.boolean("true or false.") }))
    .max(LINES_MAX, `At most ${LINES_MAX} headings.`)
    .default([]),
  lists: z
    .array(z.object({ ...anchor, as: readAsSchema }))
    .max(LINES_MAX, `At most ${LINES_MAX} lists.`)
    .default([]),
  levels: z
    .array(z.object({ word: levelWordSchema, level: levelSchema }))
    .max(WORDS_MAX, `At most ${WORDS_MAX} words.`)
    .default([]),
  fold: foldSchema.default([]),
  document: z.object(anchor).nullable().default(null),
});

/** What was kept, read back; nothing where it cannot be. */
export const keptCorrections = (value: unknown): Corrections =>
  correctionsSchema.safeParse(value).data ?? NO_CORRECTIONS;
