import { z } from "zod";
import { differencesSchema } from "./api-differences";
import { planSchema } from "./plan";
import { projectNameSchema, startSchema } from "./projects";
import { answerTemplateSchema, followTemplateSchema, saveTemplateSchema, takeOverSchema } from "./templates";

/** The body of `POST /projects`. */
export const newProjectBodySchema = z
  .object({
    name: projectNameSchema,
    template: startSchema.optional().meta({
      description: "Key of a template (`GET /templates`). Left out: three bare phases.",
      example: "launch",
    }),
  })
  .meta({ id: "NewProject" });

export const createdProjectSchema = z
  .object({ id: z.string(), slug: z.string() })
  .meta({ id: "CreatedProject" });

const count = z.int().min(0);

export const templateSchema = z
  .object({
    key: z
      .string()
      .meta({ description: "A word for what comes with the product, an id for what was saved." }),
    title: z.string(),
    summary: z.string(),
    version: z.int(),
    isBuiltIn: z.boolean(),
    counts: z.object({ phases: count, items: count, criteria: count }),
    savedAt: z.string().nullable(),
  })
  .meta({ id: "Template" });

export const templatesSchema = z.object({ data: z.array(templateSchema), nextCursor: z.null() });

export const openedTemplateSchema = z
  .object({ ...templateSchema.shape, plan: planSchema })
  .meta({ id: "TemplateWithPlan" });

/** The body of `POST /templates`. */
export const saveTemplateBodySchema = saveTemplateSchema
  .omit({ projectId: true })
  .extend({
    project: z
      .string("Slug of the project.")
      .meta({ description: "Slug of the project whose plan is kept." }),
    summary: saveTemplateSchema.shape.summary.default(""),
  })
  .meta({ id: "SaveTemplate" });

export const savedTemplateSchema = z
  .object({ key: z.string(), version: z.int() })
  .meta({ id: "SavedTemplate" });

/** The body of `PATCH /templates/{key}`. */
export const templatePatchSchema = z
  .object({ archived: z.boolean("true or false.") })
  .meta({ id: "TemplatePatch" });

/** What a project's template says otherwise by now. */
export const templateNewsSchema = z
  .object({
    origin: z
      .object({
        key: z.string(),
        title: z.string(),
        version: z.int().meta({ description: "The version the project follows." }),
        newest: z.int(),
        isArchived: z.boolean(),
      })
      .nullable()
      .meta({ description: "null: the project was not made from a template." }),
    changes: differencesSchema.shape.changes,
    conflicts: differencesSchema.shape.conflicts.meta({
      description: "What the template and the project both changed, to be decided.",
    }),
    kept: differencesSchema.shape.conflicts.meta({
      description: "What both changed, and somebody decided to leave as it is in the project.",
    }),
  })
  .meta({ id: "TemplateNews" });

export const templateAnswersSchema = answerTemplateSchema
  .omit({ projectId: true })
  .meta({ id: "TemplateAnswers" });

/** One change of a template, as its list names it. */
export const takeOverBodySchema = takeOverSchema.omit({ projectId: true }).meta({ id: "TakeOver" });

/** The body of `PATCH /projects/{slug}/template`. */
export const followTemplateBodySchema = followTemplateSchema
  .omit({ projectId: true })
  .meta({ id: "FollowTemplate" });
