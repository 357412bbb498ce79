import type { ExportFormat } from "@/lib/schemas/api-export";
import type { Plan } from "@/lib/schemas/plan";
import { planToCsv } from "./plan-to-csv";
import { planToMarkdown } from "./write-plan";

interface Form {
  mediaType: string;
  /** of the file's name */
  ending: string;
  write: (plan: Plan) => string;
}

/** How a plan goes out in each format. */
export const FORMS: Record<ExportFormat, Form> = {
  markdown: { mediaType: "text/markdown; charset=utf-8", ending: "md", write: planToMarkdown },
  json: {
    mediaType: "application/json; charset=utf-8",
    ending: "json",
    write: (plan) => `${JSON.stringify(plan, null, 2)}\n`,
  },
  csv: { mediaType: "text/csv; charset=utf-8; header=present", ending: "csv", write: planToCsv },
};
