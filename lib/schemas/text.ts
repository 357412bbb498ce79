import { z } from "zod";
import { TEXT_MAX, TITLE_MAX } from "./plan";

/** C0 and C1 control characters: PostgreSQL refuses NUL, and the rest is invisible in a title. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;
/** The same without tab and line breaks, which a text of several lines may have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]+/g;

/** Halves of a character: no UTF-8 has them, so the database would keep another text than was answered, or refuse it. */
const HALF = /\p{Cs}/gu;

/** A text as one line: control characters become spaces, and the ends are trimmed. */
export const oneLine = (text: string): string => text.replace(CONTROL, " ").replace(HALF, "\ufffd").trim();

/** One line with 1 to `max` characters left. */
export const lineSchema = (max: number) =>
  z
    .string("A text.")
    .max(TEXT_MAX, `At most ${max} characters.`)
    .transform(oneLine)
    .pipe(z.string().min(1, "This cannot be empty.").max(max, `At most ${max} characters.`));

/** Title of a project, phase, item, risk ... */
export const titleSchema = lineSchema(TITLE_MAX);

/** Name of a person, workspace, token: shown in lists, so shorter. */
export const nameSchema = lineSchema(120);

/** Markdown or plain text of several lines; may be empty. */
export const textSchema = z
  .string("A text.")
  .max(TEXT_MAX, `At most ${TEXT_MAX.toLocaleString("en")} characters.`)
  .transform((text) => text.replace(CONTROL_IN_TEXT, "").replace(HALF, "\ufffd").trim());
