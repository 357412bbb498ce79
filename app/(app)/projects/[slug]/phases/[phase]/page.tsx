import type { Metadata } from "next";
import { cache } from "react";
import { tabTitle } from "@/app/(app)/tab-title";
import { GatePanel } from "@/components/gates/gate-panel";
import { LiveUpdates } from "@/components/live/live-updates";
import { PHASE_TABS, type PhaseTab, phaseHref } from "@/components/phases/hrefs";
import { PhaseEditBar } from "@/components/phases/phase-edit-bar";
import { PhasePurpose } from "@/components/phases/phase-purpose";
import { PhaseTabs } from "@/components/phases/phase-tabs";
import { LargeRail } from "@/components/phases/rail";
import { ProjectHead } from "@/components/projects/project-head";
import { ProjectTabs } from "@/components/projects/project-tabs";
import { AreaGrades } from "@/components/readiness/area-grades";
import { ScoreCard } from "@/components/readiness/score-card";
import { Columns } from "@/components/shell/columns";
import { readerClock } from "@/components/shell/reader-clock";
import { SignOffSummary } from "@/components/sign-offs/sign-off-summary";
import { requestReviewAction } from "@/lib/actions/gates";
import { signOffAction } from "@/lib/actions/sign-offs";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getPhasePage } from "@/lib/data/phase-page";
import { PhaseTabPanel } from "./phase-tab-panel";
import { phaseEdits } from "./plan-edits";

interface PhasePageProps {
  params: Promise<{ slug: string; phase: string }>;
  searchParams: Promise<{ tab?: string; edit?: string }>;
}

const read = cache(async (slug: string, phaseKey: string) => {
  const access = await projectPage(slug, "project:read");
  const [clock, page] = await Promise.all([
    readerClock(access.actor.timeZone),
    orNotFound(getPhasePage(access, phaseKey, new Date())),
  ]);
  return { access, clock, ...page };
});

export async function generateMetadata({ params }: PhasePageProps): Promise<Metadata> {
  const { slug, phase: phaseKey } = await params;
  return tabTitle(read(slug, phaseKey), ({ project, phase }) => `${phase.name} · ${project.name}`);
}

const tabOf = (tab: string | undefined): PhaseTab => PHASE_TABS.find((name) => name === tab) ?? "checklist";

/** Where are we, may we pass, what is in the way, what do I do next: one phase of a project. */
export default async function PhasePage({ params, searchParams }: PhasePageProps) {
  const [{ slug, phase: phaseKey }, { tab, edit }] = await Promise.all([params, searchParams]);
  const { access, clock, project, phase } = await read(slug, phaseKey);
  const current = tabOf(tab);
  const editing = project.may.edit && edit === "1";
  const here = phaseHref(slug, phase.key, current);
  const editHref = editing ? here : `${here}${here.includes("?") ? "&" : "?"}edit=1`;
  return (
    <>
      <ProjectHead project={project} edit={{ on: editing, href: editHref }}>
        <LiveUpdates slug={slug} after={project.version} />
      </ProjectHead>
      <ProjectTabs slug={slug} current="phases" />
      <LargeRail slug={slug} phases={project.phases} current={phase.key} clock={clock} />
      {editing && (
        <PhaseEditBar
          projectId={project.id}
          slug={slug}
          phase={phase}
          phases={project.phases}
          edits={phaseEdits}
        />
      )}
      <PhasePurpose phase={phase} />
      <Columns
        label="Gate and readiness"
        asideFirst
        aside={
          <>
            <GatePanel
              projectId={project.id}
              slug={slug}
              phase={phase}
              phases={project.phases}
              may={project.may}
              requestReview={requestReviewAction}
              clock={clock}
            />
            <ScoreCard slug={slug} readiness={phase.readiness} clock={clock} />
            <AreaGrades areas={phase.readiness.areas} />
            <SignOffSummary
              projectId={project.id}
              phaseKey={phase.key}
              rules={phase.rules}
              review={phase.gate.review}
              sign={signOffAction}
              moreHref={phaseHref(slug, phase.key, "sign-offs")}
              clock={clock}
            />
          </>
        }
      >
        <div className="panel">
          <PhaseTabs slug={slug} phase={phase} current={current} />
          <PhaseTabPanel
            access={access}
            project={project}
            phase={phase}
            tab={current}
            editing={editing}
            clock={clock}
          />
        </div>
      </Columns>
    </>
  );
}
