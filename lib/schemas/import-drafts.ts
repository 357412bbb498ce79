import { z } from "zod";
import { SHOWN_LINES } from "@/lib/domain/import-preview";
import { PLAN_MAX_BYTES } from "@/lib/domain/plan-size";
import { idSchema, levelSchema, versionSchema } from "./fields";
import { foldSchema, levelWordSchema, lineNumberSchema, readAsSchema } from "./plan-corrections";
import { projectNameSchema } from "./projects";

const tooLarge = "A plan may be 2 MB at most; this document is larger.";
/** base64 takes four characters for three bytes */
const BASE64_MAX = Math.ceil(PLAN_MAX_BYTES / 3) * 4 + 4;

/** A document as it was pasted, or the bytes of a file: its encoding is found out on the server. */
export const documentFields = {
  text: z.string("A text.").max(PLAN_MAX_BYTES, tooLarge).optional(),
  file: z.base64("The bytes of a file as base64.").max(BASE64_MAX, tooLarge).optional(),
};

export const isOneDocument = ({ text, file }: { text?: string | undefined; file?: string | undefined }) =>
  (text === undefined) !== (file === undefined);
export const ONE_DOCUMENT = { path: ["text"], message: "Paste a plan or choose a file." };

export const newDraftSchema = z.object(documentFields).refine(isOneDocument, ONE_DOCUMENT);
export type NewDraftInput = z.output<typeof newDraftSchema>;

const wholeSchema = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined);

/** What the address of a preview asks for; what makes no sense there is as if it were not said. */
export const wantedLinesSchema = z.object({
  shown: z.enum(SHOWN_LINES).optional().catch(undefined),
  page: wholeSchema,
  line: wholeSchema,
});

export const draftIdSchema = z.object({ draftId: idSchema });

/** What the reader says of one thing, or takes back (null). The server looks up how the line reads. */
const correctionSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("phase"),
    line: lineNumberSchema,
    isPhase: z.boolean("true or false.").nullable(),
  }),
  z.object({ kind: z.literal("list"), line: lineNumberSchema, as: readAsSchema.nullable() }),
  z.object({ kind: z.literal("level"), word: levelWordSchema, level: levelSchema.nullable() }),
  z.object({ kind: z.literal("fold"), fold: foldSchema }),
  foldSchema.element.extend({ kind: z.literal("becomes"), into: foldSchema.element.shape.into.nullable() }),
  z.object({ kind: z.literal("unfold"), into: foldSchema.element.shape.into }),
  z.object({ kind: z.literal("document"), line: lineNumberSchema.nullable() }),
  z.object({ kind: z.literal("everything") }),
]);
export type CorrectionInput = z.output<typeof correctionSchema>;

/** A correction of a draft as the reader saw it. */
export const correctDraftSchema = z.object({
  draftId: idSchema,
  version: versionSchema,
  correction: correctionSchema,
});

export const splitDraftSchema = z.object({ draftId: idSchema, version: versionSchema });

export const finishDraftSchema = z.object({
  draftId: idSchema,
  version: versionSchema,
  name: projectNameSchema,
});

export const draftNotesSchema = z.array(z.object({ line: z.int(), text: z.string() }));
