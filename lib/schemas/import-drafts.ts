import { z } from "zod";
import { idSchema } from "./fields";
import { PLAN_MAX_BYTES } from "./plan";
import { projectNameSchema } from "./projects";

const tooLarge = "A plan may be 2 MB at most; this document is larger.";
/** base64 takes four characters for three bytes */
const BASE64_MAX = Math.ceil(PLAN_MAX_BYTES / 3) * 4 + 4;

/** A document as it was pasted, or the bytes of a file: its encoding is found out on the server. */
export const newDraftSchema = z
  .object({
    text: z.string("A text.").max(PLAN_MAX_BYTES, tooLarge).optional(),
    file: z.base64("The bytes of a file as base64.").max(BASE64_MAX, tooLarge).optional(),
  })
  .refine(({ text, file }) => (text === undefined) !== (file === undefined), {
    path: ["text"],
    message: "Paste a plan or choose a file.",
  });
export type NewDraftInput = z.output<typeof newDraftSchema>;

export const draftIdSchema = z.object({ draftId: idSchema });

/** The reader's correction of one heading; null takes an earlier one back. */
export const correctDraftSchema = z.object({
  draftId: idSchema,
  line: z.int("The number of a line.").min(1, "The number of a line."),
  isPhase: z.boolean("true or false.").nullable(),
});

export const finishDraftSchema = z.object({ draftId: idSchema, name: projectNameSchema });

/** How a draft keeps its corrections: line -> it is a phase. */
export const correctionsSchema = z.object({ phaseHeadings: z.record(z.string(), z.boolean()) });
export const draftNotesSchema = z.array(z.object({ line: z.int(), text: z.string() }));
