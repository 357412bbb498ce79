import { z } from "zod";

/** The forms a plan goes out in, as the REST interface and the command line name them. */
export const EXPORT_FORMATS = ["markdown", "json", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const exportFormatSchema = z
  .enum(EXPORT_FORMATS, { error: `One of ${EXPORT_FORMATS.join(", ")}.` })
  .default("markdown");

/** Query of `GET /projects/{slug}/export`. */
export const exportQuerySchema = z.object({
  format: exportFormatSchema.meta({ description: "Form of the file." }),
});
