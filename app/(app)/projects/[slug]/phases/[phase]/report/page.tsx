import type { Metadata } from "next";
import { cache } from "react";
import { tabTitle } from "@/app/(app)/tab-title";
import { phaseHref, projectHref } from "@/components/phases/hrefs";
import { PhaseReport } from "@/components/reports/phase-report";
import { PrintButton } from "@/components/reports/print-button";
import { PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getPhasePage } from "@/lib/data/phase-page";

interface ReportPageProps {
  params: Promise<{ slug: string; phase: string }>;
}

const read = cache(async (slug: string, phaseKey: string) => {
  const access = await projectPage(slug, "project:read");
  const [clock, page] = await Promise.all([
    readerClock(access.actor.timeZone),
    orNotFound(getPhasePage(access, phaseKey, new Date())),
  ]);
  return { clock, ...page };
});

export async function generateMetadata({ params }: ReportPageProps): Promise<Metadata> {
  const { slug, phase: phaseKey } = await params;
  return tabTitle(read(slug, phaseKey), ({ project, phase }) => `Report: ${phase.name} · ${project.name}`);
}

/** One phase to print or to save as PDF. */
export default async function ReportPage({ params }: ReportPageProps) {
  const { slug, phase: phaseKey } = await params;
  const { clock, project, phase } = await read(slug, phaseKey);
  return (
    <>
      <PageHead
        title={`Readiness report of ${phase.name}`}
        crumbs={[
          { href: "/", label: "Projects" },
          { href: projectHref(slug), label: project.name },
          { href: phaseHref(slug, phase.key), label: phase.name },
        ]}
        lead={project.name}
      >
        <span className="report-tools">
          <PrintButton />
        </span>
      </PageHead>
      <PhaseReport project={project} phase={phase} clock={clock} />
    </>
  );
}
