import { z } from "zod";
import { idSchema, inProject, versionSchema } from "./fields";
import { nameSchema, oneLine } from "./text";

/** One line about whom a template is for; may be empty. */
const summarySchema = z
  .string("One line.")
  .max(2_000, "At most 200 characters.")
  .transform(oneLine)
  .pipe(z.string().max(200, "At most 200 characters."));

/** Keeps a project's plan as a template; the same name again adds a version. */
export const saveTemplateSchema = z.object({ ...inProject, name: nameSchema, summary: summarySchema });
export type SaveTemplateInput = z.output<typeof saveTemplateSchema>;

export const templateIdSchema = z.object({ templateId: idSchema });

/** The version of its template a project has dealt with. */
export const followTemplateSchema = z.object({ ...inProject, version: versionSchema });

const said = z.string("As the list of changes says it.").max(500, "As the list of changes says it.");

/** One change of a template, named as the list of its changes names it. */
export const takeOverSchema = z.object({
  ...inProject,
  noun: said,
  kind: said,
  key: said.nullable(),
  title: said,
  place: z.array(said).max(20, "As the list of changes says it."),
  field: said.nullable(),
});
const ANSWERS_MAX = 2_000;
const sideSchema = z.enum(["template", "project"], "template, project, or null to be asked again.");

/** By the id of what both changed: whom to follow; null: to be asked again. */
export const answerTemplateSchema = z.object({
  ...inProject,
  answers: z
    .record(z.string().max(1_000, "At most 1,000 characters."), sideSchema.nullable())
    .refine((answers) => Object.keys(answers).length <= ANSWERS_MAX, `At most ${ANSWERS_MAX} answers.`),
});
export type TemplateAnswers = Omit<z.output<typeof answerTemplateSchema>, "projectId">;

export type TakeOverInput = Omit<z.output<typeof takeOverSchema>, "projectId">;
