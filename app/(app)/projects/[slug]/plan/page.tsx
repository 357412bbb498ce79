import type { Metadata } from "next";
import { tabTitle } from "@/app/(app)/tab-title";
import { CriteriaList } from "@/components/criteria/criteria-list";
import { LiveUpdates } from "@/components/live/live-updates";
import { ArchivedList } from "@/components/projects/archived-list";
import { ProjectHead } from "@/components/projects/project-head";
import { ProjectTabs } from "@/components/projects/project-tabs";
import { RiskList } from "@/components/risks/risk-list";
import { readerClock } from "@/components/shell/reader-clock";
import {
  addCriterionAction,
  editCriterionAction,
  moveCriterionAction,
  recordMeasurementAction,
  restoreCriterionAction,
} from "@/lib/actions/criteria";
import { restoreConfigurationItemAction, restoreEnvironmentAction } from "@/lib/actions/environments";
import { restoreItemAction } from "@/lib/actions/items";
import { restorePhaseAction } from "@/lib/actions/phases";
import {
  acceptRiskAction,
  addRiskAction,
  archiveRiskAction,
  editRiskAction,
  restoreRiskAction,
} from "@/lib/actions/risks";
import { restoreSecretAction } from "@/lib/actions/secrets";
import { restoreSectionAction } from "@/lib/actions/sections";
import { listArchived } from "@/lib/data/archived";
import { getPlanExtras } from "@/lib/data/plan-extras";
import { openForReading, readProject } from "../read-project";

interface PlanPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ edit?: string | string[] }>;
}

export async function generateMetadata({ params }: PlanPageProps): Promise<Metadata> {
  const { slug } = await params;
  return tabTitle(readProject(slug), ({ name }) => `Risks · ${name}`);
}

const RISK_ACTIONS = {
  add: addRiskAction,
  edit: editRiskAction,
  accept: acceptRiskAction,
  archive: archiveRiskAction,
};

const RESTORE = {
  item: restoreItemAction,
  section: restoreSectionAction,
  phase: restorePhaseAction,
  criterion: restoreCriterionAction,
  risk: restoreRiskAction,
  environment: restoreEnvironmentAction,
  "configuration-item": restoreConfigurationItemAction,
  secret: restoreSecretAction,
};

/** What a plan says beside its phases. */
export default async function PlanPage({ params, searchParams }: PlanPageProps) {
  const [{ slug }, { edit }] = await Promise.all([params, searchParams]);
  const access = await openForReading(slug);
  const now = new Date();
  const [project, extras, archived, clock] = await Promise.all([
    readProject(slug),
    getPlanExtras(access, now),
    listArchived(access),
    readerClock(access.actor.timeZone),
  ]);
  const { may, id: projectId } = project;
  const editing = may.edit && edit === "1";
  const here = `/projects/${slug}/plan`;
  return (
    <>
      <ProjectHead project={project} edit={{ on: editing, href: editing ? here : `${here}?edit=1` }}>
        <LiveUpdates slug={slug} after={project.version} />
      </ProjectHead>
      <ProjectTabs slug={slug} current="plan" />
      <div className="mt-4 grid gap-4">
        <div id="risks" className="panel pb-2">
          <RiskList projectId={projectId} risks={extras.risks} may={may} actions={RISK_ACTIONS} />
        </div>
        <div id="criteria" className="panel pb-2">
          <CriteriaList
            projectId={projectId}
            slug={slug}
            phaseId={null}
            criteria={extras.criteria}
            may={may}
            record={recordMeasurementAction}
            save={{ add: addCriterionAction, edit: editCriterionAction }}
            move={moveCriterionAction}
            editing={editing}
            clock={clock}
          />
        </div>
        {may.edit && (
          <ArchivedList
            projectId={projectId}
            slug={slug}
            archived={archived}
            restore={RESTORE}
            clock={clock}
          />
        )}
      </div>
    </>
  );
}
