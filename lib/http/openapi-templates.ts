import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  createdProjectSchema,
  newProjectBodySchema,
  openedTemplateSchema,
  savedTemplateSchema,
  saveTemplateBodySchema,
  templatePatchSchema,
  templatesSchema,
} from "@/lib/schemas/api-templates";
import { readOperation, writeOperation } from "./openapi-parts";

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
};
