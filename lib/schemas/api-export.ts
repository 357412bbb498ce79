import { z } from "zod";

/** The forms a plan goes out in, as the REST interface and the command line name them. */
export const EXPORT_FORMATS = ["markdown", "json", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const exportFormatSchema = z
  .enum(EXPORT_FORMATS, { error: `One of ${EXPORT_FORMATS.join(", ")}.` })
  .default("markdown");

const DOWNLOADS = [...EXPORT_FORMATS, "imported"] as const;
export type DownloadFormat = (typeof DOWNLOADS)[number];

/** Query of `GET /projects/{slug}/export`. */
export const exportQuerySchema = z.object({
  format: z
    .enum(DOWNLOADS, { error: `One of ${DOWNLOADS.join(", ")}.` })
    .default("markdown")
    .meta({
      description:
        "Form of the file. `imported` is the document the project was last made or updated from, whole, with [removed] where a secret's value stood; 404 where there is none.",
    }),
});
