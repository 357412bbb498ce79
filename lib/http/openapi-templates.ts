import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  createdProjectSchema,
  followTemplateBodySchema,
  newProjectBodySchema,
  openedTemplateSchema,
  savedTemplateSchema,
  saveTemplateBodySchema,
  takeOverBodySchema,
  templateAnswersSchema,
  templateNewsSchema,
  templatePatchSchema,
  templatesSchema,
} from "@/lib/schemas/api-templates";
import { readOperation, slug, writeOperation } from "./openapi-parts";

const tag = "Plan";
const key = z.string().meta({ description: "Key of the template.", example: "launch" });

export const createProjectOperation = writeOperation(
  { id: "createProject", summary: "Make a project from a template, or with three bare phases", tag: "Work" },
  { schema: newProjectBodySchema },
  createdProjectSchema,
);

/** Templates: plans to begin with, which come with the product or were saved from a project. */
export const templateOperations: ZodOpenApiPathsObject = {
  "/templates": {
    get: readOperation(
      { id: "listTemplates", summary: "Every template, the workspace's own first", tag },
      templatesSchema,
    ),
    post: writeOperation(
      {
        id: "saveTemplate",
        summary: "Keep the plan of a project as a template",
        description:
          "Without states, measurements, dates and people. The same name again adds a version; the same plan again changes nothing.",
        tag,
      },
      { schema: saveTemplateBodySchema },
      savedTemplateSchema,
    ),
  },
  "/templates/{key}": {
    get: readOperation(
      { id: "getTemplate", summary: "A template with its newest plan", tag, path: { key } },
      openedTemplateSchema,
    ),
    patch: writeOperation(
      { id: "changeTemplate", summary: "Archive or restore a saved template", tag, path: { key } },
      { schema: templatePatchSchema },
      templatePatchSchema,
      200,
    ),
  },
  "/projects/{slug}/template": {
    get: readOperation(
      {
        id: "getTemplateNews",
        summary: "The template a project was made from, and what it says otherwise by now",
        tag,
        path: { slug },
      },
      templateNewsSchema,
    ),
    patch: writeOperation(
      {
        id: "followTemplate",
        summary: "Say that the project has dealt with a newer version of its template",
        tag,
        path: { slug },
      },
      { schema: followTemplateBodySchema },
      followTemplateBodySchema,
      200,
    ),
  },
  "/projects/{slug}/template/changes": {
    post: writeOperation(
      {
        id: "takeOverChange",
        summary: "Take one change of the template over",
        description:
          "Named as the list of its changes names it; `field` is the field of an edit, or what was put in another order. 409 when it is not in the list any more.",
        tag,
        path: { slug },
      },
      { schema: takeOverBodySchema },
      takeOverBodySchema,
      200,
    ),
  },
  "/projects/{slug}/template/answers": {
    post: writeOperation(
      {
        id: "answerTemplate",
        summary: "Decide what both the template and the project changed",
        description:
          "By `id` of its conflicts: `template` takes it over, `project` leaves it as it is until the template moves on, null asks again. All of them or none; 409 for what is not asked.",
        tag,
        path: { slug },
      },
      { schema: templateAnswersSchema },
      templateAnswersSchema,
      200,
    ),
  },
};
