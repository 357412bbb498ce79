import type { ZodOpenApiPathsObject } from "zod-openapi";
import { addedEvidenceSchema, uploadFormSchema } from "@/lib/schemas/api-evidence";
import { fileOperation, id, slug, writeOperation } from "./openapi-parts";

/** Files as evidence: up by a form, down as a download. */
export const evidenceOperations: ZodOpenApiPathsObject = {
  "/projects/{slug}/evidence": {
    post: writeOperation(
      {
        id: "uploadEvidence",
        summary: "Keep a file as evidence on an item or a criterion",
        again: "The same contents were on the same thing already.",
        tag: "Work",
        path: { slug },
      },
      { schema: uploadFormSchema, type: "multipart/form-data" },
      addedEvidenceSchema,
    ),
  },
  "/projects/{slug}/evidence/{id}": {
    get: fileOperation({
      id: "downloadEvidence",
      summary: "A kept file, always as a download",
      tag: "Read",
      path: { slug, id: id("evidence") },
    }),
  },
};
