import { z } from "zod";
import { inProject } from "./fields";
import { lineSchema, textSchema } from "./text";

/** Name of a project: stands in lists, addresses and e-mails. */
export const projectNameSchema = lineSchema(200);

const settings = {
  name: projectNameSchema,
  description: textSchema,
  asksVerification: z.boolean("true or false."),
  fourEyes: z.boolean("true or false."),
  graceHours: z
    .int("A whole number of hours.")
    .min(0, "0 hours at least.")
    .max(720, "720 hours (30 days) at most."),
};

/** What a new project begins with: the key of a template, or nothing but three bare phases. */
export const startSchema = z
  .string("The key of a template, or empty.")
  .min(1, "The key of a template, or empty.")
  .max(80, "The key of a template, or empty.");

export const newProjectSchema = z.object({ name: projectNameSchema, start: startSchema });

/** `basedOn` is what the form was filled with: fields nobody else changed since then can be saved. */
export const editProjectSchema = z.object({
  ...inProject,
  ...settings,
  basedOn: z.object(settings),
});
export type EditProjectInput = z.output<typeof editProjectSchema>;

export const projectIdSchema = z.object(inProject);
