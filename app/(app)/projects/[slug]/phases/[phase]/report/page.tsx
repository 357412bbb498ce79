import { phaseHref, projectHref, reportPdfHref } from "@/components/phases/hrefs";
import { PhaseReport } from "@/components/reports/phase-report";
import { PrintButton } from "@/components/reports/print-button";
import { reportOf } from "@/components/reports/report-content";
import { PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { TabTitle } from "@/components/shell/tab-title";
import { ButtonLink } from "@/components/ui/button";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getPhaseReport } from "@/lib/data/phase-report";

interface ReportPageProps {
  params: Promise<{ slug: string; phase: string }>;
}

const read = async (slug: string, phaseKey: string) => {
  const access = await projectPage(slug, "project:read");
  const clock = await readerClock(access.actor.timeZone);
  return { clock, ...(await orNotFound(getPhaseReport(access, phaseKey, new Date(clock.now)))) };
};

/** One phase to print or to download as PDF. */
export default async function ReportPage({ params }: ReportPageProps) {
  const { slug, phase: phaseKey } = await params;
  const { clock, workspace, project, phase } = await read(slug, phaseKey);
  return (
    <>
      <TabTitle>{`Report: ${phase.name} · ${project.name}`}</TabTitle>
      <PageHead
        title={`Readiness report of ${phase.name}`}
        crumbs={[
          { href: "/", label: "Projects" },
          { href: projectHref(slug), label: project.name },
          { href: phaseHref(slug, phase.key), label: phase.name },
        ]}
        lead={project.name}
      >
        <span className="report-tools flex flex-wrap gap-2">
          <ButtonLink href={reportPdfHref(slug, phase.key, clock.zone)} look="primary" download>
            Download PDF
          </ButtonLink>
          <PrintButton />
        </span>
      </PageHead>
      <PhaseReport report={reportOf({ workspace, project, phase }, clock)} />
    </>
  );
}
