import { reportOf } from "@/components/reports/report-content";
import { getPhaseReport } from "@/lib/data/phase-report";
import { dayOf } from "@/lib/domain/days";
import { bySlug } from "@/lib/http/address";
import { attachment } from "@/lib/http/attachment";
import { readQuery } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerFile } from "@/lib/http/respond";
import { reportQuerySchema } from "@/lib/schemas/api-report";

const NAME = "/api/v1/projects/{slug}/phases/{phase}/report.pdf";

const download = projectRoute(NAME, "project:read", bySlug, async ({ access, request, params }) => {
  const { zone = access.actor.timeZone } = readQuery(request, reportQuerySchema);
  const now = new Date();
  const page = await getPhaseReport(access, params.phase ?? "", now);
  const report = reportOf(page, { zone, now: now.toISOString() });
  // Only where a PDF is asked for: the writer and its fonts are larger than most of the product.
  const { reportPdf } = await import("@/components/reports/pdf/report-pdf");
  return answerFile(request, await reportPdf(report), {
    "content-type": "application/pdf",
    "content-disposition": attachment(`${access.slug}-${page.phase.key}-${dayOf(now)}.pdf`),
  });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: download });
