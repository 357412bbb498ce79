import { z } from "zod";

/** The form of an upload, as the OpenAPI document describes it; lib/schemas/evidence.ts checks it. */
export const uploadFormSchema = z
  .object({
    file: z.string().meta({
      format: "binary",
      description: "PDF, picture, text, office document, archive or short video, at most 10 MB.",
    }),
    itemId: z.uuid().optional().meta({ description: "The item it belongs to, or" }),
    criterionId: z.uuid().optional().meta({ description: "the criterion it belongs to." }),
    title: z.string().optional().meta({ description: "Else the file's name." }),
    effectiveOn: z.iso.date().optional().meta({ description: "First day it holds; else today." }),
    expiresOn: z.iso.date().optional().meta({ description: "Last day it holds; else it does not expire." }),
  })
  .meta({ id: "EvidenceUpload" });

export const addedEvidenceSchema = z
  .object({
    id: z.string(),
    already: z.boolean().meta({
      description: "The same contents were there already: nothing was added, and this is what was there.",
    }),
  })
  .meta({ id: "AddedEvidence" });
