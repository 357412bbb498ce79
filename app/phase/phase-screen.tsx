"use client";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useMemo } from "react";
import type { BulkEdits } from "@/components/checklists/bulk-edits";
import { EditableChecklist, type PlanTools } from "@/components/checklists/editable-checklist";
import { GatePanel } from "@/components/gates/gate-panel";
import { type PhaseTab, phaseHref } from "@/components/phases/hrefs";
import { PhasePurpose } from "@/components/phases/phase-purpose";
import { PhaseTabs } from "@/components/phases/phase-tabs";
import { LargeRail } from "@/components/phases/rail";
import { receivePhase, type SentPhase } from "@/components/phases/sent-phase";
import { ProjectFrame } from "@/components/projects/project-frame";
import { AreaGrades } from "@/components/readiness/area-grades";
import { ScoreCard } from "@/components/readiness/score-card";
import { Columns } from "@/components/shell/columns";
import { TabTitle } from "@/components/shell/tab-title";
import { SignOffSummary } from "@/components/sign-offs/sign-off-summary";
import { type Packed, unpack } from "@/components/ui/packed";
import type { ReaderClock } from "@/components/ui/time-format";
import { requestReviewAction } from "@/lib/actions/gates";
import { signOffAction } from "@/lib/actions/sign-offs";
import { keepFilter, type SavedView } from "@/lib/domain/item-filter";

/** What this visit to it adds. */
interface Visit {
  tab: PhaseTab;
  editing: boolean;
  editHref: string;
  clock: ReaderClock;
  /** the reader's own, where a checklist is open */
  views: SavedView[] | null;
}

interface PhaseScreenProps {
  sent: SentPhase;
  visit: Packed<Visit>;
  /** for the checklist's editor, while the plan is edited */
  plan: PlanTools | null;
  /** for changing many items, while they are selected */
  selecting: BulkEdits | null;
  /** above the columns while the plan is edited */
  editBar: ReactNode;
  /** what stands under the tabs where no checklist does */
  children: ReactNode;
}

/**
 * Where are we, may we pass, what is in the way, what do I do next. One client component, because everything in it
 * would else be written as data, read back and then drawn (docs/performance.md).
 */
export function PhaseScreen(props: PhaseScreenProps) {
  const { sent, plan, selecting, editBar, children } = props;
  const { project, phase, sections } = useMemo(() => receivePhase(sent), [sent]);
  const { tab, editing, editHref, clock, views } = useMemo(() => unpack(props.visit), [props.visit]);
  const query = useSearchParams();
  const { id: projectId, slug, may, reader, people, asksVerification } = project;
  return (
    <ProjectFrame
      project={project}
      current="phases"
      edit={{ on: editing, href: keepFilter(editHref, query) }}
    >
      <TabTitle>{`${phase.name} · ${project.name}`}</TabTitle>
      <LargeRail slug={slug} phases={project.phases} current={phase.key} clock={clock} />
      {editBar}
      <PhasePurpose phase={phase} />
      <Columns
        label="Gate and readiness"
        asideFirst
        aside={
          <>
            <GatePanel
              projectId={projectId}
              slug={slug}
              phase={phase}
              phases={project.phases}
              may={may}
              requestReview={requestReviewAction}
              clock={clock}
            />
            <ScoreCard slug={slug} readiness={phase.readiness} clock={clock} />
            <AreaGrades areas={phase.readiness.areas} />
            <SignOffSummary
              projectId={projectId}
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
          <PhaseTabs slug={slug} phase={phase} current={tab} editing={editing} />
          {sections && views && (
            <EditableChecklist
              {...{ sections, views, slug, may, reader, people, asksVerification, clock, plan, selecting }}
            />
          )}
          {children}
        </div>
      </Columns>
    </ProjectFrame>
  );
}
